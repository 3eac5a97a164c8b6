/// The values that a field takes, for `reprise list` and the generated JSON schema.
package indirect enum FieldKind: Sendable {
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case boolean
  /// A string that is shown on one line.
  case text
  /// A string that may have several lines.
  case prose
  /// A string that is compared with the bytes of a file and may hold any characters.
  case characters
  /// A string that this regular expression matches whole.
  case pattern(String)
  /// One of these strings.
  case choice([String])
  /// An array of at least so many elements.
  case list(FieldKind, atLeast: Int)
  /// An object with these keys.
  case object([FieldDescription])
  /// An object whose keys are free and whose values are alike.
  case map(FieldKind)
  /// An object whose keys are of one kind and whose values are alike.
  case keyed(by: FieldKind, FieldKind)
  /// An object with these keys, one of which names the variant that adds or narrows others.
  case tagged(by: String, [FieldDescription], [FieldVariant])
  /// A JSON merge patch of an object with these keys: any of them, null removes. Asked for when it
  /// is described, because what is patched may hold the field itself.
  case patch(@Sendable () -> [FieldDescription])
  /// The value; or, with a string under this key, a change of another such value, which the string
  /// names.
  case changing(by: String, FieldKind, change: FieldKind)
  /// Any one of these.
  case either([FieldKind])
  /// The value or null.
  case optional(FieldKind)
  /// A kind with a name, which a schema writes once and refers to.
  case named(String, FieldKind)
  /// Any JSON; whoever uses it checks it.
  case any
}

/// One of the objects that a ``FieldKind/tagged(by:_:_:)`` may be.
package struct FieldVariant: Sendable {
  /// The value of the key that tells the variants apart.
  package let name: String
  /// The keys beside those that all variants have, or more narrowly declared.
  package let fields: [FieldDescription]

  /// A variant of these parts.
  package init(_ name: String, _ fields: [FieldDescription]) {
    self.name = name
    self.fields = fields
  }
}

/// What a reader needs to know of one field.
package struct FieldDescription: Sendable {
  /// The key in the JSON object.
  package let name: String
  /// One line: what it is, its unit, where the default comes from.
  package let summary: String
  /// The values it takes.
  package let kind: FieldKind
  /// Whether leaving the key out is a mistake.
  package let isRequired: Bool
  /// The default; nil for a required field.
  package let standard: JSON?
  /// The keys that an object with this one must have as well.
  package let needs: [String]

  /// A description of these parts.
  package init(
    name: String, summary: String, kind: FieldKind, isRequired: Bool, standard: JSON?,
    needs: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.kind = kind
    self.isRequired = isRequired
    self.standard = standard
    self.needs = needs
  }
}

extension FieldKind: CustomStringConvertible {
  /// For example `integer 1…4096`, `ZR | PM | ZP`, `list of integer at least 1`.
  package var description: String {
    switch self {
    case .integer(let range): "integer, \(JSON.text(of: range))"
    case .number(let range): "number, \(JSON.text(of: range))"
    case .boolean: "true | false"
    case .text, .prose, .characters, .pattern: "text"
    case .choice(let names): names.joined(separator: " | ")
    case .list(let element, let least):
      least > 0 ? "list of (\(element)), at least \(least)" : "list of (\(element))"
    case .object, .tagged: "object"
    case .map(let value), .keyed(_, let value): "object of (\(value))"
    case .patch: "object of changes"
    case .either(let kinds): kinds.map(\.description).joined(separator: " | ")
    case .optional(let kind): "\(kind) | null"
    case .named(_, let kind), .changing(_, let kind, _): kind.description
    case .any: "any JSON"
    }
  }
}
