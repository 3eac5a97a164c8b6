/// Fields that hold arrays. `atLeast` is the least number of elements, by default none.
extension Field {
  /// An array of values that can be read from and written as JSON.
  package static func list<Value>(
    _ name: String, _ path: any Path<[Value]>, of kind: FieldKind, atLeast least: Int = 0,
    _ summary: String,
    decode: @escaping @Sendable (JSON) throws(Problem) -> Value,
    encode: @escaping @Sendable (Value) -> JSON
  ) -> Field {
    custom(
      name, path, .list(kind, atLeast: least), summary,
      decode: { json throws(Problem) in
        let elements = try json.asArray()
        guard elements.count >= least else {
          let found = elements.isEmpty ? "is empty" : "has \(elements.count)"
          let wanted = least == 1 ? "1 element" : "\(least) elements"
          throw json.problem("this list \(found); expected at least \(wanted)")
        }
        var (values, problems) = ([Value](), Problems())
        for element in elements {
          do throws(Problem) {
            values.append(try decode(element))
          } catch {
            problems.add(error)
          }
        }
        try problems.check()
        return values
      },
      encode: { .array($0.map(encode)) })
  }

  /// An array of integers, each within `range`.
  package static func integers(
    _ name: String, _ path: any Path<[Int]>, _ range: ClosedRange<Int>, atLeast least: Int = 0,
    _ summary: String
  ) -> Field {
    list(
      name, path, of: .integer(range), atLeast: least, summary,
      decode: { json throws(Problem) in try json.asInteger(in: range) }, encode: { .integer($0) })
  }

  /// An array of numbers, each within `range`.
  package static func numbers(
    _ name: String, _ path: any Path<[Double]>, _ range: ClosedRange<Double>,
    atLeast least: Int = 0, _ summary: String
  ) -> Field {
    list(
      name, path, of: .number(range), atLeast: least, summary,
      decode: { json throws(Problem) in try json.asNumber(in: range) }, encode: { .number($0) })
  }

  /// An array of strings.
  package static func texts(
    _ name: String, _ path: any Path<[String]>, atLeast least: Int = 0, _ summary: String
  ) -> Field {
    strings(name, path, .text, least, summary) { json throws(Problem) in try json.asString() }
  }

  /// An array of strings that may have several lines, see ``FieldKind/prose``.
  package static func prose(
    _ name: String, _ path: any Path<[String]>, _ summary: String
  ) -> Field {
    strings(name, path, .prose, 0, summary) { json throws(Problem) in try json.asString() }
  }

  /// An array of paths of files, relative to the one that they are written in.
  package static func files(
    _ name: String, _ path: any Path<[String]>, atLeast least: Int = 0, _ summary: String
  ) -> Field {
    strings(name, path, .text, least, summary) { json throws(Problem) in try json.asPath() }
  }

  private static func strings(
    _ name: String, _ path: any Path<[String]>, _ kind: FieldKind, _ least: Int, _ summary: String,
    decode: @escaping @Sendable (JSON) throws(Problem) -> String
  ) -> Field {
    list(
      name, path, of: kind, atLeast: least, summary, decode: decode, encode: { .string($0) })
  }

  /// An array of an enumeration's names.
  package static func choices<Value: Choice>(
    _ name: String, _ path: any Path<[Value]>, atLeast least: Int = 0, _ summary: String
  ) -> Field {
    list(
      name, path, of: .choice(Value.names), atLeast: least, summary,
      decode: { json throws(Problem) in try Value(decoding: json) },
      encode: { .string($0.rawValue) })
  }

  /// An array of objects of settings.
  package static func objects<Value: Settings>(
    _ name: String, _ path: any Path<[Value]>, atLeast least: Int = 0, _ summary: String
  ) -> Field {
    list(
      name, path, of: Value.fieldKind, atLeast: least, summary,
      decode: { json throws(Problem) in try Value(decoding: json) }, encode: { $0.encoded() })
  }
}

/// Refuses a name that the list at `key` gives twice.
package func refuseRepeats(_ names: [String], at key: String, _ json: JSON) throws(Problem) {
  for (place, name) in names.enumerated() where names[..<place].contains(name) {
    throw (try json.member(key).asArray()[place]).problem("\"\(name)\" is given twice")
  }
}
