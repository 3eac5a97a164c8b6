extension JSON {
  /// Reads a JSON text strictly by RFC 8259.
  ///
  /// Refused, each with `file:line:column`: duplicate keys, trailing commas, comments, unknown
  /// escapes, lone surrogates, control characters in strings, text that is not UTF-8, numbers
  /// beyond `Double`, nesting deeper than 256, and anything after the value. A leading byte-order
  /// mark is skipped, as the RFC allows.
  ///
  /// - Parameters:
  ///   - file: the name that messages show.
  ///   - kind: what a mistake in this text is; a spec is `.usage`, a file of ours is `.data`.
  ///   - firstLine: where in the file the text begins.
  package static func parse(
    _ bytes: [UInt8], file: String, as kind: Problem.Kind = .usage, firstLine: Int = 1
  ) throws(Problem) -> JSON {
    var parser = JSONParser(bytes: bytes, file: file, kind: kind, firstLine: firstLine)
    return try parser.document()
  }

  /// Reads a JSON text, see ``parse(_:file:as:)-([UInt8],_,_)``.
  package static func parse(
    _ text: String, file: String, as kind: Problem.Kind = .usage
  ) throws(Problem) -> JSON {
    try parse(Array(text.utf8), file: file, as: kind)
  }

  /// Reads the JSON file at that path.
  package static func read(
    _ path: String, as kind: Problem.Kind = .usage
  ) throws(Problem) -> JSON {
    try parse(Files.read(path, as: kind), file: path, as: kind)
  }
}

/// A recursive-descent parser over the bytes of one text.
struct JSONParser {
  let bytes: [UInt8]
  let file: String
  let kind: Problem.Kind
  var index = 0
  private var line: Int
  /// Columns are counted on from the last place asked for, so that one long line stays linear.
  private var counted = (index: 0, column: 1)

  init(bytes: [UInt8], file: String, kind: Problem.Kind, firstLine: Int = 1) {
    line = firstLine
    self.bytes = bytes
    self.file = file
    self.kind = kind
  }

  mutating func document() throws(Problem) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      counted = (3, 1)
    }
    let value = try self.value(.root, depth: 0)
    skipSpace()
    if index < bytes.count { throw here(.root).problem("unexpected \(shown()) after the value") }
    return value
  }

  private mutating func value(_ path: JSON.Path, depth: Int) throws(Problem) -> JSON {
    skipSpace()
    let position = here(path)
    guard depth <= 256 else { throw position.problem("nested more than 256 levels deep") }
    switch current {
    case UInt8(ascii: "{"): return JSON(try object(path, depth), at: position)
    case UInt8(ascii: "["): return JSON(try array(path, depth), at: position)
    case UInt8(ascii: "\""): return JSON(.string(try string(path)), at: position)
    case UInt8(ascii: "t"): return JSON(try word("true", .bool(true), position), at: position)
    case UInt8(ascii: "f"): return JSON(try word("false", .bool(false), position), at: position)
    case UInt8(ascii: "n"): return JSON(try word("null", .null, position), at: position)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return try number(position)
    default: throw position.problem("expected a value, found \(shown())")
    }
  }

  private mutating func object(_ path: JSON.Path, _ depth: Int) throws(Problem) -> JSON.Content {
    index += 1
    var members: [JSON.Member] = []
    var lines: [String: Int] = [:]
    skipSpace()
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      if current == UInt8(ascii: "}") {
        throw here(path).problem("trailing comma: expected another key before \"}\"")
      }
      guard current == UInt8(ascii: "\"") else {
        throw here(path).problem("expected a key in double quotes, found \(shown())")
      }
      let start = here(path)
      let key = try string(path)
      let keyPosition = JSON.Position(
        file: file, line: start.line, column: start.column, path: .member(path, key), kind: kind)
      if let first = lines.updateValue(start.line, forKey: key) {
        throw keyPosition.problem("duplicate key, first given on line \(first)")
      }
      skipSpace()
      guard take(":") else {
        throw here(keyPosition.path).problem("expected \":\" after the key, found \(shown())")
      }
      let value = try value(keyPosition.path, depth: depth + 1)
      members.append(JSON.Member(key, value, at: keyPosition))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else {
        throw here(path).problem("expected \",\" or \"}\", found \(shown())")
      }
    }
  }

  private mutating func array(_ path: JSON.Path, _ depth: Int) throws(Problem) -> JSON.Content {
    index += 1
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return .array([]) }
    while true {
      skipSpace()
      if current == UInt8(ascii: "]") {
        throw here(path).problem("trailing comma: expected another value before \"]\"")
      }
      elements.append(try value(.element(path, elements.count), depth: depth + 1))
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else {
        throw here(path).problem("expected \",\" or \"]\", found \(shown())")
      }
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSON.Content, _ position: JSON.Position
  ) throws(Problem) -> JSON.Content {
    let text = "\(word)"
    guard bytes[index...].starts(with: text.utf8) else {
      throw position.problem("expected a value, found \(shown())")
    }
    index += text.utf8.count
    return value
  }
}

// MARK: - Where we are

extension JSONParser {
  /// The byte to be read next, or nil at the end.
  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Takes the byte if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  fileprivate mutating func skipSpace() {
    while let byte = current {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
      case UInt8(ascii: "\n"):
        index += 1
        line += 1
        counted = (index, 1)
      default: return
      }
    }
  }

  /// The position of the next byte.
  mutating func here(_ path: JSON.Path) -> JSON.Position {
    for byte in bytes[min(counted.index, index)..<index] where byte & 0xC0 != 0x80 {
      counted.column += 1
    }
    counted.index = index
    return JSON.Position(file: file, line: line, column: counted.column, path: path, kind: kind)
  }

  /// How a message shows the next character.
  func shown() -> String {
    guard let byte = current else { return "the end of the text" }
    if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") {
      return "\"\(Unicode.Scalar(byte))\" (JSON has no comments)"
    }
    if byte < 0x20 || byte == 0x7F { return "the control character \(byte)" }
    let rest = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    return "\"\(rest.prefix(1))\""
  }
}
