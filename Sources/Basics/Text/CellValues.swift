/// What the bytes of a cell mean.
extension TextReader {
  /// The text of a cell. Throws naming file and line where it is not UTF-8.
  package func text(_ cell: Cell) throws(Problem) -> String {
    guard let text = String(validating: self[cell], as: UTF8.self) else {
      throw problem("this is not UTF-8 text: \"\(shown(cell))\"")
    }
    return text
  }

  /// The bytes as Latin-1 text.
  package func latin1(_ cell: Cell) -> String {
    String(String.UnicodeScalarView(self[cell].map { Unicode.Scalar($0) }))
  }

  /// The beginning of a cell for messages, whatever its bytes are.
  package func shown(_ cell: Cell) -> String {
    String(String(decoding: self[cell].prefix(160), as: UTF8.self).prefix(40))
  }

  /// The whole number that a cell spells in decimal digits, with an optional minus; else nil.
  package func integer(_ cell: Cell) -> Int? { CellNumber.integer(self[cell]) }

  /// The finite number that a cell spells; else nil.
  package func number(_ cell: Cell) -> Double? { CellNumber.number(self[cell]) }
}

/// Numbers as text files spell them.
package enum CellNumber {
  /// The whole number of decimal digits, with an optional minus; nil where it is none or has more
  /// than 18 digits.
  package static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isNegative = bytes.first == .minus
    let digits = isNegative ? bytes.dropFirst() : bytes
    // Eighteen digits always fit.
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      let digit = byte &- .zero
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return isNegative ? -value : value
  }

  /// The nearest `Double` of a finite decimal number; nil where it is none.
  package static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    if let short = short(bytes) { return short }
    guard bytes.allSatisfy(isOfNumbers), !bytes.isEmpty,
      let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// Of at most 15 digits: they and their power of ten are exact, so that one division rounds
  /// correctly.
  private static func short(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard bytes.count <= 16 else { return nil }
    let isNegative = bytes.first == .minus
    var (value, digits, decimals) = (0, 0, -1)
    for byte in isNegative ? bytes.dropFirst() : bytes {
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
        continue
      }
      let digit = byte &- .zero
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
      digits += 1
      if decimals >= 0 { decimals += 1 }
    }
    guard (1...15).contains(digits) else { return nil }
    let magnitude = Double(value) / powers[max(0, decimals)]
    // Zero has no sign here: -0 is written by rounding, and means 0.
    return isNegative && magnitude != 0 ? -magnitude : magnitude
  }

  private static let powers: [Double] = (0...15).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }

  /// Digits, signs, the point and the exponent: not "nan", "inf" and hexadecimal.
  private static func isOfNumbers(_ byte: UInt8) -> Bool {
    byte &- .zero <= 9
      || [.minus, UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")]
        .contains(byte)
  }
}
