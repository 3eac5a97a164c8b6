/// Writes declarations of fields as a JSON Schema, draft 2020-12, for editors and other validators.
///
/// The schema accepts whatever decodes, and refuses what a declaration alone can refuse: unknown
/// keys, wrong types, values out of range, unknown names. What must hold between fields is left to
/// the decoder.
package struct SchemaWriter {
  /// Whether a value stands for itself or changes another as a JSON merge patch (RFC 7396).
  private enum Form { case whole, change }

  /// The kinds that have names, in the order in which they were first asked for.
  package private(set) var definitions: [JSON.Member] = []

  /// A writer without definitions.
  package init() {}

  /// The schema of a kind; what it refers to is then among the ``definitions``.
  package mutating func schema(of kind: FieldKind) -> JSON { schema(kind, .whole) }

  private mutating func schema(_ kind: FieldKind, _ form: Form) -> JSON {
    switch kind {
    case .integer(let range): return Self.integer(range)
    case .number(let range): return Self.number(range)
    case .boolean: return ["type": "boolean"]
    case .text, .prose, .characters: return ["type": "string"]
    case .pattern(let pattern): return ["type": "string", "pattern": .string("^(\(pattern))$")]
    case .choice(let names): return ["enum": .array(names.map(JSON.string))]
    case .list(let element, let least):
      // A merge patch replaces arrays whole.
      let elements = schema(element, .whole)
      let bound: [(String, JSON)] = least > 0 ? [("minItems", .integer(least))] : []
      return .object([("type", "array"), ("items", elements)] + bound)
    case .object(let fields):
      return .object(members(fields, form) + [("additionalProperties", false)])
    case .map(let value): return map(value, form, [])
    case .keyed(let key, let value):
      return map(value, form, [("propertyNames", schema(key, .whole))])
    case .tagged(let tag, let fields, let variants): return tagged(tag, fields, variants, form)
    case .patch(let fields): return schema(.object(fields()), .change)
    case .changing(let key, let kind, let change):
      if form == .change { return schema(change, form) }
      let named = JSON.object([(key, ["type": "string"])])
      return [
        "if": ["properties": named, "required": [.string(key)]],
        "then": schema(change, form), "else": schema(kind, form),
      ]
    case .either(let kinds):
      var schemas: [JSON] = []
      for kind in kinds { schemas.append(schema(kind, form)) }
      return ["anyOf": .array(schemas)]
    case .optional(let kind): return Self.nullable(schema(kind, form))
    case .named(let name, let kind): return reference(name, kind, form)
    case .any: return [:]
    }
  }

  /// Type, properties and, where the object stands for itself, the keys that it must have: always,
  /// or beside others.
  private mutating func members(_ fields: [FieldDescription], _ form: Form) -> [(String, JSON)] {
    var properties: [(String, JSON)] = []
    for field in fields { properties.append((field.name, property(field, form))) }
    let required = form == .whole ? fields.filter(\.isRequired).map { JSON.string($0.name) } : []
    let needs = form == .whole ? fields.filter { !$0.needs.isEmpty } : []
    let dependent = needs.map { ($0.name, JSON.array($0.needs.map(JSON.string))) }
    return [("type", "object"), ("properties", .object(properties))]
      + (required.isEmpty ? [] : [("required", .array(required))])
      + (dependent.isEmpty ? [] : [("dependentRequired", .object(dependent))])
  }

  private mutating func property(_ field: FieldDescription, _ form: Form) -> JSON {
    var schema = schema(field.kind, form)
    // In a merge patch null removes a key, and what must be there cannot be removed.
    if form == .change, !field.isRequired { schema = Self.nullable(schema) }
    var members = [JSON.Member("description", .string(field.summary))] + schema.members
    if form == .whole, let standard = field.standard, standard.isPlain {
      members.append(JSON.Member("default", standard))
    }
    return JSON(.object(members))
  }

  private mutating func map(
    _ value: FieldKind, _ form: Form, _ names: [(String, JSON)]
  ) -> JSON {
    let value = schema(value, form)
    let values = form == .change ? Self.nullable(value) : value
    return .object([("type", "object")] + names + [("additionalProperties", values)])
  }

  /// One object by a key's value. A patch may leave that key as it is, so any key may then follow.
  private mutating func tagged(
    _ tag: String, _ fields: [FieldDescription], _ variants: [FieldVariant], _ form: Form
  ) -> JSON {
    var cases: [JSON] = []
    for variant in variants {
      let name: JSON = ["const": .string(variant.name)]
      cases.append([
        "if": ["properties": .object([(tag, name)]), "required": [.string(tag)]],
        "then": .object(members(variant.fields, form).filter { $0.0 != "type" }),
      ])
    }
    return .object(
      members(fields, form) + [("allOf", .array(cases))]
        + (form == .whole ? [("unevaluatedProperties", false)] : []))
  }

  private mutating func reference(_ name: String, _ kind: FieldKind, _ form: Form) -> JSON {
    let key = form == .whole ? name : "\(name)-change"
    if !definitions.contains(where: { $0.key == key }) {
      let place = definitions.count
      definitions.append(JSON.Member(key, .null))
      definitions[place].value = schema(kind, form)
    }
    return ["$ref": .string("#/$defs/\(key)")]
  }

  private static func integer(_ range: ClosedRange<Int>) -> JSON {
    var members: [(String, JSON)] = [("type", "integer")]
    if range.lowerBound != .min { members.append(("minimum", .integer(range.lowerBound))) }
    if range.upperBound != .max { members.append(("maximum", .integer(range.upperBound))) }
    return .object(members)
  }

  private static func number(_ range: ClosedRange<Double>) -> JSON {
    var members: [(String, JSON)] = [("type", "number")]
    if range.lowerBound == .leastNonzeroMagnitude {
      members.append(("exclusiveMinimum", 0))
    } else if range.lowerBound.isFinite {
      members.append(("minimum", .number(range.lowerBound)))
    }
    if range.upperBound < .greatestFiniteMagnitude {
      members.append(("maximum", .number(range.upperBound)))
    }
    return .object(members)
  }

  /// The same, or null.
  private static func nullable(_ schema: JSON) -> JSON {
    if schema.members.isEmpty { return schema }
    if case .string = schema["type"]?.value {
      return JSON(
        .object(
          schema.members.map {
            $0.key == "type" ? JSON.Member("type", [$0.value, "null"]) : $0
          }))
    }
    return ["anyOf": [schema, ["type": "null"]]]
  }
}

extension JSON {
  /// The members of an object; none for anything else.
  fileprivate var members: [Member] {
    if case .object(let members) = value { members } else { [] }
  }

  /// Whether an editor could write this in place of the user.
  fileprivate var isPlain: Bool {
    switch value {
    case .null, .object: false
    case .array(let elements): !elements.isEmpty
    case .bool, .integer, .number, .string: true
    }
  }
}
