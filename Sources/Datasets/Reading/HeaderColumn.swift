import Basics

/// A column of a file, by its name in the header: its kind alone, or an object that says more.
protocol HeaderColumn: Settings {
  associatedtype Kind: Choice

  /// The name in the header.
  var name: String { get set }
  var kind: Kind { get set }
  /// What stands between the values of a set.
  var separator: String { get }
}

extension HeaderColumn {
  /// The column that a member of a spec's `columns` describes.
  private init(_ member: JSON.Member) throws(Problem) {
    if case .string = member.value.value {
      self.init()
      kind = try Kind(decoding: member.value)
    } else {
      try self.init(decoding: member.value)
    }
    name = member.key
  }

  /// The key of all columns that are read, by their names.
  static func field<Owner>(
    _ path: any WritableKeyPath<Owner, [Self]> & Sendable
  ) -> Field<Owner> {
    .custom(
      "columns", path, .map(.either([.choice(Kind.names), fieldKind])),
      "what each column is, by its name in the header; others are not read",
      decode: { json throws(Problem) in
        let columns = try json.asObject().map { member throws(Problem) in try Self(member) }
        if columns.isEmpty { throw json.problem("no column is read; expected at least 1") }
        return columns
      },
      encode: { .object($0.map { ($0.name, $0.encoded()) }) })
  }

  /// Refuses a separator that separates nothing.
  func checkSeparator(_ json: JSON) throws(Problem) {
    guard separator.isEmpty else { return }
    throw (json["separator"] ?? json).problem("a separator needs a character")
  }
}
