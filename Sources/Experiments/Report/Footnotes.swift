import Basics
import Datasets
import Results

/// What a reader of a table has to know besides its numbers: on what they were measured, what was
/// chosen, and how the paper is read.
struct Footnotes {
  let spec: Spec
  let outcome: Runner.Outcome

  /// Data, split and who was tested, candidates and ties, choices, assumptions and departures.
  func of(_ table: TableSpec) throws(Problem) -> [String] {
    var lines = try dataNotes(of: table)
    lines += outcome.dataNotes
    let metrics = table.columns + table.measured.flatMap(\.by.metrics)
    lines += spec.tasks(of: spec.systems).flatMap { $0.notes(on: metrics, of: spec) }
    lines += try tieNotes(of: spec.systems(of: table))
    lines += remarks(on: spec.systems(of: table).map(\.label))
    lines += try outcome.pipelines.notes(on: table, of: spec, outcome.seeds)
    lines += outcome.choices.map { "Chosen: \($0)" } + (try untuned(in: table))
    lines += try foldNotes(of: table)
    return lines + curveNotes + readings
  }

  /// Beside rows that were tuned, those that were not, and how long they train.
  private func untuned(in table: TableSpec) throws(Problem) -> [String] {
    let systems = spec.systems(of: table)
    var given: [String] = []
    for system in systems where try spec.choosing(for: system) == nil {
      let epochs = try spec.training(of: system).epochs
      given.append(
        system.recommender.learnsByEpochs ? "\(system.label) (\(epochs) epochs)" : system.label)
    }
    guard !given.isEmpty, given.count < systems.count else { return [] }
    return ["Not tuned, one point as given: " + given.joined(separator: ", ")]
  }

  /// What means go over where there are folds.
  private func foldNotes(of table: TableSpec) throws(Problem) -> [String] {
    let folds = try spec.systems(of: table).map { system throws(Problem) in
      try spec.data(of: system).split.folds
    }
    guard let names = folds.first(where: { !$0.isEmpty }) else { return [] }
    return [
      "Means go over the folds \(names.joined(separator: ", ")) first and over seeds then, ± is over"
        + " seeds; each fold, and how far folds lie apart, is in \(FoldTable.name).md"
    ]
  }

  /// Of whom points of the learning curve are missing that the spec asks for.
  private var curveNotes: [String] {
    let lacking = outcome.results.filter { $0.missing > 0 }.map {
      "\($0.record.system), seed \($0.record.seed): \($0.missing)"
    }
    guard !lacking.isEmpty else { return [] }
    return [
      "Points of learning curves that were not measured when the system was trained, and are left out: "
        + lacking.joined(separator: "; ")
    ]
  }

  /// What the rows of a table lack. A row of the paper's own columns lacks what its first system
  /// does.
  func gaps(in table: TableSpec) -> [ResultTable.Gap] {
    let rows =
      table.kind?.rows ?? spec.systems(of: table).map { (label: $0.label, system: $0.label) }
    return rows.compactMap { row in
      outcome.gaps.first { $0.system == row.system }.map {
        ResultTable.Gap(row: row.label, wanted: $0.wanted, text: $0.text)
      }
    }
  }

  /// How the paper is read here.
  var readings: [String] {
    spec.assumptions.map { "Assumption: \($0)" } + spec.departures.map { "Departure: \($0)" }
  }

  /// Where metrics over drawn items order the systems of a table otherwise than those over all
  /// items.
  func orders(in table: TableSpec) -> [String] {
    spec.metrics.compactMap { metric in
      guard let whole = metric.overAllItems, spec.metrics.contains(whole),
        table.columns.contains(metric) || table.columns.contains(whole)
      else { return nil }
      return OrderComparison(
        of: metric.name, with: whole.name, systems: spec.systems(of: table).map(\.label),
        records: outcome.results.map(\.record)
      ).footnote
    }
  }

  /// What the trials of these systems remark on what was measured, each once with those that say it.
  private func remarks(on labels: [String]) -> [String] {
    var lines: [(text: String, systems: [String])] = []
    for label in labels {
      for record in outcome.results.map(\.record) where record.system == label {
        for text in record.measurement.remarks {
          let place = lines.firstIndex { $0.text == text } ?? lines.count
          if place == lines.count { lines.append((text, [])) }
          if !lines[place].systems.contains(label) { lines[place].systems.append(label) }
        }
      }
    }
    return lines.map { "\($0.systems.joined(separator: ", ")): \($0.text)" }
  }

  /// Which neighbourhoods count all of equal neighbours, and how many lists equal scores decide.
  private func tieNotes(of systems: [SystemSpec]) throws(Problem) -> [String] {
    var sharing: [String] = []
    for system in systems where try system.sharesNeighbours { sharing.append(system.label) }
    let shares = TieShares(of: systems.map(\.label), records: outcome.results.map(\.record))
    let neighbours =
      "Of neighbours that are equal where those kept end, all count by their share: "
      + sharing.joined(separator: ", ")
    return (sharing.isEmpty ? [] : [neighbours]) + [shares.footnote].compactMap(\.self)
  }

  /// What each row of a table was measured on, said once where that is the same for all.
  private func dataNotes(of table: TableSpec) throws(Problem) -> [String] {
    var rows: [(data: DataSettings, task: LearningTask, labels: [String])] = []
    for system in spec.systems(of: table) {
      let data = try spec.data(of: system)
      let task = system.recommender.task
      if let place = rows.firstIndex(where: { $0.data == data && $0.task == task }) {
        rows[place].labels.append(system.label)
      } else {
        rows.append((data, task, [system.label]))
      }
    }
    return rows.flatMap { row in
      let systems = rows.count > 1 ? " of \(row.labels.joined(separator: ", "))" : ""
      let facts = row.data.byFold.compactMap { fold in
        outcome.facts.first { $0.isOf(fold, for: row.task) }
      }
      let notes = SplitNotes(facts, seeds: outcome.seeds)
      return ["Data\(systems): \(row.data)"]
        + (notes?.lines(systems, areRanked: spec.candidates.items == .all) ?? [])
    }
  }
}
