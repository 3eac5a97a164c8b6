import Basics
import Evaluation
import Results

/// A table to print: a row a system, a column a metric, the published number beside ours.
package struct TableSpec: Settings {
  /// The name of the files.
  package var name = ""
  /// What a row stands for.
  package var rows = AuditTable.Rows.system
  /// What is shown of each.
  package var columns: [Metric] = []
  /// The labels that are shown, in this order; empty: all, in the spec's order.
  package var systems: [String] = []
  /// The paper's numbers.
  package var published: [PublishedValue] = []
  /// Which differences are tested, and how; nil: none.
  package var significance: SignificanceSettings?
  /// The paper's columns that are no metrics of ours.
  package var quantities: [QuantitySpec] = []
  /// The rows of a table of data sets that are counted; none: it is audited alone.
  package var datasets: [CountedDataset] = []
  /// How the paper says it computed its numbers, for the audit.
  package var definitions = PublishedDefinitions()

  /// What names of its files end in.
  static let suffixes = [".csv", ".md", ".tex", SignificanceReport.suffix]

  /// The decoder asks for a name and columns.
  package init() {}

  /// The keys of a spec's `tables`, each.
  package static let fields: [Field<TableSpec>] = [
    .text("name", \.name, "the name of the files").required(),
    .choice("rows", \.rows, "what a row stands for"),
    .metrics("columns", \.columns, "the metrics shown, of those measured").omittedByDefault(),
    .texts("systems", \.systems, "the labels shown, in this order; none: all"),
    .custom(
      "published", \.published,
      .map(.keyed(by: Metric.nameKind, PrintedCell.kind)),
      "the paper's numbers: label, metric, value; null where it prints none",
      decode: { json throws(Problem) in try PublishedValue.values(decoding: json) },
      encode: { PublishedValue.encoded($0) }),
    .object("significance", \.significance, "test of the differences; null: none"),
    .objects("quantities", \.quantities, "the paper's columns that are no metrics of ours"),
    .custom(
      "datasets", \.datasets, CountedDataset.kind,
      "rows dataset: what is counted in each row, by label; none: nothing",
      decode: { json throws(Problem) in try CountedDataset.rows(decoding: json) },
      encode: { CountedDataset.encoded($0) }
    ).omittedByDefault(),
    .object("definitions", \.definitions, "how the paper says it computed its numbers"),
  ]

  /// Refuses a table without columns, columns of one name, and data sets where none is counted.
  package func check(_ json: JSON) throws(Problem) {
    if columns.isEmpty, quantities.isEmpty {
      throw json.problem(
        "the key \"columns\" is missing (the metrics shown; or \"quantities\" of the paper's own)")
    }
    if datasets.isEmpty, let place = quantities.firstIndex(where: { $0.counted != nil }),
      case .array(let written)? = json["quantities"]?.value
    {
      throw (written[place]["counted"] ?? written[place]).problem(
        "\"counted\" is used beside \"datasets\" only")
    }
    let places = try json["quantities"]?.asArray() ?? []
    try kind?.check(json)
    for (index, quantity) in quantities.enumerated() {
      let others = columns.map(\.name) + quantities[..<index].map(\.name)
      guard others.contains(quantity.name) else { continue }
      throw (places[index]["name"] ?? json).problem("\"\(quantity.name)\" is given twice")
    }
  }

  /// The paper's number of that cell; nil: it printed none.
  package func published(_ label: String, _ metric: Metric) -> Double? {
    published.first { $0.system == label && $0.metric == metric }?.value
  }
}

/// One number as the paper printed it.
package struct PublishedValue: Sendable, Equatable {
  /// The label of the system.
  package let system: String
  package let metric: Metric
  /// The number, with the digits that the paper gives it.
  package let printed: PrintedNumber
  package var value: Double { printed.value }

  /// Reads `{ "label": { "metric": number } }`.
  static func values(decoding json: JSON) throws(Problem) -> [PublishedValue] {
    var values: [PublishedValue] = []
    for row in try json.asObject() {
      for cell in try row.value.asObject() {
        let metric = try Metric(decoding: JSON(.string(cell.key), at: cell.keyPosition))
        if values.contains(where: { $0.system == row.key && $0.metric == metric }) {
          throw cell.problem("\"\(metric)\" is given twice")
        }
        guard let printed = try PrintedCell.number(decoding: cell.value) else { continue }
        values.append(PublishedValue(system: row.key, metric: metric, printed: printed))
      }
    }
    return values
  }

  /// The object that decodes to these values.
  static func encoded(_ values: [PublishedValue]) -> JSON {
    var labels: [String] = []
    for value in values where !labels.contains(value.system) { labels.append(value.system) }
    return .object(
      labels.map { label in
        let cells = values.filter { $0.system == label }
        return (label, .object(cells.map { ($0.metric.name, PrintedCell.encoded($0.printed)) }))
      })
  }
}
