/// One key of a `Settings` type: how it is decoded, checked, encoded and described.
public struct Field<Root: Sendable>: Sendable {
  /// The key in the JSON object.
  public let name: String
  /// One line: what it is, its unit, where the default comes from.
  public let summary: String
  /// The values it takes.
  public let kind: FieldKind
  /// Whether leaving the key out is a mistake.
  public private(set) var isRequired = false
  /// Reads the value into the root. Throws a `Problem` that names the value's place.
  public let decode: @Sendable (inout Root, JSON) throws(Problem) -> Void
  /// The value that the root holds.
  public let encode: @Sendable (Root) -> JSON

  /// Any value that can be read from and written as JSON.
  ///
  /// The other constructors are this one with the reading and writing filled in.
  public static func custom<Value>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ kind: FieldKind,
    _ summary: String,
    decode: @escaping @Sendable (JSON) throws(Problem) -> Value,
    encode: @escaping @Sendable (Value) -> JSON
  ) -> Field {
    Field(
      name: name, summary: summary, kind: kind,
      decode: { (root: inout Root, json: JSON) throws(Problem) in
        root[keyPath: path] = try decode(json)
      },
      encode: { encode($0[keyPath: path]) })
  }

  /// The same field, but leaving the key out is a mistake.
  public func required() -> Field {
    var field = self
    field.isRequired = true
    return field
  }
}

/// The values that a field takes, for `reprise list` and the generated JSON schema.
public indirect enum FieldKind: Sendable {
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case boolean
  case text
  /// One of these strings.
  case choice([String])
  /// An array of at least so many elements.
  case list(FieldKind, atLeast: Int)
  /// An object with these keys.
  case object([FieldDescription])
  /// An object whose keys are free and whose values are alike.
  case map(FieldKind)
  /// Any one of these.
  case either([FieldKind])
  /// The value or null.
  case optional(FieldKind)
  /// Any JSON; whoever uses it checks it.
  case any
}

/// What a reader needs to know of one field.
public struct FieldDescription: Sendable {
  /// The key in the JSON object.
  public let name: String
  /// One line: what it is, its unit, where the default comes from.
  public let summary: String
  /// The values it takes.
  public let kind: FieldKind
  /// Whether leaving the key out is a mistake.
  public let isRequired: Bool
  /// The default; nil for a required field.
  public let standard: JSON?

  /// A description of these parts.
  public init(name: String, summary: String, kind: FieldKind, isRequired: Bool, standard: JSON?) {
    self.name = name
    self.summary = summary
    self.kind = kind
    self.isRequired = isRequired
    self.standard = standard
  }
}

extension FieldKind: CustomStringConvertible {
  /// For example `integer 1…4096`, `ZR | PM | ZP`, `list of integer at least 1`.
  public var description: String {
    switch self {
    case .integer(let range): "integer, \(JSON.text(of: range))"
    case .number(let range): "number, \(JSON.text(of: range))"
    case .boolean: "true | false"
    case .text: "text"
    case .choice(let names): names.joined(separator: " | ")
    case .list(let element, let least):
      least > 0 ? "list of (\(element)), at least \(least)" : "list of (\(element))"
    case .object: "object"
    case .map(let value): "object of (\(value))"
    case .either(let kinds): kinds.map(\.description).joined(separator: " | ")
    case .optional(let kind): "\(kind) | null"
    case .any: "any JSON"
    }
  }
}
