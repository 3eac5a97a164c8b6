import ArgumentParser
import Datasets
import Experiments
import Logging
import Schema

/// Measures a spec and prints its tables.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure a spec: fetch the data, train what is not yet trained, write the results.",
    discussion: """
      Finished trials are reused; interrupted ones go on from their last checkpoint. Results go to
      <results>/<paper>/<experiment>/, a profile's or those of fewer seeds to a folder beside it.
      """)

  @Argument(help: "The spec.", completion: .file(extensions: ["json"]))
  var spec: String

  @Option(help: "Run the spec as changed by this profile.")
  var profile: String?

  @Option(help: "Use the first so many of the spec's seeds.")
  var seeds: Int?

  @Option(help: "Trials at once, each on one thread.")
  var jobs = 1

  @Option(help: "The folder that results go to.", completion: .directory)
  var results = "Results"

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func validate() throws {
    if let seeds, seeds < 1 { throw ValidationError("--seeds \(seeds): expected at least 1") }
    if jobs < 1 { throw ValidationError("--jobs \(jobs): expected at least 1") }
  }

  func run() async throws {
    let spec = try SpecFile(path: self.spec).spec(profile: profile)
    if let seeds, seeds > spec.seeds.count {
      throw Problem.usage("--seeds \(seeds): \(self.spec) names \(spec.seeds.count) seeds")
    }
    var options = Runner.Options(folders: DataFolders(option: data))
    (options.results, options.jobs, options.seeds) = (results, jobs, seeds)
    let logger = Logger(label: "reprise") { StreamLogHandler.standardError(label: $0) }
    let interruption = Interruption()
    let signals = interruption.watchSignals()
    defer { withExtendedLifetime(signals) {} }
    do {
      let runner = Runner(spec, options: options, logger: logger, interruption: interruption)
      let outcome = try await runner.run()
      let outputs = Outputs(spec, path: self.spec, profile: profile, results: results, outcome)
      let (tables, notes) = try outputs.write(profile: profile, jobs: jobs)
      for table in tables { print(table) }
      for note in notes { logger.notice("\(note)") }
      print("Written to \(outputs.folder)/")
    } catch is Interrupted {
      throw Problem.run("stopped; all is saved, the same command goes on from here")
    }
  }
}
