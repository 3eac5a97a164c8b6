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
  /// The paper's columns that are no metrics of ours.
  package var quantities: [QuantitySpec] = []
  /// How the paper says it computed its numbers, for the audit.
  package var definitions = PublishedDefinitions()
  /// What each kind of table has of its own.
  private var own: [ObjectIdentifier: any Settings] = [:]

  /// What names of its files end in.
  static let suffixes = [".csv", ".md", ".tex", SignificanceReport.suffix]

  /// The decoder asks for a name and columns.
  package init() {}

  /// The keys of a spec's `tables`, each.
  package static let fields: [Field<TableSpec>] =
    [
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
      .objects("quantities", \.quantities, "the paper's columns that are no metrics of ours"),
      .object("definitions", \.definitions, "how the paper says it computed its numbers"),
    ] + TableList.all.flatMap { $0.ownFields }

  /// Refuses a table of no kind that prints nothing either, keys of other kinds than its own, and
  /// columns of one name.
  package func check(_ json: JSON) throws(Problem) {
    let kind = kind
    if kind == nil, quantities.isEmpty {
      throw json.problem(
        "the key \"columns\" is missing (the metrics shown; or \"quantities\" of the paper's own)")
    }
    if let kind { try refuseOthers(than: type(of: kind), json) }
    try kind?.check(json)
    try checkCounted(json)
    for (index, quantity) in quantities.enumerated() {
      let others = columns.map(\.name) + quantities[..<index].map(\.name)
      guard others.contains(quantity.name) else { continue }
      throw (json.at("quantities", index)["name"] ?? json).problem(
        "\"\(quantity.name)\" is given twice")
    }
  }

  private func refuseOthers(than kind: any TableKind.Type, _ json: JSON) throws(Problem) {
    let standard = TableSpec()
    for type in TableList.all where type != kind {
      for field in type.ownFields where field.encode(self) != field.encode(standard) {
        throw (json[field.name] ?? json).problem(
          "\"\(field.name)\" is not used in a table of this kind")
      }
    }
  }

  /// Refuses a count where no data set is counted.
  private func checkCounted(_ json: JSON) throws(Problem) {
    guard datasets.isEmpty, let place = quantities.firstIndex(where: { $0.counted != nil }) else {
      return
    }
    throw json.at("quantities", place).at("counted").problem(
      "\"counted\" is used beside \"datasets\" only")
  }

  /// What a kind has of its own.
  subscript<Kind: TableKind>(_: KeysOf<Kind>) -> Kind.Keys {
    get { own[ObjectIdentifier(Kind.self)] as? Kind.Keys ?? Kind.Keys() }
    set { own[ObjectIdentifier(Kind.self)] = newValue }
  }

  /// What a kind has of its own.
  subscript<Kind: TableKind>(_: Kind.Type) -> Kind.Keys {
    get { self[KeysOf<Kind>()] }
    set { self[KeysOf<Kind>()] = newValue }
  }

  /// The paper's number of that cell; nil: it printed none.
  package func published(_ label: String, _ metric: Metric) -> Double? {
    published.first { $0.system == label && $0.metric == metric }?.value
  }
}
