import Basics
import ForkedChild
import Foundation

/// The children at work, and how those before them ended.
struct Children {
  private let kinds: [any FuzzKind]
  private let seed: UInt64
  private let kept: String
  private let repeating: String
  private let scratch: String

  /// By process: the number of its input, and its folder.
  private var working: [pid_t: (number: Int, folder: String)] = [:]
  /// How many inputs ended in each way.
  private(set) var counts = FuzzCounts()
  /// How many of those are faults.
  private(set) var faults = 0

  /// No children yet. `repeating` is the command that repeats an input, but for its number.
  init(kinds: [any FuzzKind], seed: UInt64, kept: String, repeating: String) {
    (self.kinds, self.seed, self.kept, self.repeating) = (kinds, seed, kept, repeating)
    scratch = FileManager.default.temporaryDirectory.path + "/reprise-fuzz-\(getpid())"
  }

  /// How many are at work.
  var running: Int { working.count }

  /// Seconds that a child may take.
  private static let seconds: UInt32 = 10
  /// KiB that a child may take.
  private static let memory = 1 << 20

  private func choice(_ number: Int) -> (kind: any FuzzKind, random: Random) {
    var random = Random(seed: seed, stream: "fuzz/\(number)")
    var place = random.below(kinds.map(\.share).reduce(0, +))
    for kind in kinds {
      if place < kind.share { return (kind, random) }
      place -= kind.share
    }
    return (kinds[0], random)
  }

  /// Throws `Problem.data` unless the undamaged files are read: formats and algorithms change.
  func checkCorpus(_ corpus: Corpus, _ program: Program) throws(Problem) {
    let folder = "\(scratch)/corpus"
    try Files.makeFolder(folder)
    let work = Work {
      guard chdir(folder) == 0 else { return .notMade }
      for (path, bytes) in corpus.all where !Scratch.write(bytes, to: path) { return .notMade }
      return program.become(["report", "small.json"])
    }
    _ = try Self.start(work, megabytes: 0)
    let end = child_wait()
    guard end.signal == 0, end.status == 0 else {
      throw .data("the corpus is not what this program writes; `make fuzz-corpus` makes it anew")
    }
  }

  private static func start(_ work: Work, megabytes: Int) throws(Problem) -> pid_t {
    let process = child_start(
      { context in
        guard let context else { return FuzzStage.notMade.rawValue }
        return Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().body().rawValue
      }, Unmanaged.passUnretained(work).toOpaque(), seconds, UInt32(megabytes))
    withExtendedLifetime(work) {}
    guard process > 0 else { throw .run("no child can be started") }
    return process
  }

  /// What the input of this number is.
  func kind(of number: Int) -> any FuzzKind { choice(number).kind }

  /// Starts a child that reads the input of this number.
  ///
  /// - Throws: `Problem.run` when there can be no folder or no child.
  mutating func start(_ number: Int) throws(Problem) {
    let (kind, random) = choice(number)
    let folder = "\(scratch)/\(number)"
    try Files.makeFolder(folder)
    let work = Work {
      var random = random
      guard chdir(folder) == 0 else { return .notMade }
      return kind.read(&random)
    }
    let process = try Self.start(work, megabytes: kind.megabytes)
    working[process] = (number, folder)
  }

  /// Waits until one has ended, and counts it.
  mutating func waitForOne() {
    let end = child_wait()
    guard let (number, folder) = working.removeValue(forKey: end.process) else { return }
    let kind = kind(of: number).name
    let stage = end.signal == 0 ? FuzzStage(rawValue: end.status) : nil
    let fault: String? =
      switch (end.signal, stage) {
      case (SIGALRM, _), (SIGXCPU, _): "took more than \(Self.seconds) seconds"
      case (1..., _): "was ended by signal \(end.signal)"
      case (_, nil): "ended with status \(end.status)"
      case (_, .some(let stage)) where stage.isFault: stage.text
      default:
        end.peak_kilobytes > Self.memory ? "took \(end.peak_kilobytes / 1024) MiB" : nil
      }
    counts.add(kind, fault == nil ? stage?.text ?? "" : "FAULT")
    if let fault {
      faults += 1
      let place = "\(kept)/\(seed)-\(number)"
      try? Files.makeFolder(kept)
      try? FileManager.default.removeItem(atPath: place)
      try? FileManager.default.moveItem(atPath: folder, toPath: place)
      StandardStream.output.write(
        "FAULT: \(kind) \(number) \(fault); its files are in \(place); again: \(repeating) \(number)\n"
      )
    } else {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  /// Removes what is left of the folders of children.
  func removeScratch() { try? FileManager.default.removeItem(atPath: scratch) }

  /// What a child does; a class, since C hands on a pointer.
  private final class Work {
    let body: () -> FuzzStage
    init(_ body: @escaping () -> FuzzStage) { self.body = body }
  }
}

/// How many inputs of each kind ended in each way.
struct FuzzCounts {
  private var counts: [String: [String: Int]] = [:]

  /// Counts one.
  mutating func add(_ kind: String, _ stage: String) {
    counts[kind, default: [:]][stage, default: 0] += 1
  }

  /// All of them.
  var total: Int { counts.values.flatMap(\.values).reduce(0, +) }

  /// A line a kind.
  var text: String {
    counts.keys.sorted().map { kind in
      let stages = counts[kind] ?? [:]
      let parts = stages.keys.sorted().map { "\(stages[$0] ?? 0) \($0)" }
      let sum = stages.values.reduce(0, +)
      return kind.padding(toLength: 16, withPad: " ", startingAt: 0)
        + String(format: "%7d: ", sum) + parts.joined(separator: ", ")
    }.joined(separator: "\n")
  }
}
