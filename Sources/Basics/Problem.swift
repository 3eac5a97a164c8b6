import Foundation

/// An error for the person who can mend it.
///
/// The message is one line: it names the file, line or key, says what was expected, and where a
/// name was misspelt offers the nearest valid one. The command line prints it as `error: …`.
package struct Problem: Error, CustomStringConvertible, Sendable, Equatable {
  /// What went wrong, as far as the exit code tells it.
  package enum Kind: String, Codable, Sendable, Equatable {
    /// A command line or a spec that says something impossible.
    case usage
    /// A data set, checkpoint or result file that is missing or damaged.
    case data
    /// A failure while working: a folder that cannot be written, a trial without numbers.
    case run
    /// A disk that is full or read-only: whatever else is written there will fail as well.
    case space

    /// The status that the process ends with: usage 2, data 3, run and space 1.
    package var exitCode: Int32 {
      switch self {
      case .usage: 2
      case .data: 3
      case .run, .space: 1
      }
    }
  }

  /// Which of the three kinds of failure this is.
  package let kind: Kind

  /// One line, without a trailing full stop or newline.
  package let message: String

  /// What else is wrong with the same input, in the order in which it was found.
  package internal(set) var others: [Problem] = []

  /// How many more there are that nobody would read.
  package internal(set) var untold = 0

  /// This problem and the others, each alone.
  package var each: [Problem] { [Problem(kind, message)] + others }

  /// Makes a problem of the given kind.
  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// A command line or a spec that says something impossible.
  package static func usage(_ message: String) -> Problem { Problem(.usage, message) }

  /// A data set, checkpoint or result file that is missing or damaged.
  package static func data(_ message: String) -> Problem { Problem(.data, message) }

  /// A failure while working.
  package static func run(_ message: String) -> Problem { Problem(.run, message) }

  /// A file operation that failed with this `errno`: `path: cannot be written: no space left on
  /// device`.
  package static func io(_ path: String, _ what: String, _ code: Int32) -> Problem {
    let isSpace = [ENOSPC, EDQUOT, EROFS, EFBIG].contains(code)
    let reason = String(cString: strerror(code)).lowercased()
    return Problem(isSpace ? .space : .run, "\(path): \(what): \(reason)")
  }

  /// The status that the process ends with.
  package var exitCode: Int32 { kind.exitCode }

  /// The message alone.
  package var description: String { message }
}
