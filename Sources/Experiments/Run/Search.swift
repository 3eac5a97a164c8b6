import Schema

/// The points of a system's grid, each with the trials that tell how good it is.
struct Search {
  let system: SystemSpec
  let selection: SelectionSettings
  let candidates: [(configuration: Configuration, trials: [Trial])]

  /// What is searched for a system; nil where nothing is to be chosen.
  init?(_ system: SystemSpec, _ plan: Plan) throws {
    let configurations = try system.configurations()
    let hasChoice = configurations.count > 1 || system.recommender.learning == .epochs
    guard let selection = try plan.spec.selection(of: system), hasChoice else { return nil }
    let purpose: Trial.Purpose = selection.part == .validation ? .choosing : .reporting
    (self.system, self.selection) = (system, selection)
    candidates = try configurations.map { configuration in
      (configuration, try plan.trials(system, configuration.settings, purpose))
    }
  }

  /// Whether the choice is made on what is reported, as some papers do.
  var isLeaky: Bool { selection.part == .test }

  /// Every trial that has to finish before the choice is made.
  var trials: [Trial] { candidates.flatMap(\.trials) }

  /// The best of the points whose trials all have results.
  ///
  /// Throws `Problem.run` when there is none.
  func choice(_ results: [String: TrialResult]) throws(Problem) -> Choice {
    let whole = candidates.compactMap { candidate in
      let own = candidate.trials.compactMap { results[$0.identity] }
      return own.count == candidate.trials.count ? (candidate.configuration, own) : nil
    }
    return try Choice(whole, by: selection.metric, system: system.label)
  }

  /// The footnote on what was chosen.
  func note(_ choice: Choice, without hopeless: Set<String>) -> String {
    var text = "\(system.label): \(choice.text), chosen on the \(selection.part.rawValue) part"
    if isLeaky { text += " (leaky)" }
    let lost = candidates.count { $0.trials.contains { hopeless.contains($0.identity) } }
    if lost > 0 { text += "; \(lost) of \(candidates.count) points gave no numbers" }
    return text
  }
}
