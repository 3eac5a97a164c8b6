import Basics

/// Prints on standard output; stands in this module for the library's function of the same
/// signature, which does not notice when nothing can be written, and lets a name in a file move the
/// cursor.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  let text = items.map { String(describing: $0) }.joined(separator: separator) + terminator
  StandardStream.output.write(TerminalText.shown(text))
}
