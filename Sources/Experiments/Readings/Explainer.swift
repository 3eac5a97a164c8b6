import Basics
import Datasets
import Engine
import Evaluation
import Foundation
import Logging
import Recommenders
import Results

/// Searches the readings of a paper under which its published rows come near to what is measured.
package struct Explainer: Sendable {
  private let spec: Spec
  private let options: Runner.Options
  private let logger: Logger
  /// How many rows are drawn for each row's chance.
  private let draws: Int

  package init(_ spec: Spec, options: Runner.Options, logger: Logger, draws: Int) {
    (self.spec, self.options, self.logger, self.draws) = (spec, options, logger, draws)
  }

  /// The readings of the tables with published metrics, or of the one of this name.
  ///
  /// - Parameter budget: how long may be measured; what is left out then has more freedoms than
  ///   what is not. Nil: as long as it takes.
  /// - Throws: `Problem` where there is no such table, or the data cannot be had.
  package func explain(table name: String?, budget: Duration?) async throws -> [TableReadings] {
    BLAS.useOneThread()
    let tables = try self.tables(name)
    let end = budget.map { ContinuousClock.now + $0 }
    let outcome = try await Runner(
      spec, options: options, logger: logger, interruption: Interruption()
    ).report()
    var readings: [TableReadings] = []
    for table in tables { readings.append(try await explain(table, outcome, before: end)) }
    return readings
  }

  private func tables(_ name: String?) throws(Problem) -> [TableSpec] {
    let published = spec.tables.filter { !$0.columns.isEmpty && !$0.published.isEmpty }
    let ranked = published.filter { $0.columns.allSatisfy { $0.task == .ranking } }
    guard let name else {
      guard !ranked.isEmpty else {
        throw .usage(
          "no table of the spec has published metrics of rankings, so nothing is to explain")
      }
      return ranked
    }
    guard let table = ranked.first(where: { $0.name == name }) else {
      throw .usage(
        "--table \(name): no such table with published metrics of rankings"
          + suggestion(for: name, among: ranked.map(\.name)))
    }
    return [table]
  }

  private func explain(
    _ table: TableSpec, _ outcome: Runner.Outcome, before end: ContinuousClock.Instant?
  ) async throws -> TableReadings {
    let definitions = Definitions(of: table.columns)
    let bench = ReadingBench(
      metrics: definitions.metrics,
      rankings: RankingReading.all(ties: spec.ties, candidates: spec.candidates),
      seeds: outcome.seeds)
    let rows = try publishedRows(of: table)
    var notes: [String] = []
    var measured = MeasuredReadings(bench, options: options, logger: logger)
    for row in rows {
      try await measured.measure(
        rows.filter { $0.data == row.data }.compactMap(\.quick), row.data, before: end, &notes)
    }
    var explained: [TableReadings.Row] = []
    var values = measured.values
    for row in rows {
      let frozen = try await trained(row, table, outcome, bench, &notes)
      values += frozen.map { ReadingValues.Row(row.label, $0.choices, $0.values[0]) }
      let search = ReadingSearch(
        table.columns, definitions, measured.readings(of: row, frozen: frozen))
      if let found = explain(row, search, hasOwn: row.quick != nil || !frozen.isEmpty) {
        explained.append(found)
      } else {
        notes.append("\(row.label): nothing was measured that could be compared")
      }
    }
    let quick = rows.filter { $0.quick != nil && $0.data == rows.first?.data }
    let together =
      quick.count < 2
      ? nil
      : ReadingSearch(table.columns, definitions, measured.joint(quick)).nearest(
        to: quick.map(\.printed))
    return TableReadings(
      table.name, table.columns, rows: explained, together: together, notes: notes,
      values: ReadingValues(table.name, definitions.metrics, values))
  }

  /// What finished trials of a row's own system, and of its other readings, measure when they are
  /// ranked again, or have measured along their curves; none of a row that trains nothing.
  private func trained(
    _ row: PublishedSystem, _ table: TableSpec, _ outcome: Runner.Outcome, _ bench: ReadingBench,
    _ notes: inout [String]
  ) async throws -> [MeasuredReading] {
    let others = spec.systems.filter { $0.readingOf == row.label }.count
    var readings: [MeasuredReading] = []
    for system in spec.systems
    where row.quick == nil && system.label == row.label || system.readingOf == row.label {
      let choices =
        system.label == row.label ? [] : [ReadingChoice("training", system.label, among: others)]
      let results = outcome.results.filter { $0.record.system == system.label }
      let rankings = try await FrozenRankings(
        system.label, results, in: outcome.trials,
        keepEvery: spec.training(of: system).keepEvery, bench, options.folders)
      notes += rankings.notes
      readings += rankings.readings(choices, columns: table.columns)
      readings += EpochReadings.chosenOnTest(
        results, choices, columns: table.columns, metrics: bench.metrics)
    }
    return readings
  }

  private func explain(
    _ row: PublishedSystem, _ search: ReadingSearch, hasOwn: Bool
  ) -> TableReadings.Row? {
    guard let nearest = search.nearest(to: [row.printed]) else { return nil }
    var alone: [String: ReadingMatch] = [:]
    for (place, cell) in nearest.rows[0].enumerated() {
      guard let cell, !cell.isWithin else { continue }
      alone[search.columns[place].name] = search.nearest(to: row.printed, column: place)
    }
    var random = Random(seed: 1, stream: "readings/\(row.label)")
    let costs = ReadingChance(search).costs(
      draws, decimals: row.printed.map { $0?.decimals }, &random)
    let explained = TableReadings.Row(
      row.label, hasOwn: hasOwn, count: search.count, stated: search.stated([row.printed]),
      nearest: nearest, alone: alone,
      chance: ReadingChance.share(of: nearest.cost, among: costs))
    logger.notice("\(row.label): \(explained.verdict); nearest: \(nearest.choices.text)")
    return explained
  }

  /// The rows of a table for which a paper prints numbers.
  private func publishedRows(of table: TableSpec) throws(Problem) -> [PublishedSystem] {
    var rows: [PublishedSystem] = []
    for system in spec.systems(of: table) {
      let printed = table.columns.map { metric in
        table.published.first { $0.system == system.label && $0.metric == metric }?.printed
      }
      guard printed.contains(where: { $0 != nil }), system.recommender.task == .ranking else {
        continue
      }
      let quick =
        system.recommender.learnsByEpochs
        ? nil
        : QuickSystem(
          label: system.label, recommender: system.recommender,
          settings: try system.configurations()[0].settings)
      rows.append(
        PublishedSystem(
          label: system.label, printed: printed, quick: quick, data: try spec.data(of: system)))
    }
    return rows
  }
}

/// A row of a table for which a paper prints numbers.
struct PublishedSystem: Sendable {
  let label: String
  /// A number a column.
  let printed: PrintedRow
  /// Nil for a system that trains.
  let quick: QuickSystem?
  let data: DataSettings
}
