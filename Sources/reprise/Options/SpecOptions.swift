import ArgumentParser
import Basics
import Datasets
import Experiments
import Logging

/// What the commands that measure or report a spec have in common.
struct SpecOptions: ParsableArguments {
  @Argument(help: "The spec.", completion: .file(extensions: ["json"]))
  var spec: String

  @Option(help: "Take the spec as changed by this profile.")
  var profile: String?

  @Option(
    help: "Use so many seeds: the first of the spec's, after those others: 1, 2, …")
  var seeds: Int?

  @Option(help: "The folder that results go to.", completion: .directory)
  var results = "Results"

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func validate() throws {
    if let seeds, !(1...1000).contains(seeds) {
      throw ValidationError("--seeds \(seeds): expected 1 to 1000")
    }
    try NamedPath.check("--results", results)
    try NamedPath.check("--data", data)
  }

  /// The spec with the profile merged. Throws `Problem.usage` as ``SpecFile`` does, and when fewer
  /// seeds are asked for than its tests of significance need.
  func read() throws(Problem) -> Spec {
    let file = try SpecFile(path: self.spec)
    let spec = try file.spec(profile: profile)
    if !spec.isMeasured {
      throw .usage(
        "\(self.spec): has no systems and counts no data sets, so there is nothing to measure; `reprise audit \(self.spec)`"
          + " checks what it publishes")
    }
    if let seeds { try spec.check(seeds: seeds) }
    try file.checkResultsFolder(spec, profile: profile, seeds: seeds)
    return spec
  }

  /// How the runner is to go about it.
  var runnerOptions: Runner.Options {
    var options = Runner.Options(folders: DataFolders(option: data))
    (options.results, options.seeds, options.data) = (results, seeds, data)
    return options
  }

  /// The name of the results: `<paper>/<experiment>`, with a suffix for a profile or another number
  /// of seeds.
  func experiment(_ spec: Spec) -> String {
    Outputs.experiment(
      spec, path: self.spec, profile: profile, seeds: spec.seeds(seeds).count)
  }

  /// What an outcome leaves behind.
  ///
  /// - Parameter output: where the files go; nil: to the folder of results.
  func outputs(_ spec: Spec, _ outcome: Runner.Outcome, in output: String? = nil) -> Outputs {
    Outputs(spec, path: self.spec, profile: profile, results: output ?? results, outcome)
  }

  /// Writes the files of an outcome and prints its tables.
  ///
  /// - Parameters:
  ///   - jobs: How many trials ran at once, for the manifest; nil: as many as before.
  /// - Throws: `Problem.run`, once all is written and printed that could be, of what could not.
  ///   - output: Where the files go; nil: to the folder of results.
  func publish(
    _ spec: Spec, _ outcome: Runner.Outcome, jobs: Int?, to output: String? = nil, _ logger: Logger
  ) throws {
    if outcome.isEmpty, let problem = outcome.problem { throw problem }
    let before = outputs(spec, outcome)
    var outcome = outcome
    outcome.looks = outcome.looks ?? Outputs.looks(of: outcome, in: before.folder)
    let outputs = outputs(spec, outcome, in: output)
    let written = outputs.write(profile: profile, jobs: jobs ?? before.jobsBefore ?? 1)
    for table in written.tables { print(table) }
    for note in written.notes { logger.notice("\(note)") }
    if written.problems.isEmpty { print("Written to \(outputs.folder)/") }
    let problems = [outcome.problem].compactMap(\.self) + written.problems
    for problem in problems.dropLast() { Failure.report(problem) }
    if let last = problems.last { throw Problem.run(last.message) }
  }
}
