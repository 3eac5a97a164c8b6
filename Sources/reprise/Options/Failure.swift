import ArgumentParser
import Basics
import Foundation
import Logging

/// How every subcommand fails: one line `error: …` on standard error, and the problem's exit code.
enum Failure {
  /// Says what is wrong without ending the process, for a command that goes on with the rest.
  static func report(_ problem: Problem) {
    for one in problem.each {
      StandardStream.error.write("error: \(one.message.controlsEscaped)\n")
    }
    if problem.untold > 0 {
      StandardStream.error.write("error: and \(problem.untold) more such mistakes\n")
    }
  }

  /// Ends the process as the error asks. `--help` is an error of this kind too, and a good end.
  static func end(_ error: any Error) -> Never {
    if let problem = error as? Problem {
      report(problem)
      exit(problem.exitCode)
    }
    let message = Reprise.fullMessage(for: error)
    switch Reprise.exitCode(for: error) {
    case .success:
      if !message.isEmpty { print(message) }
      endWell()
    case .validationFailure:
      // A wrong command line, with the usage below the message.
      StandardStream.error.write(TerminalText.shown("error: \(withoutPrefix(message))\n"))
      exit(Problem.Kind.usage.exitCode)
    case let code:
      if !message.isEmpty { report(.run(withoutPrefix(message))) }
      exit(code.rawValue)
    }
  }

  /// Ends the process after its work is done: with status 0, or 1 when standard output could not be
  /// written. That is said, unless its reader has simply gone away, as `head` does.
  static func endWell() -> Never {
    guard let code = StandardStream.output.failure else { exit(0) }
    // A terminal that was closed takes nothing away: all results are in files.
    if code == EIO, StandardStream.output.isTerminal { exit(0) }
    if code != EPIPE {
      report(
        .run("standard output: cannot be written: \(String(cString: strerror(code)).lowercased())"))
    }
    exit(Problem.Kind.run.exitCode)
  }

  private static func withoutPrefix(_ message: String) -> String {
    message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
  }
}

extension Logger {
  /// What the commands say of their progress, on standard error.
  static let ofCommands = Logger(label: "reprise") { _ in PlainLog() }
}
