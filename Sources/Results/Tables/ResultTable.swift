import Basics
import Evaluation

/// A table of measured values beside the published ones: a row a system and a column a metric, or a
/// row a data set and a column what is counted in it.
package struct ResultTable: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    /// The canonical name, `precision@5`.
    package let metric: String
    /// How it was computed; empty when nothing was measured yet.
    package let definition: String
    /// Which of its values are the better ones.
    package let better: Better
    var numbers = Numbers()
    /// What the wide table calls it, `P@5`.
    package var heading: String { MetricHeading.text(for: metric) }
  }

  /// What the numbers of a column are, by which they are printed.
  package struct Numbers: Sendable, Equatable {
    /// Whether they count something, and have no decimals.
    package let isCount: Bool
    /// Whether they are a metric's: then NaN is a value that is not defined, else one that there is
    /// not.
    package let isMetric: Bool

    /// A metric's values, unless it is said otherwise.
    package init(isCount: Bool = false, isMetric: Bool = true) {
      (self.isCount, self.isMetric) = (isCount, isMetric)
    }

    /// For readers.
    func text(_ value: Double?) -> String {
      if isMetric, value?.isNaN == true { return NumberText.undefined }
      return isCount ? NumberText.counted(value) : NumberText.rounded(value)
    }
  }

  /// How a measured mean stands in its column.
  package enum Mark: Sendable, Equatable {
    /// No other row's mean is better.
    case best
    /// Only the best mean is better.
    case second
  }

  /// One system by one metric.
  package struct Cell: Sendable, Equatable {
    /// What the paper says.
    package let published: Double?
    /// What was measured, over seeds.
    package let measured: Spread?
    /// How the mean stands among those of the column; nil for the others, and where there is only
    /// one or better values are not known.
    package fileprivate(set) var mark: Mark?
    /// Measured mean − published.
    package var difference: Double? {
      guard let published, let measured else { return nil }
      return measured.mean - published
    }
  }

  package struct Row: Sendable, Equatable {
    package let system: String
    /// One cell a column.
    package fileprivate(set) var cells: [Cell]
    /// The seeds that were measured, ascending; none of a data set.
    package let seeds: [Int]
    /// The seeds that were wanted, where some have no result; nil where all have.
    var wanted: Int?

    /// What a row whose seeds are not all there is called, and any other by its label.
    var heading: String {
      guard let wanted, !seeds.isEmpty else { return system }
      return "\(system) (\(seeds.count) of \(wanted) seeds)"
    }

    /// Whether the row was to be measured and could not be.
    var isGap: Bool { wanted != nil && seeds.isEmpty }
  }

  /// A row that lacks seeds, and why.
  package struct Gap: Sendable, Equatable {
    package let row: String
    /// The seeds that were wanted.
    package let wanted: Int
    /// A line for the footnote.
    package let text: String

    /// A gap in a row.
    package init(row: String, wanted: Int, text: String) {
      (self.row, self.wanted, self.text) = (row, wanted, text)
    }
  }

  /// What a row stands for.
  package let kind: AuditTable.Rows
  /// The heading above the table.
  package let title: String
  package let columns: [Column]
  package let rows: [Row]
  /// Lines for the footnote beside the definitions: split, assumptions, departures.
  package let notes: [String]

  /// The first of the rows below the paper's own: after the last row with a published number, where
  /// there is one and rows follow it. A line is drawn above it.
  var firstOwnRow: Int? {
    guard kind == .system else { return nil }
    return Self.firstOwnRow(rows.map { $0.cells.contains { $0.published != nil } })
  }

  /// The first row after all that the paper prints; nil where it prints none, and where none
  /// follows.
  static func firstOwnRow(_ isPrinted: [Bool]) -> Int? {
    guard let last = isPrinted.lastIndex(of: true), last + 1 < isPrinted.count else { return nil }
    return last + 1
  }

  /// Puts a table together.
  ///
  /// - Parameters:
  ///   - metrics: Canonical names, in the order of the columns.
  ///   - systems: Labels, in the order of the rows; one without records shows dashes.
  ///   - published: The paper's numbers by system and metric.
  ///   - records: The finished trials; those of other systems are not looked at.
  ///   - notes: Lines for the footnote, such as the split.
  ///   - gaps: The rows that lack seeds.
  ///   - better: Which values are the better ones, for each of `metrics`; without it, the higher
  ///     ones.
  ///   - numbers: What they are, for each of `metrics`; without it, values of metrics.
  /// - Throws: `Problem` when a published number has no place in the table, when two records are of
  ///   the same system and seed, when a record lacks a metric or computed it by another definition.
  package init(
    title: String, metrics: [String], systems: [String],
    published: [String: [String: Double]] = [:], records: [TrialRecord], notes: [String] = [],
    gaps: [Gap] = [], better: [Better] = [], numbers: [Numbers] = []
  ) throws(Problem) {
    for (system, numbers) in published.sorted(by: { $0.key < $1.key }) {
      guard systems.contains(system) else {
        throw Problem.usage(
          "published numbers of \"\(system)\", which is no row of \"\(title)\""
            + suggestion(for: system, among: systems))
      }
      for metric in numbers.keys.sorted() where !metrics.contains(metric) {
        throw Problem.usage(
          "\(system): published \"\(metric)\", which is no column of \"\(title)\""
            + suggestion(for: metric, among: metrics))
      }
    }
    var definitions: [String: String] = [:]
    var rows: [Row] = []
    for system in systems {
      let own = records.filter { $0.system == system }.sorted { $0.seed < $1.seed }
      if let twice = zip(own, own.dropFirst()).first(where: { $0.seed == $1.seed }) {
        throw Problem.data("\(system): two records of seed \(twice.0.seed)")
      }
      var cells: [Cell] = []
      for metric in metrics {
        var values: [Double] = []
        for record in own {
          guard let value = record.value(of: metric) else {
            throw Problem.data("\(system), seed \(record.seed): \(metric) was not measured")
          }
          let known = definitions[metric, default: value.definition]
          guard known == value.definition else {
            throw Problem.data(
              "\(system), seed \(record.seed): \(metric) is \"\(value.definition)\", "
                + "elsewhere in the table \"\(known)\"")
          }
          definitions[metric] = known
          values.append(value.value)
        }
        cells.append(Cell(published: published[system]?[metric], measured: Spread(values)))
      }
      let wanted = gaps.first { $0.row == system }?.wanted
      rows.append(Row(system: system, cells: cells, seeds: own.map(\.seed), wanted: wanted))
    }
    kind = .system
    self.title = title
    self.columns = metrics.enumerated().map { place, metric in
      Column(
        metric: metric, definition: definitions[metric] ?? "",
        better: better.indices.contains(place) ? better[place] : .higher,
        numbers: numbers.indices.contains(place) ? numbers[place] : Numbers())
    }
    self.rows = Self.marked(rows, columns)
    self.notes = gaps.map(\.text) + notes
  }

  /// A table of data sets, of which nothing is trained and nothing is better: what was counted in
  /// each, beside the published numbers.
  ///
  /// - Parameters:
  ///   - columns: Their names, what they are, empty where nothing counts them, and whether they are
  ///     whole numbers, in their order.
  ///   - rows: The labels, in their order.
  ///   - counted: By row and column.
  package init(
    counting title: String, columns: [(name: String, definition: String, isCount: Bool)],
    rows: [String],
    published: (_ row: String, _ column: String) -> Double?,
    counted: (_ row: String, _ column: String) -> Double?, notes: [String]
  ) {
    kind = .dataset
    (self.title, self.notes) = (title, notes)
    self.columns = columns.map {
      Column(
        metric: $0.name, definition: $0.definition, better: .neither,
        numbers: Numbers(isCount: $0.isCount, isMetric: false))
    }
    self.rows = rows.map { row in
      let cells = columns.map { column in
        Cell(
          published: published(row, column.name),
          measured: counted(row, column.name).flatMap { Spread([$0]) })
      }
      return Row(system: row, cells: cells, seeds: [])
    }
  }

  /// The rows with the best and the second best mean of each column marked; equal means share a
  /// mark.
  private static func marked(_ rows: [Row], _ columns: [Column]) -> [Row] {
    var rows = rows
    for (place, column) in columns.enumerated() where column.better != .neither {
      let means = rows.compactMap { $0.cells[place].measured?.mean }.filter { !$0.isNaN }
      guard means.count > 1 else { continue }
      let ordered = Set(means).sorted { column.better == .higher ? $0 > $1 : $0 < $1 }
      for row in rows.indices {
        guard let mean = rows[row].cells[place].measured?.mean else { continue }
        if mean == ordered[0] { rows[row].cells[place].mark = .best }
        if ordered.count > 1, mean == ordered[1] { rows[row].cells[place].mark = .second }
      }
    }
    return rows
  }
}
