import Basics

/// A number with a name: a loss, a duration in seconds.
package struct NamedValue: Settings, Equatable {
  package var name = ""
  /// How much; NaN is written as `null`, and so is infinity.
  package var value = 0.0

  /// An empty value, for decoding.
  package init() {}

  /// A number with a name.
  package init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }

  /// The keys of the JSON object.
  package static var fields: [Field<Self>] {
    [
      .text("name", \.name, "what it is").required(),
      .measured("value", \.value, "how much").required(),
    ]
  }
}

extension Field {
  /// A number that may be undefined: NaN is `null`.
  static func measured(_ name: String, _ path: any Path<Double>, _ summary: String) -> Field {
    custom(
      name, path, .optional(.number(-.infinity ... .infinity)), summary,
      decode: { json throws(Problem) in json.isNull ? .nan : try json.asNumber() },
      encode: { $0.isFinite ? .number($0) : .null })
  }
}
