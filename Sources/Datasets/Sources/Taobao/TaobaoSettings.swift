import Basics

/// What a spec says of Taobao's log: how much of it is read, what is ranked, what users did.
///
/// ```json
/// { "dataset": "taobao", "taobao": { "unit": "categories", "behaviours": ["cart", "buy"] } }
/// ```
struct TaobaoSettings: Settings, Equatable {
  /// What is ranked.
  enum Unit: String, CaseIterable, Sendable {
    /// Items, whose feature is their category.
    case items
    /// The categories of the items.
    case categories
  }

  /// A file of the user's own; nil: that of a data folder.
  var file: String?
  /// So many lines, the first that can be read: the BiLSTM-Transformer paper's 50,000.
  var rows = 50_000
  var unit = Unit.items
  /// What users did; lines of anything else are read, to tell what is bought again, and are no
  /// events.
  var kinds = TaobaoBehaviour.allCases

  static let fields: [Field<TaobaoSettings>] = [
    .file("file", \.file, "UserBehavior.csv; null: that of the folder taobao-userbehavior"),
    .integer(
      "rows", \.rows, 1...200_000_000,
      "how many lines are read, the first that are whole; the paper's 50,000"),
    .choice("unit", \.unit, "what is ranked"),
    .list(
      "behaviours", \.kinds, of: .choice(TaobaoBehaviour.allCases.map(\.rawValue)), atLeast: 1,
      "what users did; repurchase: bought what they had bought before",
      decode: { json throws(Problem) in try TaobaoBehaviour(named: json) },
      encode: { .string($0.rawValue) }),
  ]

  /// Refuses a behaviour that is named twice.
  func check(_ json: JSON) throws(Problem) {
    try refuseRepeats(kinds.map(\.rawValue), at: "behaviours", json)
  }
}

extension TaobaoSettings: SourceSettings {
  static let dataset = Taobao.name
  static let key = "taobao"
  static let summary =
    "what is read of it and what is ranked; null: items of the first 50,000 lines"
  static let standard: TaobaoSettings? = TaobaoSettings()

  var behaviours: [String]? {
    TaobaoBehaviour.allCases.filter(kinds.contains).map(\.rawValue)
  }
  var ownFiles: [String] { file.map { [$0] } ?? [] }

  mutating func changePaths(_ change: ([String]) -> [String]) {
    file = file.flatMap { change([$0]).first }
  }
}
