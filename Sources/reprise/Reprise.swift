import ArgumentParser
import Basics
import Engine
import Foundation

/// The command line of Reprise.
@main
struct Reprise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise", abstract: "Reproduces recommender-system papers.",
    discussion: "It ends with status 0 when all went well, 1 when it failed while working, 2 for a "
      + "mistake in the command line or a spec, 3 for missing or damaged data.",
    version: "0.1.0",
    subcommands: [
      Init.self, Paste.self, Run.self, Status.self, Report.self, Verify.self, Page.self, Check.self,
      Why.self, Explain.self, Audit.self,
      DataCommand.self, Trials.self, Inspect.self, Recommend.self, List.self, SchemaCommand.self,
      Doctor.self, WorkerCommand.self, KernelTestCommand.self,
    ])

  /// Runs the command that the arguments name; every error ends the process in ``Failure``.
  ///
  /// On the main thread, so that a program which starts itself again passes on the user's signal
  /// mask.
  @MainActor static func main() async {
    StandardStream.prepare()
    do {
      let environment = ProcessInfo.processInfo.environment
      try KernelPath.check(limit: environment[KernelPath.limit])
      try CoreCandidates.check(assumed: environment[CoreCandidates.assumption])
      var command = try parseAsRoot()
      try (type(of: command) as? any KernelUser.Type)?.settleKernels()
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
