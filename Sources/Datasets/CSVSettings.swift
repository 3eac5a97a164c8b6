import Schema

/// What a spec says of a CSV file with a header line, the data set "csv".
///
/// ```json
/// { "files": ["clicks.csv"], "columns": { "customer": "user", "clicked": "label", "tags": { "kind": "set", "separator": ";" } } }
/// ```
/// Columns that are not named are not read. An empty cell is a missing value.
public struct CSVSettings: Settings, Equatable {
  /// What the data set is read from, one after another; each has the columns.
  public var files: [String] = []
  /// The columns that are read.
  public var columns: [CSVColumn] = []
  /// What becomes of a record that cannot be read.
  public var damaged = Damaged.refuse
  /// What becomes of a record with a missing value.
  public var missing = Missing.keep

  /// What becomes of a record that cannot be read.
  public enum Damaged: String, CaseIterable, Sendable {
    /// Nothing is read; the message names the line.
    case refuse
    /// It is left out, and counted.
    case drop
  }

  /// What becomes of a record with a missing value. One without user, item or label cannot be kept: unless
  /// it is dropped, it is damaged.
  public enum Missing: String, CaseIterable, Sendable {
    /// Its fields say "unknown".
    case keep
    /// It is left out, and counted.
    case drop
  }

  /// The decoder asks for files and columns.
  public init() {}

  /// The keys of a spec's `csv`.
  public static let fields: [Field<CSVSettings>] = [
    .texts("files", \.files, atLeast: 1, "files of comma-separated values with a header line")
      .required(),
    .custom(
      "columns", \.columns, .map(.either([.choice(CSVColumn.Kind.names), CSVColumn.fieldKind])),
      "what each column is, by its name in the header; others are not read",
      decode: { json throws(Problem) in
        var columns: [CSVColumn] = []
        for member in try json.asObject() { columns.append(try CSVColumn(member)) }
        if columns.isEmpty { throw json.problem("no column is read; expected at least 1") }
        return columns
      },
      encode: { .object($0.map { ($0.name, $0.encoded()) }) }
    ).required(),
    .choice("damaged", \.damaged, "what becomes of a record that cannot be read"),
    .choice("missing", \.missing, "what becomes of a record with a missing value"),
  ]

  /// Refuses two columns that both are the user, the item, the rating or the time.
  public func check(_ json: JSON) throws(Problem) {
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
  }
}

/// One column of a CSV file.
public struct CSVColumn: Settings, Equatable {
  /// What a column holds.
  public enum Kind: String, CaseIterable, Sendable {
    /// Whose record it is; the field `user`.
    case user
    /// What it is about; the field `item`.
    case item
    /// A number that the user gave.
    case rating
    /// Seconds since 1970.
    case time
    /// What is to be predicted, 0 or 1.
    case label
    /// One of several values.
    case category
    /// A number.
    case number
    /// Several values.
    case set

    /// Whether a file has one such column at most.
    var isSingle: Bool { [.user, .item, .rating, .time].contains(self) }
  }

  /// The name in the header.
  var name = ""
  /// What it holds.
  public var kind = Kind.category
  /// What stands between the values of a set.
  public var separator = "|"

  /// The decoder asks for a kind.
  public init() {}

  /// The keys of a column.
  public static let fields: [Field<CSVColumn>] = [
    .choice("kind", \.kind, "what the column holds").required(),
    .text("separator", \.separator, "what stands between the values of a set"),
  ]

  fileprivate init(_ member: JSON.Member) throws(Problem) {
    if case .string = member.value.value {
      kind = try Kind(decoding: member.value)
    } else {
      self = try CSVColumn(decoding: member.value)
    }
    name = member.key
  }

  /// Refuses a separator that separates nothing.
  public func check(_ json: JSON) throws(Problem) {
    let place = json["separator"] ?? json
    if separator.isEmpty { throw place.problem("a separator needs a character") }
    if kind != .set, separator != CSVColumn().separator {
      throw place.problem("\"separator\" is used by a set only, not by a \(kind.rawValue)")
    }
  }
}
