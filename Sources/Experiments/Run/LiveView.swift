import Foundation

/// Lines at the end of the terminal that renew themselves, on standard error.
struct LiveView {
  /// Lines that stand there now.
  private var shown = 0
  private var drawn: ContinuousClock.Instant?
  /// Between two pictures.
  private static let pause = Duration.milliseconds(200)

  /// Shows the lines, cut to the terminal's width, unless the last ones have hardly been seen.
  mutating func draw(_ lines: [String], at now: ContinuousClock.Instant) {
    if let drawn, now - drawn < Self.pause { return }
    erase()
    let width = Self.width
    write(lines.map { $0.prefix(width) }.joined(separator: "\n"))
    (shown, drawn) = (lines.count, now)
  }

  /// Takes them away, so that a line that stays can be written in their place.
  mutating func erase() {
    guard shown > 0 else { return }
    write("\r" + (shown > 1 ? "\u{1B}[\(shown - 1)A" : "") + "\u{1B}[J")
    shown = 0
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  private static var width: Int {
    var size = winsize()
    let known = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? Int(size.ws_col) - 1 : 79
  }
}
