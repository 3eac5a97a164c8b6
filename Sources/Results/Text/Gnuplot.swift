/// Texts in a program of gnuplot, so that they are drawn as they are.
///
/// All are drawn `noenhanced`: enhanced text reads `HR@10` and `S^ZR` as markup.
enum Gnuplot {
  /// A single-quoted string: a quote is doubled, and nothing else means anything.
  static func text(_ text: String) -> String {
    let line = text.replacing("\n", with: " ").replacing("\r", with: " ")
    return "'" + line.replacing("'", with: "''") + "'"
  }

  /// The label of a tic, which gnuplot takes for a format: in one, `%` begins a number.
  static func tic(_ text: String) -> String { self.text(text.replacing("%", with: "%%")) }

  /// A string in a block of data.
  static func cell(_ text: String) -> String {
    let line = text.replacing("\n", with: " ").replacing("\r", with: " ")
    return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "'") + "\""
  }
}
