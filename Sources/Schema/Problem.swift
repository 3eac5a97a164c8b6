/// An error for the person who can mend it.
///
/// The message is one line: it names the file, line or key, says what was expected, and where a
/// name was misspelt offers the nearest valid one. The command line prints it as `error: …`.
public struct Problem: Error, CustomStringConvertible, Sendable, Equatable {
  /// What went wrong, as far as the exit code tells it.
  public enum Kind: Sendable, Equatable {
    /// A command line or a spec that says something impossible.
    case usage
    /// A data set, checkpoint or result file that is missing or damaged.
    case data
    /// A failure while working: a full disk, a folder that cannot be written.
    case run
  }

  /// Which of the three kinds of failure this is.
  public let kind: Kind

  /// One line, without a trailing full stop or newline.
  public let message: String

  /// Makes a problem of the given kind.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// A command line or a spec that says something impossible.
  public static func usage(_ message: String) -> Problem { Problem(.usage, message) }

  /// A data set, checkpoint or result file that is missing or damaged.
  public static func data(_ message: String) -> Problem { Problem(.data, message) }

  /// A failure while working.
  public static func run(_ message: String) -> Problem { Problem(.run, message) }

  /// The status that the process ends with: usage 2, data 3, run 1.
  public var exitCode: Int32 {
    switch kind {
    case .usage: 2
    case .data: 3
    case .run: 1
    }
  }

  /// The message alone.
  public var description: String { message }
}
