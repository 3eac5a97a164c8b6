import Basics
import Results

/// A row a system and a column a metric, with the tests of their differences.
struct MetricTable: TableKind {
  struct Keys: Settings {
    /// Which differences are tested, and how; nil: none.
    var significance: SignificanceSettings?
    /// The smallest difference that matters, by metric.
    var equivalence = Margins()

    static let fields: [Field<Keys>] = [
      .object("significance", \.significance, "test of the differences; null: none"),
      .margins("equivalence", \.equivalence, "the smallest difference that matters, by metric"),
    ]
  }

  private let table: TableSpec

  init?(_ table: TableSpec) {
    guard !table.columns.isEmpty else { return nil }
    self.table = table
  }

  /// What the paper alone has columns for is audited, not measured.
  func write(_ report: ReportSources, _ writing: inout OutputsWriting) {
    guard !report.spec.systems.isEmpty else { return }
    var comparisons: SignificanceReport?
    var untested: [String] = []
    if let significance = table.significance {
      let problems = writing.written.problems.count
      comparisons = writing.attempt { try self.comparisons(significance, report) }
      untested = writing.written.problems.dropFirst(problems).map { "Not tested: \($0.message)" }
    }
    writing.add(writing.attempt { try made(report, comparisons, untested) }, table.name)
    writing.put { try comparisons?.write(to: $0, name: table.name) }
  }

  private func made(
    _ report: ReportSources, _ comparisons: SignificanceReport?, _ untested: [String]
  ) throws -> ResultTable {
    var published: [String: [String: Double]] = [:]
    for value in table.published {
      published[value.system, default: [:]][value.metric.name] = value.value
    }
    let footnotes = report.footnotes
    return try ResultTable(
      title: report.spec.title, metrics: table.columns.map(\.name),
      systems: report.spec.systems(of: table).map(\.label), published: published,
      records: report.records,
      notes: (comparisons?.footnotes ?? []) + untested
        + equivalences(report).footnotes + footnotes.orders(in: table)
        + footnotes.of(table), gaps: footnotes.gaps(in: table), better: table.columns.map(\.better))
  }

  private func equivalences(_ report: ReportSources) -> PublishedEquivalence {
    PublishedEquivalence(
      table.published.map { .init(system: $0.system, metric: $0.metric.name, value: $0.value) },
      margins: table.equivalence.all.map { ($0.metric.name, $0.margin) }, records: report.records)
  }

  /// A margin is of a column, and needs something to compare with.
  func check(in spec: Spec, _ place: JSON) throws(Problem) {
    guard let margins = place["equivalence"] else { return }
    for (metric, _) in table.equivalence.all where !table.columns.contains(metric) {
      throw (margins[metric.name] ?? margins).problem(
        "\"\(metric.name)\" is no column of this table"
          + suggestion(for: metric.name, among: table.columns.map(\.name)))
    }
    if table.significance == nil, table.published.isEmpty {
      throw margins.problem(
        "there is nothing to be equivalent to; expected \"significance\" or \"published\"")
    }
  }

  /// The tests of the table; systems without a result are left out, as the gaps say.
  private func comparisons(
    _ significance: SignificanceSettings, _ report: ReportSources
  ) throws -> SignificanceReport {
    let measured = Set(report.records.map(\.system))
    let systems = report.spec.systems(of: table).map(\.label)
    guard measured.contains(significance.against) else {
      throw Problem.run(
        "\(table.name): \(significance.against) has no result to test the others against")
    }
    return try TableSignificance(
      significance, margins: table.equivalence.byName, results: report.outcome.results,
      folder: report.outcome.trials
    ).compare(systems: systems.filter(measured.contains), metrics: table.columns)
  }
}

extension TableSpec {
  /// Which differences are tested, and how; nil: none.
  package var significance: SignificanceSettings? { self[MetricTable.self].significance }
  /// The smallest difference that matters, of the columns that say so.
  var equivalence: Margins { self[MetricTable.self].equivalence }
}
