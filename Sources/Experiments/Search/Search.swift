import Basics
import Results

/// The search of a system's grid: rounds of trials, after each of which the best points go on.
///
/// A grid or random search is one round to the end. Halving has a round for each rung; what goes on
/// continues from its checkpoints, so that its curve is that of an uninterrupted training.
struct Search {
  /// A point with the trials of its latest round, one a seed.
  struct Candidate {
    let configuration: Configuration
    var trials: [Trial]
  }

  let system: SystemSpec
  let selection: SelectionSettings
  /// The points that are still in.
  private(set) var candidates: [Candidate]
  /// Epochs of the rounds that come, the present one first.
  private var rounds: [Int?]
  private let plan: Plan
  private let purpose: Trial.Purpose
  /// Of every point that was tried: how far it came and how good it was.
  private(set) var record: SearchRecord

  /// What is searched for a system; nil where nothing is to be chosen.
  init?(_ system: SystemSpec, _ plan: Plan) throws {
    let configurations = try system.configurations()
    guard let selection = try plan.spec.choosing(for: system) else { return nil }
    (self.system, self.selection, self.plan) = (system, selection, plan)
    purpose = selection.part == .validation ? .choosing : .reporting
    rounds = system.search.rungs.map { $0 } + [nil]
    record = SearchRecord(
      system: system.label, metric: selection.metric.name,
      better: selection.metric.better, settings: system.grid.map(\.setting),
      points: configurations.count)
    candidates = []
    for configuration in system.search.points(of: configurations) {
      candidates.append(
        Candidate(
          configuration: configuration,
          trials: try plan.trials(
            system, configuration.settings, purpose, epochs: rounds[0], for: selection)))
    }
  }

  /// Whether the choice is made on what is reported, as some papers do.
  var isLeaky: Bool { selection.part == .test }

  /// Whether no further round comes.
  var isOver: Bool { rounds.isEmpty }

  /// The trials of the present round.
  var trials: [Trial] { isOver ? [] : candidates.flatMap(\.trials) }

  /// Takes the results of the round: the best points go on to the next, if there is one.
  ///
  /// A point whose trials have not all given numbers is out.
  mutating func advance(_ results: [String: TrialResult], hopeless: Set<String>) throws {
    guard !isOver else { return }
    rounds.removeFirst()
    var ranked: [(candidate: Candidate, value: Double)] = []
    for candidate in candidates {
      let own = candidate.trials.compactMap { results[$0.identity] }
      let isWhole = own.count == candidate.trials.count
      let best = isWhole ? try? choice(among: [candidate], results) : nil
      if let best { ranked.append((candidate, best.value)) }
      if isWhole || candidate.trials.contains(where: { hopeless.contains($0.identity) }) {
        record.update(
          candidate.configuration.point.map(\.value.canonicalText),
          epochs: own.map(\.record.epochs), best: best.map { ($0.epochs, $0.value) })
      }
    }
    guard let epochs = rounds.first else {
      candidates = ranked.map(\.candidate)
      return
    }
    // Equals stay in the grid's order.
    let kept = max(1, (ranked.count + system.search.keep - 1) / system.search.keep)
    let best = ranked.indices.sorted {
      ranked[$0].value == ranked[$1].value
        ? $0 < $1 : selection.metric.better.prefers(ranked[$0].value, to: ranked[$1].value)
    }
    candidates = try best.prefix(kept).sorted().map { index in
      var candidate = ranked[index].candidate
      candidate.trials = try plan.trials(
        system, candidate.configuration.settings, purpose, epochs: epochs, for: selection)
      return candidate
    }
  }

  /// The best point and number of epochs, once the search is over.
  ///
  /// Throws `Problem.run` when no point gave numbers.
  func choice(_ results: [String: TrialResult]) throws(Problem) -> Choice {
    try choice(among: candidates, results)
  }

  private func choice(
    among candidates: [Candidate], _ results: [String: TrialResult]
  ) throws(Problem) -> Choice {
    try Choice(
      candidates.map { ($0.configuration, $0.trials.compactMap { results[$0.identity] }) },
      by: selection.metric, system: system.label)
  }

  /// The footnote on what was chosen; nil where there was nothing to choose.
  func note(_ choice: Choice) -> String? {
    let chosen = choice.text(byEpochs: system.recommender.learnsByEpochs)
    guard !chosen.isEmpty else { return nil }
    var text = "\(system.label): \(chosen), chosen on the \(selection.part.rawValue) part"
    if isLeaky { text += " (leaky)" }
    text += ", among \(record.rows.count) \(record.rows.count == 1 ? "point" : "points")"
    if system.recommender.learnsByEpochs { text += " in \(record.trained) epochs over seeds" }
    if record.hopeless > 0 {
      text += "; \(record.hopeless) of \(record.rows.count) points gave no numbers"
    }
    return text
  }
}
