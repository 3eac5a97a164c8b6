import ArgumentParser
import Basics
import ForkedChild
import Foundation

/// `make fuzz`: gives damaged files and senseless command lines to their readers, each in a child
/// process, and counts how they end.
///
/// An end by a signal, another status than the program has, ten seconds or a gibibyte of memory is
/// a fault. Its input is kept in a folder, and how to repeat it is printed. Which input a number
/// stands for depends on the seed and the kinds alone.
@main
struct Fuzz: ParsableCommand {
  @Option(help: "The seed of all inputs.") var seed = 1
  @Option(help: "How many inputs.") var count = 100_000
  @Option(help: "Start no more after so many seconds; 0: no limit.") var seconds = 0.0
  @Option(help: "Children at once.") var jobs = 2
  @Option(help: "Only the input of this number.") var only: Int?
  @Option(help: "Only inputs of this kind; data: of all kinds that begin so.") var kind: String?
  @Option(help: "The folder that faulty inputs are kept in.") var kept = ".build/fuzz"
  @Option(help: "The program; by default the one built beside this.") var program: String?

  func run() throws {
    guard seed >= 0, count >= 0, (1...64).contains(jobs), only ?? 0 >= 0 else {
      throw ValidationError("expected numbers of at least 0, and 1 to 64 jobs")
    }
    let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let binary = program.map { URL(filePath: $0) } ?? own.appending(path: "reprise")
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let corpus = try Corpus(here.appending(path: "Corpus").path)
    let data = try DataCorpus(here.deletingLastPathComponent().appending(path: "DataFiles").path)
    let reprise = Program(path: binary.path)
    let all = FuzzKinds.all(corpus, data, reprise)
    let kinds = all.filter { each in
      kind.map { each.name == $0 || each.name.hasPrefix($0 + " ") } ?? true
    }
    guard !kinds.isEmpty else {
      throw ValidationError(
        "--kind: expected one of \(all.map { $0.name }.joined(separator: ", "))")
    }
    let choice = kind.map { " --kind \"\($0)\"" } ?? ""
    var children = Children(
      kinds: kinds, seed: UInt64(seed), kept: URL(filePath: kept).path,
      repeating: "\(CommandLine.arguments[0]) --seed \(seed)\(choice) --only")
    defer { children.removeScratch() }
    try children.checkCorpus(corpus, reprise)
    let clock = ContinuousClock()
    let began = clock.now
    var number = only ?? 0
    let end = only.map { $0 + 1 } ?? count
    StandardStream.output.write("fuzz: seed \(seed), \(end - number) inputs\n")
    while number < end {
      if seconds > 0, began.duration(to: clock.now) > .seconds(seconds) { break }
      if children.running == jobs { children.waitForOne() }
      try children.start(number)
      number += 1
    }
    while children.running > 0 { children.waitForOne() }
    let time = Double(began.duration(to: clock.now) / .milliseconds(1)) / 1000
    let total = String(
      format: "fuzz: %d inputs, %.0f s, %d faults", children.counts.total, time, children.faults)
    StandardStream.output.write("\(children.counts.text)\n\(total)\n")
    if children.faults > 0 { throw ExitCode(1) }
  }
}
