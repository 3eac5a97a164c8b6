import Foundation

/// The first records of a data set as they were understood, for a reader to compare with the file.
package struct RecordPreview: Sendable, Equatable {
  /// The names of the columns.
  package let header: [String]
  /// A row a record; what is unknown is a dash.
  package let rows: [[String]]

  /// The first `count` records of a data set as these settings read it: what they do not tell of
  /// any record has no column.
  package init(_ dataset: Dataset, _ settings: DataSettings, first count: Int) {
    let columns = dataset.learnableColumns
    var parts: [(name: String, cell: (Event) -> String)] = []
    if settings.hasUsers { parts.append(("user", { dataset.userIDs[Int($0.user)] })) }
    if settings.hasItems { parts.append(("item", { dataset.itemIDs[Int($0.item)] })) }
    if dataset.events.contains(where: { Self.rating($0) != nil }) {
      parts.append(("rating", { Self.rating($0) ?? Self.unknown }))
    }
    if dataset.events.contains(where: { Self.time($0) != nil }) {
      parts.append(("time", { Self.time($0) ?? Self.unknown }))
    }
    header = parts.map(\.name) + columns.map(\.name)
    rows = dataset.events.prefix(count).enumerated().map { place, event in
      parts.map { $0.cell(event) } + columns.map { $0.text(of: place) ?? Self.unknown }
    }
  }

  private static let unknown = "–"

  /// `3.5`; nil where it is not known.
  private static func rating(_ event: Event) -> String? {
    event.rating.map { String(format: "%g", $0) }
  }

  /// `2001-09-09T01:46:40Z`; nil where it is not known.
  private static func time(_ event: Event) -> String? {
    event.time.map {
      Date(timeIntervalSince1970: TimeInterval($0.seconds)).formatted(.iso8601)
    }
  }
}

extension Column {
  /// The value of a record, for readers; nil where it is missing.
  fileprivate func text(of record: Int) -> String? {
    switch values {
    case .categories(let vocabulary, let places):
      places[record] < 0 ? nil : vocabulary[Int(places[record])]
    case .numbers(let numbers):
      numbers[record].isNaN ? nil : String(format: "%g", numbers[record])
    case .sets(let vocabulary, let sets, let places):
      sets[Int(places[record])].isEmpty
        ? nil : sets[Int(places[record])].map { vocabulary[Int($0)] }.joined(separator: "|")
    }
  }

  /// What the column holds: its kind, and what values there are of how many records.
  package var summary: String {
    func missing(_ count: Int) -> String { count == 0 ? "" : ", \(count) missing" }
    switch values {
    case .categories(let vocabulary, let places):
      return "category, \(vocabulary.count) values" + missing(places.count { $0 < 0 })
    case .numbers(let numbers):
      let known = numbers.filter { !$0.isNaN }
      guard let least = known.min(), let most = known.max() else { return "number, none known" }
      let mean = known.reduce(0, +) / Double(known.count)
      return String(format: "number, %g to %g, mean %.4g", least, most, mean)
        + missing(numbers.count - known.count)
    case .sets(let vocabulary, let sets, let places):
      let sizes = places.map { sets[Int($0)].count }
      let mean = Double(sizes.reduce(0, +)) / Double(max(1, sizes.count))
      return String(format: "set, %d values, %.2f a record", vocabulary.count, mean)
        + missing(sizes.count { $0 == 0 })
    }
  }
}
