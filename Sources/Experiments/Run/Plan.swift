import Datasets
import Engine
import Recommenders
import Schema

/// A spec with its data at hand: what a trial of any system and settings is, and how its files are
/// read.
struct Plan: Sendable {
  let spec: Spec
  /// The seeds that are used, in the spec's order.
  let seeds: [Int]
  /// The SHA-256 of all data, see ``LoadedDatasets``.
  let dataDigest: String
  /// What the data sets do not hold of their sources, for the footnotes.
  let dataNotes: [String]
  /// What the rows of tables of data sets hold, each once.
  let counts: [CountedRow]
  /// What the systems learn from, each once.
  private let data: [DividedData]
  private let results: String
  private let facts = MachineFacts.current()

  /// Loads the data, which are fetched if need be, and splits them for every seed.
  ///
  /// Throws `Problem` where the data lack what the spec asks for.
  static func make(
    _ spec: Spec, _ options: Runner.Options, report: @escaping @Sendable (String) -> Void
  ) async throws -> Plan {
    BLAS.use(threads: 1)
    let seeds = spec.seeds(options.seeds)
    var datasets = LoadedDatasets()
    var data: [DividedData] = []
    for system in spec.systems {
      let settings = try spec.data(of: system)
      guard !data.contains(where: { $0.settings == settings }) else { continue }
      let divided = try DividedData(
        settings, try await datasets.dataset(of: settings, options, report: report), seeds: seeds)
      try spec.check(divided)
      data.append(divided)
    }
    var counts: [CountedRow] = []
    for row in spec.tables.flatMap(\.datasets) where !counts.contains(where: { $0.is == row }) {
      let dataset = try await datasets.dataset(of: row.data, options, report: report)
      counts.append(
        CountedRow(
          is: row, counts: try DatasetCounts(dataset, feedback: row.data.feedback),
          others: try spec.countRules(of: row, in: dataset)))
    }
    return Plan(spec, seeds, datasets, counts, data, options.results)
  }

  private init(
    _ spec: Spec, _ seeds: [Int], _ datasets: LoadedDatasets, _ counts: [CountedRow],
    _ data: [DividedData], _ results: String
  ) {
    (self.spec, self.seeds, dataDigest) = (spec, seeds, datasets.digest)
    dataNotes = datasets.all.compactMap { set in set.dropped.note.map { "\(set.name): \($0)" } }
    (self.counts, self.data, self.results) = (counts, data, results)
  }

  /// What was loaded and divided by these settings.
  private func data(_ settings: DataSettings) throws(Problem) -> DividedData {
    guard let found = data.first(where: { $0.settings == settings }) else {
      throw .usage("no system of the spec has the data \(settings)")
    }
    return found
  }

  /// The trials of a system's settings, one a seed.
  ///
  /// - Parameters:
  ///   - epochs: how long they train; nil: as long as the spec says.
  ///   - earlier: the same trials with fewer epochs, from whose ends these go on.
  func trials(
    _ system: SystemSpec, _ settings: JSON, _ purpose: Trial.Purpose, epochs: Int? = nil,
    after earlier: [Trial] = []
  ) throws -> [Trial] {
    var training = try spec.training(of: system)
    if let epochs { training.epochs = epochs }
    let data = try data(spec.data(of: system))
    return seeds.compactMap { seed in
      data.parts[seed].map {
        var trial = Trial(
          system, settings, seed: seed, purpose: purpose, metrics: spec.metrics,
          training: training, data: data.settings, dataset: data.dataset, parts: $0)
        trial.predecessor = earlier.first { $0.seed == seed }?.identity
        return trial
      }
    }
  }

  /// The work of one of these trials.
  func work(
    on trial: Trial, interruption: Interruption, observe: @escaping TrialObserver
  ) throws(Problem) -> TrialRun {
    let data = try data(trial.data.settings)
    guard let parts = data.parts[trial.seed] else {
      throw .usage("\(trial.name): the spec has no such seed")
    }
    return TrialRun(
      trial: trial, folder: TrialFolder(trial, results: results), dataset: data.dataset,
      parts: parts, specText: spec.encoded().canonicalText, facts: facts, observe: observe,
      interruption: interruption)
  }

  /// The sizes of a trial's data.
  func sizes(of trial: Trial) throws(Problem) -> TrialSizes {
    let data = try data(trial.data.settings)
    guard let parts = data.parts[trial.seed] else {
      throw .usage("\(trial.name): the spec has no such seed")
    }
    return TrialSizes(parts, of: data.dataset, for: trial.purpose)
  }

  /// The trials that the spec may come to, the chosen ones among all that may be chosen.
  func everyTrial() throws -> [Trial] {
    try spec.systems.flatMap { system in
      let configurations = try system.configurations()
      let hasChoice = configurations.count > 1 || system.recommender.learning == .epochs
      let searches = try hasChoice && spec.selection(of: system)?.part == .validation
      return try system.search.points(of: configurations).flatMap {
        try trials(system, $0.settings, searches ? .choosing : .reporting)
      }
    }
  }

  /// The result of a finished trial; nil where none has finished.
  ///
  /// Throws `TrialFailure` where there can be none, and `Problem.data` on damaged files.
  func finished(_ trial: Trial) throws -> TrialResult? {
    try work(on: trial, interruption: Interruption(), observe: { _ in }).finished()
  }
}
