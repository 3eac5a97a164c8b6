import Basics

/// Prints on standard output; stands in this module for the library's function of the same
/// signature, which does not notice when nothing can be written.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  StandardStream.output.write(
    items.map { String(describing: $0) }.joined(separator: separator) + terminator)
}
