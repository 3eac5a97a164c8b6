import Basics

/// What a spec says of text files of its own, the data set "csv".
///
/// ```json
/// { "files": ["clicks.csv"], "columns": { "customer": "user", "clicked": "label", "tags": { "kind": "set", "separator": ";" } } }
/// ```
/// Columns that are not named are not read. An empty cell is a missing value. How the files are
/// written is as ``TableFormat`` says; by default commas separate, and the first line names the
/// columns.
package struct CSVSettings: Settings, Equatable {
  /// What the data set is read from, one after another; each has the columns.
  package var files: [String] = []
  /// How the files are written.
  package var format = TableFormat()
  /// The columns that are read.
  package var columns: [CSVColumn] = []
  /// Which records are read; all where it is empty.
  package var filters: [RowFilter] = []
  /// What becomes of a record that cannot be read.
  package var damaged = Damaged.refuse
  /// What becomes of a record with a missing value.
  package var missing = Missing.keep
  /// What is known of the items; nil: nothing.
  package var items: AttributeSettings?
  /// What is known of the users; nil: nothing.
  package var users: AttributeSettings?

  /// What becomes of a record that cannot be read.
  package enum Damaged: String, CaseIterable, Sendable {
    /// Nothing is read; the message names the line.
    case refuse
    /// It is left out, and counted.
    case drop
  }

  /// What becomes of a record with a missing value. One without user, item or label cannot be kept:
  /// unless it is dropped, it is damaged.
  package enum Missing: String, CaseIterable, Sendable {
    /// Its fields say "unknown".
    case keep
    /// It is left out, and counted.
    case drop
  }

  /// The decoder asks for columns.
  package init() {}

  /// The keys of a spec's `csv`.
  package static let fields: [Field<CSVSettings>] =
    [
      .files("files", \.files, "text files, gzipped or not; none where the split names them")
    ] + Field.embedded(TableFormat.fields, at: \.format) + [
      CSVColumn.field(\.columns).required(),
      RowFilter.field("where", \.filters, "the values that records must have, by column"),
      .choice("damaged", \.damaged, "what becomes of a record that cannot be read"),
      .choice("missing", \.missing, "what becomes of a record with a missing value"),
      .object("items", \.items, "files of what is known of the items; null: nothing")
        .omittedByDefault(),
      .object("users", \.users, "files of what is known of the users; null: nothing")
        .omittedByDefault(),
    ]

  /// Refuses two columns that both are the user, the item, the rating or the time, and titles of
  /// users.
  package func check(_ json: JSON) throws(Problem) {
    try format.check(json)
    if columns.contains(where: { $0.name == Records.truthName }) {
      throw (json["columns"]?[Records.truthName] ?? json).problem(
        "\"\(Records.truthName)\" is what simulations alone know; name the column otherwise")
    }
    for kind in CSVColumn.Kind.allCases where kind.isSingle {
      let own = columns.filter { $0.kind == kind }
      guard own.count > 1 else { continue }
      throw (json["columns"]?[own[1].name] ?? json).problem(
        "\"\(own[0].name)\" and \"\(own[1].name)\" are both the \(kind.rawValue)")
    }
    for (key, attributes, kind) in [("items", items, CSVColumn.Kind.item), ("users", users, .user)]
    where attributes != nil && column(of: kind) == nil {
      throw (json[key] ?? json).problem("\"\(key)\" needs a column of the kind \(kind.rawValue)")
    }
    if users?.columns.contains(where: { $0.kind == .title }) == true {
      throw (json["users"] ?? json).problem("items alone have a title")
    }
  }

  /// Refuses columns that do not say what interactions need to tell, or say what they do not use.
  func check(asRecords: Bool, _ json: JSON) throws(Problem) {
    guard !asRecords else { return }
    let places = json["columns"] ?? json
    for kind in [CSVColumn.Kind.user, .item] where column(of: kind) == nil {
      throw places.problem("ranking needs a column of the kind \(kind.rawValue)")
    }
    if let label = column(of: .label) {
      throw (places[label.name] ?? places).problem(
        "ranking does not use labels; expected \"where\": {\"\(label.name)\": \"1\"} in place of this column to"
          + " take the records with a 1 for interactions, or \"clicks\" to predict them")
    }
  }

  /// The column of a kind; nil where there is none.
  func column(of kind: CSVColumn.Kind) -> CSVColumn? { columns.first { $0.kind == kind } }
}
