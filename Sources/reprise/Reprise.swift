import ArgumentParser
import Engine
import Foundation
import Schema

/// The command line of Reprise.
@main
struct Reprise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise", abstract: "Reproduces recommender-system papers.",
    discussion: "It ends with status 0 when all went well, 1 when it failed while working, 2 for a "
      + "mistake in the command line or a spec, 3 for missing or damaged data.",
    subcommands: [
      Run.self, Status.self, Report.self, Verify.self, Page.self, Check.self, Audit.self,
      DataCommand.self, Inspect.self, Recommend.self, List.self, SchemaCommand.self,
      WorkerCommand.self,
    ])

  /// Runs the command that the arguments name; every error ends the process in ``Failure``.
  static func main() async {
    StandardStream.prepare()
    do {
      try KernelPath.check(limit: ProcessInfo.processInfo.environment[KernelPath.limit])
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Failure.endWell()
    } catch {
      Failure.end(error)
    }
  }
}
