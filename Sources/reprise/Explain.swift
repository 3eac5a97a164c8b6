import ArgumentParser
import Basics
import Engine
import Experiments
import Logging
import Results

/// Searches the readings of a paper that its published numbers may come from.
struct Explain: AsyncParsableCommand, KernelUser {
  static let configuration = CommandConfiguration(
    abstract: "Search the readings of a paper under which its numbers come out.",
    discussion: """
      A reading says what a paper leaves open: split, positives, filters, candidates, definitions and
      order of the columns. Systems that need no training are measured under all of them, and finished trials of
      the others are ranked again; nothing is trained. Of every published row the nearest reading is told, what
      it costs, and how often a row drawn at random comes as near. readings.csv and readings.md go to
      the folder of the spec's results.
      """)

  @OptionGroup var options: SpecOptions

  @Option(help: "Explain this table alone.")
  var table: String?

  @Option(help: "Measure for so long at most: 30s, 10m, 2h. By default as long as it takes.")
  var budget: TimeSpan?

  @Option(help: "Readings at once. By default as many as there are cores to use.")
  var jobs: Int?

  @Option(help: "Rows drawn at random, with which each row is compared.")
  var draws = 1000

  @Option(
    help:
      "Write all that was measured to this file: table, system, reading, metric, mean, sd, seeds.",
    completion: .file(extensions: ["csv"]))
  var values: String?

  func validate() throws {
    try NamedPath.check("--values", values)
    if !(0...100_000).contains(draws) {
      throw ValidationError("--draws \(draws): expected 0 to 100000")
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): expected 1 to 1024")
    }
  }

  func run() async throws {
    let spec = try options.read()
    let logger = Logger.ofCommands
    var runnerOptions = options.runnerOptions
    runnerOptions.jobs = jobs ?? min(UsableCores.count, 4096)
    let explainer = Explainer(spec, options: runnerOptions, logger: logger, draws: draws)
    let tables = try await explainer.explain(table: table, budget: budget?.duration)
    let files = ReadingFiles(title: spec.title, tables)
    let folder = "\(options.results)/\(options.experiment(spec))"
    try files.write(to: folder)
    if let values {
      try Files.writeAtomically(ReadingValues.csv(tables.map(\.values)), to: values)
    }
    print(files.markdown)
    print("Written to \(folder)/readings.csv and readings.md")
  }
}
