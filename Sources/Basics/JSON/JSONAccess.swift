/// Typed reading, with messages that say what was expected and what was found.
extension JSON {
  /// The string. Throws when the value is none.
  package func asString() throws(Problem) -> String {
    guard case .string(let text) = value else { throw mismatch("a string") }
    return text
  }

  /// The path that a string names, relative to the user's file that it was written in; as it stands
  /// where it was written in none. Throws when the value is no string.
  package func asPath() throws(Problem) -> String {
    let text = try asString()
    guard let position, position.kind == .usage, !position.isNear else { return text }
    return Files.path(text, beside: position.file)
  }

  /// The integer; `5.0` counts as one. Throws when the value is none or outside `range`.
  package func asInteger(in range: ClosedRange<Int> = .min ... .max) throws(Problem) -> Int {
    let integer: Int?
    switch value {
    case .integer(let value): integer = value
    case .number(let value): integer = Int(exactly: value)
    default: throw mismatch("an integer")
    }
    guard let integer else { throw mismatch("an integer") }
    guard range.contains(integer) else {
      throw problem("\(integer) is out of range; expected \(JSON.text(of: range))")
    }
    return integer
  }

  /// The number. Throws when the value is none or outside `range`.
  package func asNumber(
    in range: ClosedRange<Double> = -.infinity ... .infinity
  ) throws(Problem) -> Double {
    let number: Double
    switch value {
    case .integer(let value): number = Double(value)
    case .number(let value): number = value
    default: throw mismatch("a number")
    }
    guard range.contains(number) else {
      throw problem("\(JSON.text(of: number)) is out of range; expected \(JSON.text(of: range))")
    }
    return number
  }

  /// The truth value. Throws when the value is none.
  package func asBool() throws(Problem) -> Bool {
    guard case .bool(let flag) = value else { throw mismatch("true or false") }
    return flag
  }

  /// The elements of an array. Throws when the value is none.
  package func asArray() throws(Problem) -> [JSON] {
    guard case .array(let elements) = value else { throw mismatch("an array") }
    return elements
  }

  /// The members of an object. Throws when the value is none.
  package func asObject() throws(Problem) -> [Member] {
    guard case .object(let members) = value else { throw mismatch("an object") }
    return members
  }

  /// The member of that name. Throws when the value is no object or has no such member.
  package func member(_ key: String) throws(Problem) -> JSON {
    let members = try asObject()
    guard let member = members.first(where: { $0.key == key }) else {
      throw problem("the key \"\(key)\" is missing")
    }
    return member.value
  }

  /// The problem of a value of the wrong type: `expected an integer, found "five"`.
  package func mismatch(_ expected: String) -> Problem {
    let found: String
    switch value {
    case .null: found = "null"
    case .bool(let value): found = "\(value)"
    case .integer(let value): found = "\(value)"
    case .number(let value): found = "\(JSON.text(of: value))"
    case .string(let text): found = JSON.string(String(text.prefix(60))).canonicalText
    case .array: found = "an array"
    case .object: found = "an object"
    }
    return problem("expected \(expected), found \(found)")
  }

  /// How a message writes a range of integers: `1…4096`, or `at least 1` where nobody set the top.
  static func text(of range: ClosedRange<Int>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (.min, .max): "any integer"
    case (let low, .max): "at least \(low)"
    case (.min, let high): "at most \(high)"
    case (let low, let high): "\(low)…\(high)"
    }
  }

  /// How a message writes a range of numbers; a lower bound of `leastNonzeroMagnitude` is "above
  /// 0".
  static func text(of range: ClosedRange<Double>) -> String {
    let isAboveZero = range.lowerBound == .leastNonzeroMagnitude
    let low = isAboveZero ? "above 0" : "at least \(text(of: range.lowerBound))"
    if range.upperBound >= .greatestFiniteMagnitude {
      return range.lowerBound == -.infinity ? "any number" : low
    }
    let high = text(of: range.upperBound)
    if range.lowerBound == -.infinity { return "at most \(high)" }
    return isAboveZero ? "above 0 and at most \(high)" : "\(text(of: range.lowerBound))…\(high)"
  }
}
