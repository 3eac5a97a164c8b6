import Basics
import Results

extension Runner {
  /// All that a spec measured.
  package struct Outcome: Sendable {
    /// One a system and seed, in the spec's order.
    package var results: [TrialResult] = []
    /// What other runs have measured of the same systems, where this one has a single seed.
    package var others: [TrialResult] = []
    /// By which rule seeds were added; nil: there are as many as were asked for.
    package var looks: SeedLooks?
    /// What the rows lack.
    package var gaps: [Gap] = []
    /// Why they do, in one line; nil where all is there.
    package var problem: Problem?
    /// What was chosen for which system, for the footnotes.
    package var choices: [String] = []
    /// What was tried to choose among the points of a grid.
    package var searches: [SearchRecord] = []
    /// What was counted for tables of data sets.
    package var counts: [CountedRow] = []
    /// What the data sets do not hold of their sources, for the footnotes.
    package var dataNotes: [String] = []
    /// What is known of the data of each system, each once.
    var facts: [DataFacts] = []
    /// What the spec's pipeline found in these data, each once.
    var pipelines: [PipelineFacts] = []
    /// The SHA-256 of the data set that was learned from and measured on; of several, that of
    /// theirs, a line each.
    package var dataDigest: String
    /// The seeds that were used, in the spec's order.
    package var seeds: [Int] = []
    /// The results folder that the trials are in.
    package var trials: String

    /// The trials of `results`, by content hash.
    var identities: [String] { results.flatMap(\.trials).map(\.record.identity) }

    /// Whether there is anything to show.
    package var isEmpty: Bool { results.isEmpty && counts.isEmpty && searches.isEmpty }
  }

  struct Found {
    /// By identity.
    var results: [String: TrialResult] = [:]
    var problems: [TrialProblem] = []
  }

  /// Asks `obtain` for the trials of the searches, makes the choices, and asks for what is
  /// reported.
  func outcome(
    _ plan: Plan, by obtain: ([Trial]) async throws -> Found
  ) async throws -> Outcome {
    var outcome = Outcome(
      counts: plan.counts, dataNotes: plan.dataNotes, facts: plan.facts, pipelines: plan.pipelines,
      dataDigest: plan.dataDigest, seeds: plan.seeds, trials: options.results)
    var rounds = try Searches(spec, plan)
    var wanted = 0
    while !rounds.trials.isEmpty {
      let round = distinct(rounds.trials)
      wanted += round.count
      try rounds.advance(try await obtain(round))
    }

    var finals: [[Trial]] = []
    for system in spec.systems {
      switch rounds.end(of: system) {
      case nil:
        finals.append(
          try plan.trials(system, try system.configurations()[0].settings, .reporting))
      case .lost: finals.append([])
      case .chosen(let choice, let search):
        if let note = search.note(choice) { outcome.choices.append(note) }
        if search.record.points > 1 { outcome.searches.append(search.record) }
        finals.append(
          search.isLeaky
            ? []
            : try plan.trials(
              system, choice.configuration.settings, .reporting, epochs: choice.epochs))
      }
    }
    let asked = distinct(finals.flatMap(\.self))
    wanted += asked.count
    let measured = try await obtain(asked)
    for (system, trials) in zip(spec.systems, finals) {
      let own =
        rounds.picked(for: system)
        ?? trials.seeds { measured.results[$0.identity]?.labelled($0.system) }
      outcome.results += own
      let missing = plan.seeds.filter { seed in !own.contains { $0.record.seed == seed } }
      guard !missing.isEmpty else { continue }
      let lost = Set(trials.filter { $0.seed == missing[0] }.map(\.identity))
      let reason = measured.problems.first { lost.contains($0.trial.identity) }?.problem
      outcome.gaps.append(
        Gap(
          system: system.label, seeds: missing, wanted: plan.seeds.count,
          reason: (reason ?? rounds.reason(for: system))?.message ?? "not finished"))
    }
    if plan.seeds.count == 1, !spec.claims.isEmpty {
      outcome.others = OtherSeeds(results: options.results).results(of: finals.flatMap(\.self))
    }
    outcome.problem =
      (rounds.problems + measured.problems).summary(results: options.results, of: wanted)
      ?? outcome.gaps.first.map { .run("\($0.system): \($0.reason)") }
    return outcome
  }

  /// Each trial once, whichever systems ask for it.
  private func distinct(_ trials: [Trial]) -> [Trial] {
    var seen: Set<String> = []
    return trials.filter { seen.insert($0.identity).inserted }
  }
}
