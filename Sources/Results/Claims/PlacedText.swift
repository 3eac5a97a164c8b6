import Basics

/// A name that remembers where it was written, for a message when nothing is called so.
struct PlacedText: Sendable, Equatable {
  let text: String
  /// Where it was written; equal names may stand in different places.
  let position: JSON.Position?

  /// A name that was written nowhere.
  init(_ text: String) { (self.text, position) = (text, nil) }

  /// Reads a string.
  init(decoding json: JSON) throws(Problem) {
    (text, position) = (try json.asString(), json.position)
  }

  /// Whether both are the same name.
  static func == (a: PlacedText, b: PlacedText) -> Bool { a.text == b.text }
}

extension Field {
  static func name(_ name: String, _ path: any Path<PlacedText>, _ summary: String) -> Field {
    custom(
      name, path, .text, summary,
      decode: { json throws(Problem) in try PlacedText(decoding: json) },
      encode: { .string($0.text) })
  }

  /// A name, or null.
  static func name(_ name: String, _ path: any Path<PlacedText?>, _ summary: String) -> Field {
    custom(
      name, path, .optional(.text), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try PlacedText(decoding: json) },
      encode: { $0.map { .string($0.text) } ?? .null })
  }

  /// At least so many names.
  static func names(
    _ name: String, _ path: any Path<[PlacedText]>, atLeast least: Int = 0, _ summary: String
  ) -> Field {
    list(
      name, path, of: .text, atLeast: least, summary,
      decode: { json throws(Problem) in try PlacedText(decoding: json) },
      encode: { .string($0.text) })
  }
}
