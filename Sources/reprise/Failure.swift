import ArgumentParser
import Foundation
import Schema

/// How every subcommand fails: one line `error: …` on standard error, and the problem's exit code.
enum Failure {
  /// Says what is wrong without ending the process, for a command that goes on with the rest.
  static func report(_ problem: Problem) {
    FileHandle.standardError.write(Data("error: \(problem.message)\n".utf8))
  }

  /// Ends the process as the error asks. `--help` is an error of this kind too, and a good end.
  static func end(_ error: any Error) -> Never {
    if let problem = error as? Problem {
      report(problem)
      exit(problem.exitCode)
    }
    if Reprise.exitCode(for: error) == .validationFailure {
      // A wrong command line, with the usage below the message.
      let message = Reprise.fullMessage(for: error)
      report(.usage(message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message))
      exit(Problem.usage("").exitCode)
    }
    Reprise.exit(withError: error)
  }
}
