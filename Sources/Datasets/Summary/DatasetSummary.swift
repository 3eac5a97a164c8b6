import Foundation

/// What a data set holds, in figures: the row that papers print in their table of data sets, and
/// what is known of its users, items and events.
package struct DatasetSummary: Sendable, Equatable {
  /// The name by which specs call it.
  package let name: String
  /// Users, those without events included.
  package let users: Int
  /// Items, those without events included.
  package let items: Int
  /// Events.
  package let interactions: Int
  /// 1 − pairs with an event / (users · items).
  package let sparsity: Double
  /// The rest, a line each.
  package let details: [String]

  /// Counts what the data set holds.
  package init(_ dataset: Dataset) {
    name = dataset.name
    users = dataset.users
    items = dataset.items
    interactions = dataset.events.count
    sparsity =
      Interactions(
        users: dataset.users, items: dataset.items,
        pairs: dataset.events.map { ($0.user, $0.item) }
      ).sparsity
    details =
      [Self.ratings(dataset.events), Self.times(dataset.events)]
      + Self.features(dataset.userFeatures, of: "user")
      + Self.features(dataset.itemFeatures, of: "item")
      + ["fields of records: \(dataset.fieldNames.joined(separator: ", "))"]
      + dataset.notes + [dataset.dropped.note].compactMap(\.self)
      + [
        dataset.itemTitles.map { "item titles: \"\($0.first ?? "")\", …" } ?? "item titles: none",
        "SHA-256: \(dataset.digest)",
      ]
  }

  /// The table's head and row, in columns, then the details.
  package var text: String {
    let percent = String(format: "%.2f%%", 100 * sparsity)
    let head = ["data set", "users", "items", "interactions", "sparsity"]
    let row = [name, "\(users)", "\(items)", "\(interactions)", percent]
    let widths = zip(head, row).map { max($0.count, $1.count) }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).enumerated().map { place, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return place == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }
    return ([line(head), line(row), ""] + details).joined(separator: "\n")
  }

  private static func ratings(_ events: [Event]) -> String {
    let known = events.compactMap(\.rating)
    guard let least = known.min(), let most = known.max() else { return "ratings: none" }
    let mean = known.reduce(0, +) / Double(known.count)
    return String(format: "ratings: %g to %g, mean %.3f", least, most, mean)
      + unknown(events.count - known.count)
  }

  private static func times(_ events: [Event]) -> String {
    let known = events.compactMap(\.time)
    guard let first = known.min(), let last = known.max() else { return "times: none" }
    func day(_ time: Timestamp) -> String {
      Date(timeIntervalSince1970: TimeInterval(time.seconds)).formatted(
        .iso8601.year().month().day())
    }
    return "times: \(day(first)) to \(day(last))" + unknown(events.count - known.count)
  }

  private static func unknown(_ count: Int) -> String { count == 0 ? "" : ", \(count) unknown" }

  /// Like `item feature genre: 19 values, 1.72 per item, 2 items without`.
  private static func features(_ features: [Feature], of kind: String) -> [String] {
    features.map { feature in
      let values = feature.values
      let without = (0..<values.users).count { values[$0].isEmpty }
      let isSingle = (0..<values.users).allSatisfy { values[$0].count <= 1 }
      let mean = Double(values.count) / Double(max(values.users, 1))
      return "\(kind) feature \(feature.name): \(feature.vocabulary.count) values"
        + (isSingle ? "" : String(format: ", %.2f per %@", mean, kind))
        + (without == 0 ? "" : ", \(without) without")
    }
  }
}

extension [DroppedRecords] {
  /// Like `Left out: 12 records (9: price is missing; 3: damaged: …)`; nil where nothing was.
  package var note: String? {
    guard !isEmpty else { return nil }
    let total = reduce(0) { $0 + $1.count }
    return
      "Left out: \(total) \(total == 1 ? "record" : "records") (\(map { "\($0.count): \($0.reason)" }.joined(separator: "; ")))"
  }
}
