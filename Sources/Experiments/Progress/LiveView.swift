import Basics
import Foundation

/// Lines at the end of the terminal that renew themselves, on standard error.
struct LiveView {
  /// Columns and rows of a terminal.
  struct Size: Equatable {
    var columns: Int
    var rows: Int

    /// Those of the terminal at standard error.
    static var current: Size {
      var size = winsize()
      let known = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      return known
        ? Size(columns: Int(size.ws_col), rows: max(2, Int(size.ws_row)))
        : Size(columns: 80, rows: 24)
    }
  }

  /// The columns of the lines that stand there now.
  private var shown: [Int] = []
  private var drawn: ContinuousClock.Instant?
  /// Between two pictures.
  private static let pause = Duration.milliseconds(200)

  /// Shows the lines in place of those before, unless the last ones have hardly been seen. More
  /// than the terminal has rows for are counted in the last one.
  mutating func draw(
    _ lines: [String], at now: ContinuousClock.Instant, size: Size = .current
  ) -> String {
    if let drawn, now - drawn < Self.pause { return "" }
    // The cursor stays behind the last line, which must not fill its row.
    let width = max(1, size.columns - 1)
    var lines = lines
    if lines.count > size.rows - 1 {
      let rest = lines.count - (size.rows - 2)
      lines = lines.prefix(size.rows - 2) + ["… and \(rest) more"]
    }
    lines = lines.map { TerminalText.line($0, width: width) }
    let text = erase(size: size) + lines.joined(separator: "\r\n")
    (shown, drawn) = (lines.map(TerminalText.width), now)
    return text
  }

  /// Takes them away, so that a line that stays can be written in their place.
  ///
  /// A terminal that has become narrower has broken the lines into more rows.
  mutating func erase(size: Size = .current) -> String {
    guard !shown.isEmpty else { return "" }
    let rows = shown.reduce(0) { $0 + max(1, ($1 + size.columns - 1) / size.columns) }
    shown = []
    let up = min(rows, size.rows) - 1
    return "\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + "\u{1B}[J"
  }
}
