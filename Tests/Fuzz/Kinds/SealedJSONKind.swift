import Basics
import Experiments
import Results

/// Our JSON files, damaged as bytes, or as JSON and sealed again.
struct SealedJSONKind: FuzzKind {
  let name: String
  let share: Int
  /// Undamaged ones.
  let files: [[UInt8]]
  /// Reads the file of this path, and does what a command does with it.
  let reader: (String) throws -> Void

  func read(_ random: inout Random) -> FuzzStage {
    let bytes = SealedJSON.damaged(files, &random)
    guard Scratch.write(bytes, to: "input.json") else { return .notMade }
    return FuzzStage { try reader("input.json") }
  }

  /// One of each of our formats.
  static func all(_ corpus: Corpus) -> [SealedJSONKind] {
    var failure = TrialFailure()
    failure.identity = corpus.trial
    failure.message = "MF, seed 1, epoch 3: the loss is no longer a finite number"
    var status = RunStatus()
    (status.host, status.process, status.secondsLeft) = ("host", 1, 12.5)
    var running = RunStatus.Running()
    (running.name, running.text, running.heard) = ("MF, seed 1", "epoch 3/4", 1e9)
    status.running = [running]
    let identity = corpus.trial
    return [
      SealedJSONKind(name: "record", share: 120, files: corpus.files("trial.json")) {
        let record = try TrialRecord(reading: $0, identity: identity)
        for cost in Cost.allCases { _ = cost.value(of: record) }
      },
      SealedJSONKind(name: "measurement", share: 70, files: corpus.files("/measured-")) {
        _ = try MeasuredValues(reading: $0)
      },
      SealedJSONKind(name: "manifest", share: 70, files: corpus.files("manifest.json")) {
        _ = try Manifest(reading: $0)
      },
      SealedJSONKind(name: "status", share: 80, files: [Array(status.text.utf8)]) {
        let status = try RunStatus(reading: $0)
        _ = (status.isOver, status.lines(now: 1e9))
      },
      SealedJSONKind(name: "failure", share: 70, files: [Array(failure.text.utf8)]) {
        _ = try TrialFailure(reading: $0, identity: identity)
      },
      SealedJSONKind(name: "cost", share: 70, files: corpus.files("cost.json")) {
        _ = try TrialCost(reading: $0)
      },
    ]
  }
}

/// Damaged files of ours that are JSON with a checksum.
enum SealedJSON {
  /// One of `files`, damaged as text or, sealed again, as JSON.
  static func damaged(_ files: [[UInt8]], _ random: inout Random) -> [UInt8] {
    let (file, other) = (files[random.below(files.count)], files[random.below(files.count)])
    switch random.below(8) {
    case 0..<4:
      let json = (try? JSON.parse(file, file: "corpus")) ?? .null
      return Array(MutatedJSON.sealed(MutatedJSON.damage(json, &random)).utf8)
    case 4:
      // A number of another spelling is another file, unless it is sealed again.
      let bytes = Mutation.damage(file, other, &random)
      let json = try? JSON.parse(bytes, file: "damaged")
      return json.map { Array(MutatedJSON.sealed($0).utf8) } ?? bytes
    case 5 where random.below(20) == 0:
      // As deep as a parser that calls itself must not follow.
      let bracket = [UInt8(ascii: "["), UInt8(ascii: "{")][random.below(2)]
      return [UInt8](repeating: bracket, count: 1 << (4 + random.below(17)))
    default: return Mutation.damage(file, other, &random)
    }
  }
}
