/// A struct that is decoded from JSON by a declared list of fields.
///
/// One declaration decodes, checks ranges, refuses unknown keys with the nearest valid one, gives
/// the defaults (those of `init()`), encodes for the content hash, and describes itself.
///
/// ```swift
/// struct Options: Settings {
///   var factors = 64
///   var learningRate = 0.02
///   static let fields: [Field<Options>] = [
///     .integer("factors", \.factors, 1...4096, "latent factors per user and item"),
///     .number("learningRate", \.learningRate, 0...10, "step size of SGD"),
///   ]
/// }
/// let options = try Options(decoding: json)
/// ```
package protocol Settings: Sendable {
  init()

  /// Every key that the JSON object may have, in the order in which they are shown.
  static var fields: [Field<Self>] { get }

  /// What the object may be, for readers and the schema: by default one with the declared keys.
  static var fieldKind: FieldKind { get }

  /// What must hold between fields. Called after decoding with the object decoded, whose positions
  /// ``JSON/problem(_:)`` can name. Does nothing by default.
  func check(_ json: JSON) throws(Problem)
}

extension Settings {
  /// Asks for nothing.
  package func check(_ json: JSON) throws(Problem) {}

  /// An object with the declared keys.
  package static var fieldKind: FieldKind { .object(fieldDescriptions) }

  /// Decodes an object; keys left out keep their defaults.
  ///
  /// Throws `Problem` with `file:line:column: path:` on anything but an object, an unknown key, a
  /// value of the wrong type or out of range, a missing required key, or a failed ``check(_:)``.
  package init(decoding json: JSON) throws(Problem) {
    self.init()
    let fields = Self.fields
    for member in try json.asObject() {
      guard let field = fields.first(where: { $0.name == member.key }) else {
        throw member.problem("unknown key" + suggestion(for: member.key, among: fields.map(\.name)))
      }
      try field.decode(&self, member.value)
    }
    for field in fields where json[field.name] == nil {
      let isNeeded =
        field.isRequired
        || fields.contains {
          json[$0.name] != nil && $0.needs.contains(field.name)
        }
      guard isNeeded else { continue }
      throw json.problem("the key \"\(field.name)\" is missing (\(field.summary))")
    }
    try check(json)
  }

  /// Every field by name, defaults included but where the field says otherwise; what content hashes
  /// are taken of.
  package func encoded() -> JSON {
    let defaults = Self()
    return JSON(
      .object(
        Self.fields.compactMap { field in
          let value = field.encode(self)
          guard !field.isOmittedByDefault || value != field.encode(defaults) else { return nil }
          return JSON.Member(field.name, value)
        }))
  }

  /// What a reader and a JSON schema need to know of each field.
  package static var fieldDescriptions: [FieldDescription] {
    let defaults = Self()
    return fields.map { field in
      FieldDescription(
        name: field.name, summary: field.summary, kind: field.kind, isRequired: field.isRequired,
        standard: field.isRequired ? nil : field.encode(defaults), needs: field.needs)
    }
  }
}
