/// Strings and numbers: the parts of the grammar that hold text.
extension JSONParser {
  /// Reads a string from its opening to its closing quote.
  mutating func string(_ path: JSON.Path) throws(Problem) -> String {
    let start = here(path)
    index += 1
    var text: [UInt8] = []
    while true {
      guard let byte = current else { throw start.problem("this string is never closed") }
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw start.problem("this string is not valid UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): try escape(path, into: &text)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        throw start.problem("this string is not closed on its line")
      case 0..<0x20:
        throw here(path).problem("control character \(byte) in a string; write it as an escape")
      default:
        text.append(byte)
        index += 1
      }
    }
  }

  private mutating func escape(_ path: JSON.Path, into text: inout [UInt8]) throws(Problem) {
    let start = here(path)
    index += 1
    guard let byte = current else { throw start.problem("this string is never closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal(start)
      if (0xD800..<0xDC00).contains(code), current == UInt8(ascii: "\\"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        let low = try hexadecimal(start)
        guard (0xDC00..<0xE000).contains(low) else { throw start.problem("lone surrogate") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw start.problem("lone surrogate") }
      text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    default:
      index -= 1
      throw start.problem("unknown escape \\\(shown().dropFirst().dropLast())")
    }
  }

  private mutating func hexadecimal(_ start: JSON.Position) throws(Problem) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw start.problem("\\u needs four hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
      index += 1
    }
    return code
  }

  /// Reads a number by the grammar of RFC 8259: no leading zero, plus sign or bare point.
  mutating func number(_ position: JSON.Position) throws(Problem) -> JSON {
    let start = index
    var isInteger = true
    var decimals = 0
    _ = take("-")
    let whole = digits()
    guard whole > 0 else { throw position.problem("a number needs a digit, found \(shown())") }
    if whole > 1, bytes[index - whole] == UInt8(ascii: "0") {
      throw position.problem("a number does not start with 0")
    }
    if take(".") {
      isInteger = false
      decimals = digits()
      guard decimals > 0 else {
        throw position.problem("a number needs a digit after its point, found \(shown())")
      }
    }
    if take("e") || take("E") {
      isInteger = false
      let isNegative = take("-")
      if !isNegative { _ = take("+") }
      let count = digits()
      guard count > 0 else {
        throw position.problem("a number needs a digit in its exponent, found \(shown())")
      }
      // An exponent beyond `Int` is one of zero: any other number would be too large or become
      // zero.
      let size = Int(String(decoding: bytes[index - count..<index], as: UTF8.self)) ?? 0
      decimals += isNegative ? min(size, 1 << 20) : -min(size, 1 << 20)
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isInteger, let integer = Int(text), text != "-0" {
      return JSON(.integer(integer), at: position, decimals: 0)
    }
    guard let number = Double(text), number.isFinite else {
      throw position.problem("the number \(text) is too large")
    }
    return JSON(.number(number), at: position, decimals: decimals)
  }

  /// Skips digits and says how many.
  private mutating func digits() -> Int {
    let start = index
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    return index - start
  }
}
