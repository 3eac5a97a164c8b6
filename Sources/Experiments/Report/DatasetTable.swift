import Basics
import Datasets
import Results

/// A table of data sets as it was counted, and what claims may say of it.
extension TableSpec {
  /// The table, the published numbers beside what was counted.
  ///
  /// - Parameter counts: of all rows of the spec.
  func counted(_ counts: [CountedRow], title: String, notes: [String]) -> ResultTable {
    ResultTable(
      counting: title,
      columns: quantities.map {
        ($0.name, $0.counted?.definition ?? $0.kind.countedDefinition, $0.isCount)
      },
      rows: datasets.map(\.row),
      published: { row, column in
        quantities.first { $0.name == column }?.published.first { $0.row == row }?.number.value
      },
      counted: { row, column in number(row, column, counts) },
      notes: datasets.map { dataset in
        let repeats = counts.first { $0.is == dataset }?.counts.repeats ?? 0
        return "\(dataset.row): \(dataset.data.dataset), feedback \(dataset.data.feedback)"
          + (repeats == 0 ? "" : ", \(repeats) events merged as repeats of a pair")
      } + notes)
  }

  /// The numbers that were counted, for claims.
  func countedNumbers(_ counts: [CountedRow]) -> [MeasuredNumbers.Count] {
    datasets.flatMap { dataset in
      quantities.compactMap { quantity in
        number(dataset.row, quantity.name, counts).map {
          MeasuredNumbers.Count(row: dataset.row, column: quantity.name, value: $0)
        }
      }
    }
  }

  private func number(_ row: String, _ column: String, _ counts: [CountedRow]) -> Double? {
    guard let dataset = datasets.first(where: { $0.row == row }),
      let counts = counts.first(where: { $0.is == dataset }),
      let quantity = quantities.first(where: { $0.name == column })
    else { return nil }
    if let rule = quantity.counted { return counts.others[rule].map(Double.init) }
    return counts.counts.value(of: quantity.kind)
  }
}

extension Spec {
  /// What the tables with this row count in its data set. Throws as `CountRule.count` does.
  func countRules(
    of row: CountedDataset, in dataset: Dataset
  ) throws(Problem) -> [CountRule: Int] {
    var counts: [CountRule: Int] = [:]
    for table in tables where table.datasets.contains(row) {
      for rule in table.quantities.compactMap(\.counted) where counts[rule] == nil {
        counts[rule] = try rule.count(in: dataset)
      }
    }
    return counts
  }
}

extension DatasetCounts {
  /// The number of this kind; nil for one that is not counted.
  fileprivate func value(of kind: Measure.Kind) -> Double? {
    switch kind {
    case .users: Double(users)
    case .items: Double(items)
    case .interactions: Double(interactions)
    case .sparsity: sparsity
    default: nil
    }
  }
}

extension Measure.Kind {
  /// How it is counted in a data set; empty for what is not.
  fileprivate var countedDefinition: String {
    switch self {
    case .users: "users with an interaction"
    case .items: "items with an interaction"
    case .interactions: "pairs of a user and an item"
    case .sparsity: "100 (1 − interactions / (users · items)), percent"
    default: ""
    }
  }
}
