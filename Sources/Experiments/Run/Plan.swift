import Datasets
import Engine
import Recommenders
import Schema

/// A spec with its data at hand: what a trial of any system and settings is, and how its files are
/// read.
struct Plan: Sendable {
  let spec: Spec
  let dataset: Dataset
  /// The seeds that are used, in the spec's order.
  let seeds: [Int]
  let splits: [Int: Split]
  private let results: String
  private let facts = MachineFacts.current()

  /// Loads the data, which are fetched if need be, and splits them for every seed.
  ///
  /// Throws `Problem` where the data lack what the spec asks for.
  static func make(
    _ spec: Spec, _ options: Runner.Options, report: @escaping @Sendable (String) -> Void
  ) async throws -> Plan {
    BLAS.use(threads: 1)
    let dataset = try await spec.data.load(from: options.folders, report: report)
    let seeds = Array(spec.seeds.prefix(options.seeds ?? spec.seeds.count))
    var splits: [Int: Split] = [:]
    for seed in seeds { splits[seed] = try spec.data.makeSplit(dataset, seed: UInt64(seed)) }
    try spec.check(dataset, splits)
    return Plan(spec, dataset, seeds, splits, options.results)
  }

  private init(
    _ spec: Spec, _ dataset: Dataset, _ seeds: [Int], _ splits: [Int: Split], _ results: String
  ) {
    (self.spec, self.dataset, self.seeds) = (spec, dataset, seeds)
    (self.splits, self.results) = (splits, results)
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
    return seeds.compactMap { seed in
      splits[seed].map {
        var trial = Trial(
          system, settings, seed: seed, purpose: purpose, metrics: spec.metrics,
          training: training, data: spec.data, dataset: dataset, split: $0)
        trial.predecessor = earlier.first { $0.seed == seed }?.identity
        return trial
      }
    }
  }

  /// The work of one of these trials.
  func work(
    on trial: Trial, interruption: Interruption, observe: @escaping TrialObserver
  ) throws(Problem) -> TrialRun {
    guard let split = splits[trial.seed] else {
      throw .usage("\(trial.name): the spec has no such seed")
    }
    return TrialRun(
      trial: trial, folder: TrialFolder(trial, results: results), dataset: dataset, split: split,
      specText: spec.encoded().canonicalText, facts: facts, observe: observe,
      interruption: interruption)
  }

  /// The result of a finished trial; nil where none has finished.
  ///
  /// Throws `TrialFailure` where there can be none, and `Problem.data` on damaged files.
  func finished(_ trial: Trial) throws -> TrialResult? {
    try work(on: trial, interruption: Interruption(), observe: { _ in }).finished()
  }
}
