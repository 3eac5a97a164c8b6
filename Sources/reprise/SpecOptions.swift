import ArgumentParser
import Datasets
import Experiments
import Logging
import Schema

/// What the commands that measure or report a spec have in common.
struct SpecOptions: ParsableArguments {
  @Argument(help: "The spec.", completion: .file(extensions: ["json"]))
  var spec: String

  @Option(help: "Take the spec as changed by this profile.")
  var profile: String?

  @Option(help: "Use the first so many of the spec's seeds.")
  var seeds: Int?

  @Option(help: "The folder that results go to.", completion: .directory)
  var results = "Results"

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func validate() throws {
    if let seeds, seeds < 1 { throw ValidationError("--seeds \(seeds): expected at least 1") }
  }

  /// The spec with the profile merged. Throws `Problem.usage` as ``SpecFile`` does, and when more
  /// seeds are asked for than it names, or fewer than its tests of significance need.
  func read() throws(Problem) -> Spec {
    let spec = try SpecFile(path: self.spec).spec(profile: profile)
    if !spec.isMeasured {
      throw .usage(
        "\(self.spec): has no systems and counts no data sets, so there is nothing to measure; `reprise audit \(self.spec)`"
          + " checks what it publishes")
    }
    // What is only counted has no seeds, and is the same for any number of them.
    if let seeds, seeds > spec.seeds.count, !spec.systems.isEmpty {
      throw .usage("--seeds \(seeds): \(self.spec) names \(spec.seeds.count) seeds")
    }
    if let seeds { try spec.check(seeds: seeds) }
    return spec
  }

  /// How the runner is to go about it.
  var runnerOptions: Runner.Options {
    var options = Runner.Options(folders: DataFolders(option: data))
    (options.results, options.seeds, options.data) = (results, seeds, data)
    return options
  }

  /// The name of the results: `<paper>/<experiment>`, with a suffix for a profile or fewer seeds.
  func experiment(_ spec: Spec) -> String {
    Outputs.experiment(
      spec, path: self.spec, profile: profile, seeds: seeds ?? spec.seeds.count)
  }

  /// Writes the files of an outcome and prints its tables.
  ///
  /// - Parameter jobs: How many trials ran at once, for the manifest; nil: as many as before.
  func publish(_ spec: Spec, _ outcome: Runner.Outcome, jobs: Int?, _ logger: Logger) throws {
    let outputs = Outputs(spec, path: self.spec, profile: profile, results: results, outcome)
    let (tables, notes) = try outputs.write(profile: profile, jobs: jobs ?? outputs.jobsBefore ?? 1)
    for table in tables { print(table) }
    for note in notes { logger.notice("\(note)") }
    print("Written to \(outputs.folder)/")
  }
}
