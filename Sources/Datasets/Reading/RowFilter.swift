import Basics

/// A condition on records: the cell of a column is one of some values.
///
/// A spec says `{"behaviour": "buy"}` or `{"behaviour": ["buy", "fav"]}`.
package struct RowFilter: Sendable, Equatable {
  /// The name of the column.
  package let column: String
  /// What the cell may be, as written; an empty one matches "".
  package let values: [String]

  /// For reports of what was left out.
  var reason: String {
    let allowed = values.prefix(5).map { "\"\($0)\"" } + (values.count > 5 ? ["…"] : [])
    return "\(column) is not \(allowed.joined(separator: " or "))"
  }

  /// How a settings type declares filters.
  static func field<Root: Settings>(
    _ name: String, _ path: any WritableKeyPath<Root, [RowFilter]> & Sendable, _ summary: String
  ) -> Field<Root> {
    .custom(
      name, path, .map(.either([.text, .list(.text, atLeast: 1)])), summary,
      decode: { json throws(Problem) in
        var filters: [RowFilter] = []
        for member in try json.asObject() {
          guard case .array(let values) = member.value.value else {
            filters.append(RowFilter(column: member.key, values: [try member.value.asString()]))
            continue
          }
          var texts: [String] = []
          for value in values { texts.append(try value.asString()) }
          guard !texts.isEmpty else {
            throw member.value.problem("this list is empty; expected at least 1")
          }
          filters.append(RowFilter(column: member.key, values: texts))
        }
        return filters
      },
      encode: { filters in
        .object(
          filters.map { filter in
            (
              filter.column,
              filter.values.count == 1
                ? .string(filter.values[0]) : .array(filter.values.map { .string($0) })
            )
          })
      }
    ).omittedByDefault()
  }
}
