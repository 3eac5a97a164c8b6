import Basics

/// The gate to gnuplot: texts in its programs, so that they are drawn as they are.
///
/// All are drawn `noenhanced`: enhanced text reads `HR@10` and `S^ZR` as markup. Pictures are SVG
/// that gnuplot writes and escapes itself; nothing else here writes SVG.
enum Gnuplot {
  /// A single-quoted string: a quote is doubled, and nothing else means anything.
  static func text(_ text: String) -> String {
    "'" + line(text).replacingScalars { $0 == "'" ? "''" : nil } + "'"
  }

  /// The label of a tic, which gnuplot takes for a format: in one, `%` begins a number.
  static func tic(_ text: String) -> String {
    self.text(text.replacingScalars { $0 == "%" ? "%%" : nil })
  }

  /// A string in a block of data, which can hold no double quote.
  static func cell(_ text: String) -> String {
    let escaped = line(text).replacingScalars { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "'"
      default: nil
      }
    }
    return "\"" + escaped + "\""
  }

  /// The text on one line.
  private static func line(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacingScalars { $0.isUnprintable ? " " : nil }
  }
}
