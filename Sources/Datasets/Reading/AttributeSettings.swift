import Basics

/// What a spec says of files that describe the items, or the users, of its own data.
///
/// ```json
/// { "files": ["movies.csv"], "columns": { "movieId": "id", "title": "title", "genres": { "kind": "set", "separator": "|" } } }
/// ```
package struct AttributeSettings: Settings, Equatable {
  /// What is read, one after another; each has the columns.
  package var files: [String] = []
  /// How the files are written.
  package var format = TableFormat()
  /// The columns that are read.
  package var columns: [AttributeColumn] = []

  /// The decoder asks for files and columns.
  package init() {}

  /// The keys of a description.
  package static let fields: [Field<AttributeSettings>] =
    [
      .files("files", \.files, atLeast: 1, "text files, gzipped or not").required()
    ] + Field.embedded(TableFormat.fields, at: \.format) + [
      AttributeColumn.field(\.columns).required()
    ]

  /// Asks for one id, and refuses two titles.
  package func check(_ json: JSON) throws(Problem) {
    try format.check(json)
    let places = json["columns"] ?? json
    let ids = columns.count { $0.kind == .id }
    guard ids == 1 else {
      throw places.problem("expected one column of the kind id, found \(ids)")
    }
    guard columns.count(where: { $0.kind == .title }) <= 1 else {
      throw places.problem("expected at most one title")
    }
  }
}

/// One column of a file of attributes.
package struct AttributeColumn: HeaderColumn, Equatable {
  /// What a column holds.
  package enum Kind: String, CaseIterable, Sendable {
    /// Which item or user the line is about, as the records call it.
    case id
    /// What people call the item.
    case title
    case category
    case set
  }

  /// The name in the header.
  var name = ""
  package var kind = Kind.category
  /// What stands between the values of a set.
  package var separator = "|"
  /// Cells that say as little as an empty one.
  package var unknown: [String] = []

  /// The decoder asks for a kind.
  package init() {}

  /// The keys of a column.
  package static let fields: [Field<AttributeColumn>] = [
    .choice("kind", \.kind, "what the column holds").required(),
    .characters("separator", \.separator, "what stands between the values of a set")
      .omittedByDefault(),
    .texts("unknown", \.unknown, "cells that say as little as an empty one").omittedByDefault(),
  ]

  /// Refuses a separator that separates nothing, or no set.
  package func check(_ json: JSON) throws(Problem) {
    try checkSeparator(json)
    if kind != .set, separator != AttributeColumn().separator {
      throw (json["separator"] ?? json).problem(
        "\"separator\" is used by a set only, not by a \(kind.rawValue)")
    }
  }
}
