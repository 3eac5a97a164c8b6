/// One key of a `Settings` type: how it is decoded, checked, encoded and described.
package struct Field<Root: Sendable>: Sendable {
  /// The key in the JSON object.
  package let name: String
  /// One line: what it is, its unit, where the default comes from.
  package let summary: String
  /// The values it takes.
  package let kind: FieldKind
  /// Whether leaving the key out is a mistake.
  package private(set) var isRequired = false
  /// Whether the key is left out of what is encoded while it has its default.
  package private(set) var isOmittedByDefault = false
  /// Whether the value is the path of a file.
  package private(set) var isFile = false
  /// The keys that an object with this one must have as well.
  package private(set) var needs: [String] = []
  /// Reads the value into the root. Throws a `Problem` that names the value's place.
  package let decode: @Sendable (inout Root, JSON) throws(Problem) -> Void
  /// The value that the root holds.
  package let encode: @Sendable (Root) -> JSON

  /// Any value that can be read from and written as JSON.
  ///
  /// The other constructors are this one with the reading and writing filled in.
  package static func custom<Value>(
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

  /// The same field, but giving it without these other keys is a mistake.
  package func needing(_ keys: [String]) -> Field { changed { $0.needs = keys } }

  /// The same field, but left out of what is encoded while it has its default, so that a key which
  /// is added to settings changes the hash of those only that use it.
  package func omittedByDefault() -> Field { changed { $0.isOmittedByDefault = true } }

  /// The same field, whose value is the path of a file.
  func ofFile() -> Field { changed { $0.isFile = true } }

  /// The same field, but leaving the key out is a mistake.
  package func required() -> Field { changed { $0.isRequired = true } }

  private func changed(_ change: (inout Field) -> Void) -> Field {
    var field = self
    change(&field)
    return field
  }
}
