/// A JSON value that remembers where it was written, so that an error found much later can still
/// name the file, line, column and path.
///
/// Two values are equal when they mean the same: positions and the order of an object's members
/// do not count, and `1` equals `1.0`.
package struct JSON: Sendable {
  package indirect enum Content: Sendable {
    case null
    case bool(Bool)
    /// A number written without fraction or exponent that fits an `Int`.
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSON])
    /// Members in the order in which they were written; no key occurs twice.
    case object([Member])
  }

  /// One `"key": value` of an object.
  package struct Member: Sendable {
    /// The key, escapes resolved.
    package var key: String
    /// Where the key was written; nil for a value made by the program.
    package var keyPosition: Position?
    /// The value under the key.
    package var value: JSON

    /// Makes a member, by default one that was written nowhere.
    package init(_ key: String, _ value: JSON, at keyPosition: Position? = nil) {
      self.key = key
      self.value = value
      self.keyPosition = keyPosition
    }
  }

  package var value: Content

  /// Where the value was written; nil for a value made by the program.
  package var position: Position?

  /// How many decimals the number was written with: 4 for `0.2270`, 0 for `27`, -3 for `1e3`. Nil
  /// for a value made by the program and for what is no number.
  package var decimals: Int?

  /// Makes a value, by default one that was written nowhere.
  package init(_ value: Content, at position: Position? = nil, decimals: Int? = nil) {
    self.value = value
    self.position = position
    self.decimals = decimals
  }

  /// An object with these members, in this order.
  package static func object(_ members: [(String, JSON)]) -> JSON {
    JSON(.object(members.map { Member($0.0, $0.1) }))
  }

  /// An array of these elements.
  package static func array(_ elements: [JSON]) -> JSON { JSON(.array(elements)) }

  package static func string(_ text: String) -> JSON { JSON(.string(text)) }

  package static func number(_ value: Double) -> JSON { JSON(.number(value)) }

  package static func integer(_ value: Int) -> JSON { JSON(.integer(value)) }

  package static func bool(_ value: Bool) -> JSON { JSON(.bool(value)) }

  package static let null = JSON(.null)

  /// The member of that name; nil when there is none or the value is no object.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Whether the value is `null`.
  package var isNull: Bool {
    if case .null = value { true } else { false }
  }
}

extension JSON: Equatable {
  /// Whether both mean the same.
  package static func == (a: JSON, b: JSON) -> Bool {
    switch (a.value, b.value) {
    case (.null, .null): return true
    case (.bool(let x), .bool(let y)): return x == y
    case (.integer(let x), .integer(let y)): return x == y
    case (.number(let x), .number(let y)): return x == y
    case (.integer(let x), .number(let y)), (.number(let y), .integer(let x)):
      return Int(exactly: y) == x
    case (.string(let x), .string(let y)): return x == y
    case (.array(let x), .array(let y)): return x == y
    case (.object(let x), .object(let y)):
      return x.count == y.count && x.allSatisfy { member in b[member.key] == member.value }
    default: return false
    }
  }
}

// Not by nil: `json["key"] == nil` must ask whether the key is there.
extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self.init(.string(text)) }
  package init(integerLiteral value: Int) { self.init(.integer(value)) }
  package init(floatLiteral value: Double) { self.init(.number(value)) }
  package init(booleanLiteral value: Bool) { self.init(.bool(value)) }
  package init(arrayLiteral elements: JSON...) { self.init(.array(elements)) }
  /// An object whose members keep this order.
  package init(dictionaryLiteral members: (String, JSON)...) { self = .object(members) }
}
