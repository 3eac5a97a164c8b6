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

  /// What to say of keys that people expect here and that are none: the key, and what to write
  /// instead.
  static var hints: [String: String] { get }

  /// What must hold between fields. Called after decoding with the object decoded, whose positions
  /// ``JSON/problem(_:)`` can name. Does nothing by default.
  func check(_ json: JSON) throws(Problem)
}

extension Settings {
  package static var hints: [String: String] { [:] }

  /// Asks for nothing.
  package func check(_ json: JSON) throws(Problem) {}

  /// An object with the declared keys.
  package static var fieldKind: FieldKind { .object(fieldDescriptions) }

  /// Decodes an object; keys left out keep their defaults.
  ///
  /// Throws `Problem` with `file:line:column: path:` on anything but an object, an unknown key, a
  /// value of the wrong type or out of range, a text with control characters, a missing required
  /// key, or a failed ``check(_:)``: all that is wrong with the keys, or what does not hold between
  /// them.
  package init(decoding json: JSON) throws(Problem) {
    self.init()
    let fields = Self.fields
    var problems = Problems()
    // A key that is misspelt is not missing, too.
    var misspelt: Set<String> = []
    for member in try json.asObject() {
      guard let field = fields.first(where: { $0.name == member.key }) else {
        if let near = nearest(member.key, among: fields.map(\.name)) { misspelt.insert(near) }
        let hint = Self.hints[member.key].map { "; \($0)" }
        problems.add(
          member.problem(
            "unknown key" + (hint ?? suggestion(for: member.key, among: fields.map(\.name)))))
        continue
      }
      problems.attempt { () throws(Problem) in
        try field.kind.checkText(member.value)
        try field.decode(&self, member.value)
      }
    }
    for field in fields where json[field.name] == nil && !misspelt.contains(field.name) {
      let isNeeded =
        field.isRequired
        || fields.contains {
          json[$0.name] != nil && $0.needs.contains(field.name)
        }
      guard isNeeded else { continue }
      problems.add(json.problem("the key \"\(field.name)\" is missing (\(field.summary))"))
    }
    try problems.check()
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
