import ArgumentParser
import Experiments

/// Works on one trial for `reprise run`, which describes it on standard input.
struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Work on one trial for `reprise run`.", shouldDisplay: false)

  func run() async { await Worker.run() }
}
