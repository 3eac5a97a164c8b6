/// Fields that hold one value.
///
/// Each comes for a property of the type and for an optional one, where JSON `null` is nil.
extension Field {
  /// A path to a property that any thread may use.
  package typealias Path<Value> = WritableKeyPath<Root, Value> & Sendable

  /// An integer within `range`.
  package static func integer(
    _ name: String, _ path: any Path<Int>, _ range: ClosedRange<Int>, _ summary: String
  ) -> Field {
    custom(
      name, path, .integer(range), summary,
      decode: { json throws(Problem) in try json.asInteger(in: range) }, encode: { .integer($0) })
  }

  /// An integer within `range`, or null.
  package static func integer(
    _ name: String, _ path: any Path<Int?>, _ range: ClosedRange<Int>, _ summary: String
  ) -> Field {
    custom(
      name, path, .optional(.integer(range)), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try json.asInteger(in: range) },
      encode: { $0.map { .integer($0) } ?? .null })
  }

  /// A number within `range`. A range from `Double.leastNonzeroMagnitude` means "above 0".
  package static func number<Value: BinaryFloatingPoint & LosslessStringConvertible & Sendable>(
    _ name: String, _ path: any Path<Value>, _ range: ClosedRange<Double>, _ summary: String
  ) -> Field {
    custom(
      name, path, .number(range), summary,
      decode: { json throws(Problem) in Value(try json.asNumber(in: range)) },
      encode: { .number(shortest($0)) })
  }

  /// A number within `range`, or null.
  package static func number<Value: BinaryFloatingPoint & LosslessStringConvertible & Sendable>(
    _ name: String, _ path: any Path<Value?>, _ range: ClosedRange<Double>, _ summary: String
  ) -> Field {
    custom(
      name, path, .optional(.number(range)), summary,
      decode: { json throws(Problem) in json.isNull ? nil : Value(try json.asNumber(in: range)) },
      encode: { $0.map { .number(shortest($0)) } ?? .null })
  }

  package static func boolean(_ name: String, _ path: any Path<Bool>, _ summary: String) -> Field {
    custom(
      name, path, .boolean, summary,
      decode: { json throws(Problem) in try json.asBool() }, encode: { .bool($0) })
  }

  /// A string on one line.
  package static func text(_ name: String, _ path: any Path<String>, _ summary: String) -> Field {
    custom(
      name, path, .text, summary,
      decode: { json throws(Problem) in try json.asString() }, encode: { .string($0) })
  }

  /// A string, or null.
  package static func text(_ name: String, _ path: any Path<String?>, _ summary: String) -> Field {
    custom(
      name, path, .optional(.text), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try json.asString() },
      encode: { $0.map { .string($0) } ?? .null })
  }

  /// A string that may have several lines, see ``FieldKind/prose``.
  package static func prose(_ name: String, _ path: any Path<String>, _ summary: String) -> Field {
    custom(
      name, path, .prose, summary,
      decode: { json throws(Problem) in try json.asString() }, encode: { .string($0) })
  }

  /// A string that may have several lines, or null.
  package static func prose(_ name: String, _ path: any Path<String?>, _ summary: String) -> Field {
    custom(
      name, path, .optional(.prose), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try json.asString() },
      encode: { $0.map { .string($0) } ?? .null })
  }

  /// The path of a file, relative to the one that it is written in, or null.
  package static func file(_ name: String, _ path: any Path<String?>, _ summary: String) -> Field {
    custom(
      name, path, .optional(.text), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try json.asPath() },
      encode: { $0.map { .string($0) } ?? .null }
    ).ofFile()
  }

  /// A string of any characters, see ``FieldKind/characters``.
  package static func characters(
    _ name: String, _ path: any Path<String>, _ summary: String
  ) -> Field {
    custom(
      name, path, .characters, summary,
      decode: { json throws(Problem) in try json.asString() }, encode: { .string($0) })
  }

  /// A string of any characters, or null.
  package static func characters(
    _ name: String, _ path: any Path<String?>, _ summary: String
  ) -> Field {
    custom(
      name, path, .optional(.characters), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try json.asString() },
      encode: { $0.map { .string($0) } ?? .null })
  }

  /// One of an enumeration's names.
  package static func choice<Value: Choice>(
    _ name: String, _ path: any Path<Value>, _ summary: String
  ) -> Field {
    custom(
      name, path, .choice(Value.names), summary,
      decode: { json throws(Problem) in try Value(decoding: json) },
      encode: { .string($0.rawValue) })
  }

  /// One of an enumeration's names, or null.
  package static func choice<Value: Choice>(
    _ name: String, _ path: any Path<Value?>, _ summary: String
  ) -> Field {
    custom(
      name, path, .optional(.choice(Value.names)), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try Value(decoding: json) },
      encode: { $0.map { .string($0.rawValue) } ?? .null })
  }

  /// One of the names of a list.
  package static func choice(
    _ name: String, _ path: any Path<String>, among names: [String], _ summary: String
  ) -> Field {
    custom(
      name, path, .choice(names), summary,
      decode: { json throws(Problem) in
        let name = try json.asString()
        guard names.contains(name) else {
          throw json.problem("unknown value \"\(name)\"" + suggestion(for: name, among: names))
        }
        return name
      }, encode: { .string($0) })
  }

  /// A nested object of settings.
  package static func object<Value: Settings>(
    _ name: String, _ path: any Path<Value>, _ summary: String
  ) -> Field {
    custom(
      name, path, Value.fieldKind, summary,
      decode: { json throws(Problem) in try Value(decoding: json) }, encode: { $0.encoded() })
  }

  /// A nested object of settings, or null.
  package static func object<Value: Settings>(
    _ name: String, _ path: any Path<Value?>, _ summary: String
  ) -> Field {
    custom(
      name, path, .optional(Value.fieldKind), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try Value(decoding: json) },
      encode: { $0?.encoded() ?? .null })
  }

  /// Any JSON, kept as it is; `kind` is what its user will ask of it, for readers and the schema.
  package static func raw(
    _ name: String, _ path: any Path<JSON>, of kind: FieldKind = .any, _ summary: String
  ) -> Field {
    custom(
      name, path, kind, summary, decode: { json throws(Problem) in json }, encode: { $0 })
  }

  /// A `Float` is encoded by its own shortest digits, not by those of the `Double` beside it.
  private static func shortest(_ value: some BinaryFloatingPoint & LosslessStringConvertible)
    -> Double
  {
    Double(value.description) ?? Double(value)
  }
}

/// An enumeration whose cases are the strings that a spec may say.
package typealias Choice = RawRepresentable<String> & CaseIterable & Sendable

extension RawRepresentable<String> where Self: CaseIterable {
  /// The strings that a spec may say, in the order of the cases.
  package static var names: [String] { allCases.map(\.rawValue) }

  /// Decodes one of the names. Throws with the nearest name.
  package init(decoding json: JSON) throws(Problem) {
    let name = try json.asString()
    guard let value = Self(rawValue: name) else {
      let known = Self.names
      throw json.problem("unknown value \"\(name)\"" + suggestion(for: name, among: known))
    }
    self = value
  }
}
