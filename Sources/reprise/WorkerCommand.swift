import ArgumentParser
import Experiments

/// Works on one trial for `reprise run`, which describes it on standard input or in a file.
struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Work on one trial for `reprise run`.", shouldDisplay: false)

  @Option(help: "The file that describes the trial; without, standard input does.")
  var job: String?

  func run() async { await Worker.run(job: job) }
}
