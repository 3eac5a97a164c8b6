extension JSON {
  /// The one text of this value that hashes are taken of: keys sorted by their UTF-8 bytes, no
  /// spaces, numbers as ``text(of:)``.
  package var canonicalText: String {
    var text = ""
    writeCompact(sorted: true, into: &text)
    return text
  }

  /// A text for readers: two-space indentation, members in their own order, arrays and objects that
  /// fit on the line written on it, a newline at the end.
  package var prettyText: String {
    var text = ""
    writePretty(indent: 0, column: 0, into: &text)
    return text + "\n"
  }

  /// The shortest digits that read back as the same number; whole numbers below 2⁵³ without a
  /// point. JSON has no NaN and no infinity: both become `null`.
  package static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 0x1p53, !(number == 0 && number.sign == .minus) {
      return String(Int(number))
    }
    return number.description
  }

  private func writeCompact(sorted: Bool, into text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += JSON.text(of: value)
    case .string(let string): JSON.write(string, into: &text)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += sorted ? "," : ", " }
        element.writeCompact(sorted: sorted, into: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let ordered =
        sorted
        ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
      for (index, member) in ordered.enumerated() {
        if index > 0 { text += sorted ? "," : ", " }
        JSON.write(member.key, into: &text)
        text += sorted ? ":" : ": "
        member.value.writeCompact(sorted: sorted, into: &text)
      }
      text += "}"
    }
  }

  private func writePretty(indent: Int, column: Int, into text: inout String) {
    var short = ""
    writeCompact(sorted: false, into: &short)
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch value {
    case .array(let elements) where column + short.count > 98 && !elements.isEmpty:
      text += "["
      for (index, element) in elements.enumerated() {
        text += (index > 0 ? ",\n" : "\n") + inner
        element.writePretty(indent: indent + 2, column: indent + 2, into: &text)
      }
      text += "\n\(outer)]"
    case .object(let members) where (indent == 0 || column + short.count > 98) && !members.isEmpty:
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index > 0 ? ",\n" : "\n") + inner
        var key = ""
        JSON.write(member.key, into: &key)
        text += key + ": "
        member.value.writePretty(
          indent: indent + 2, column: indent + 4 + key.count, into: &text)
      }
      text += "\n\(outer)}"
    default: text += short
    }
  }

  private static func write(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
