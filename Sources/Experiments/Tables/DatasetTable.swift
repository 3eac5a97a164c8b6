import Basics
import Datasets
import Evaluation
import Results

/// A row a data set and a column what is counted in it.
struct DatasetTable: TableKind {
  struct Keys: Settings {
    /// What is counted, a row each.
    var datasets: [CountedDataset] = []

    static let fields: [Field<Keys>] = [
      .custom(
        "datasets", \.datasets, CountedDataset.kind,
        "rows dataset: what is counted in each row, by label; none: nothing",
        decode: { json throws(Problem) in try CountedDataset.rows(decoding: json) },
        encode: { CountedDataset.encoded($0) }
      ).omittedByDefault()
    ]
  }

  private let table: TableSpec

  init?(_ table: TableSpec) {
    guard !table.datasets.isEmpty else { return nil }
    self.table = table
  }

  func check(_ json: JSON) throws(Problem) {
    guard table.rows == .dataset else {
      throw (json["datasets"] ?? json).problem(
        "\"datasets\" is used where \"rows\" is \"dataset\" only")
    }
    try table.refuse(
      ["columns", "systems"].map { ($0, json[$0].map { !$0.isNull } ?? false) },
      json, beside: "\"datasets\"")
    guard table.quantities.contains(where: { $0.isCounted }) else {
      throw (json["quantities"] ?? json).problem(
        "nothing is counted in \"datasets\"; expected a quantity of the kind "
          + QuantitySpec.countedKinds.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
    }
    for (quantity, place) in zip(table.quantities, try json.at("quantities").asArray())
    where quantity.measured != nil {
      throw (place["measured"] ?? place).problem("\"measured\" is not used beside \"datasets\"")
    }
  }

  func check(in spec: Spec, _ place: JSON) throws(Problem) {
    let rows = table.datasets.map(\.row)
    for (index, quantity) in table.quantities.enumerated() {
      for label in quantity.published.map(\.row) where !rows.contains(label) {
        throw place.at("quantities", index).at("published").at(label).problem(
          "\"\(label)\" is not among the table's \"datasets\""
            + suggestion(for: label, among: rows))
      }
    }
  }

  func write(_ report: ReportSources, _ writing: inout OutputsWriting) {
    let notes = report.outcome.dataNotes + report.footnotes.readings
    writing.add(counted(report.outcome.counts, title: report.spec.title, notes: notes), table.name)
  }

  /// The table, the published numbers beside what was counted.
  ///
  /// - Parameter counts: of all rows of the spec.
  private func counted(_ counts: [CountedRow], title: String, notes: [String]) -> ResultTable {
    ResultTable(
      counting: title,
      columns: table.quantities.map {
        ($0.name, $0.counted?.definition ?? $0.kind.countedDefinition, $0.isCount)
      },
      rows: table.datasets.map(\.row),
      published: { row, column in
        table.quantities.first { $0.name == column }?.published.first { $0.row == row }?.number
          .value
      },
      counted: { row, column in number(row, column, counts) },
      notes: table.datasets.map { dataset in
        let repeats = counts.first { $0.is == dataset }?.counts.repeats ?? 0
        return "\(dataset.row): \(dataset.data.dataset), feedback \(dataset.data.feedback)"
          + (repeats == 0 ? "" : ", \(repeats) events merged as repeats of a pair")
      } + notes)
  }

  func numbers(_ report: ReportSources) -> TableNumbers {
    TableNumbers(
      counts: table.datasets.flatMap { dataset in
        table.quantities.compactMap { quantity in
          number(dataset.row, quantity.name, report.outcome.counts).map {
            MeasuredNumbers.Count(row: dataset.row, column: quantity.name, value: $0)
          }
        }
      })
  }

  private func number(_ row: String, _ column: String, _ counts: [CountedRow]) -> Double? {
    guard let dataset = table.datasets.first(where: { $0.row == row }),
      let counts = counts.first(where: { $0.is == dataset }),
      let quantity = table.quantities.first(where: { $0.name == column })
    else { return nil }
    if let rule = quantity.counted { return counts.others[rule].map(Double.init) }
    return counts.counts.value(of: quantity.kind)
  }
}

extension TableSpec {
  /// What is counted in its rows; none: it counts nothing.
  package var datasets: [CountedDataset] {
    get { self[DatasetTable.self].datasets }
    set { self[DatasetTable.self].datasets = newValue }
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
