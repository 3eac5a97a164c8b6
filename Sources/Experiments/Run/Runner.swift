import Datasets
import Engine
import Evaluation
import Foundation
import Logging
import Results
import Schema

/// Measures a spec: fetches the data, runs what is not yet finished, chooses, and hands over results.
public struct Runner: Sendable {
  /// What the command line decides.
  public struct Options: Sendable {
    /// The results folder.
    public var results = "Results"
    /// Where data sets are.
    public var folders: DataFolders
    /// Trials at once.
    public var jobs = 1
    /// The first so many of the spec's seeds; nil: all.
    public var seeds: Int?

    /// One trial at once, all seeds, results in `Results`.
    public init(folders: DataFolders) { self.folders = folders }
  }

  /// All that a spec measured.
  public struct Outcome: Sendable {
    /// One a system and seed, in the spec's order.
    public var results: [TrialResult] = []
    /// What was chosen for which system, for the footnotes.
    public var choices: [String] = []
    /// What was learned from and measured on.
    public var dataset: Dataset
    /// The seeds that were used, in the spec's order.
    public var seeds: [Int] = []
  }

  private let spec: Spec
  private let options: Options
  private let logger: Logger
  private let progress: Progress
  private let interruption: Interruption
  private let facts = MachineFacts.current()

  /// A run of the spec that tells `logger` how it goes and stops when `interruption` asks.
  public init(_ spec: Spec, options: Options, logger: Logger, interruption: Interruption) {
    (self.spec, self.options, self.logger) = (spec, options, logger)
    self.interruption = interruption
    progress = Progress(logger: logger)
  }

  /// Runs or reuses every trial of the spec.
  ///
  /// Throws `Problem`, or `Interrupted` once everything is saved. What is finished stays finished.
  public func run() async throws -> Outcome {
    try await outcome { try await runAll($0, $1, $2) }
  }

  /// The outcome of a run that has finished; nothing is trained.
  ///
  /// Throws `Problem.run` naming the trials that are not finished.
  public func report() async throws -> Outcome {
    try await outcome { try readAll($0, $1, $2) }
  }

  /// Plans the trials, asks `obtain` for their results, by identity, and makes the choices.
  private func outcome(
    by obtain: ([Trial], Dataset, [Int: Split]) async throws -> [String: TrialResult]
  ) async throws -> Outcome {
    BLAS.use(threads: 1)
    let logger = logger
    let dataset = try await spec.data.load(from: options.folders) { logger.info("\($0)") }
    let seeds = Array(spec.seeds.prefix(options.seeds ?? spec.seeds.count))
    var splits: [Int: Split] = [:]
    for seed in seeds { splits[seed] = try spec.data.makeSplit(dataset, seed: UInt64(seed)) }
    try spec.check(dataset, splits)

    func trials(
      _ system: SystemSpec, _ settings: JSON, _ purpose: Trial.Purpose, epochs: Int? = nil
    ) throws -> [Trial] {
      var training = try spec.training(of: system)
      if let epochs { training.epochs = epochs }
      return seeds.compactMap { seed in
        splits[seed].map {
          Trial(
            system, settings, seed: seed, purpose: purpose, metrics: spec.metrics,
            training: training, data: spec.data, dataset: dataset, split: $0)
        }
      }
    }

    var outcome = Outcome(dataset: dataset, seeds: seeds)
    var searches: [Search] = []
    for system in spec.systems {
      let selection = try spec.selection(of: system)
      let configurations = try system.configurations()
      let hasChoice = configurations.count > 1 || system.recommender.learning == .epochs
      guard let selection, hasChoice else { continue }
      let purpose: Trial.Purpose = selection.part == .validation ? .choosing : .reporting
      searches.append(
        Search(
          system: system, selection: selection,
          candidates: try configurations.map { ($0, try trials(system, $0.settings, purpose)) }))
    }
    let searched = try await obtain(
      searches.flatMap { $0.candidates.flatMap(\.trials) }, dataset, splits)

    var finals: [[Trial]] = []
    var picked: [String: [TrialResult]] = [:]
    for system in spec.systems {
      guard let search = searches.first(where: { $0.system.label == system.label }) else {
        finals.append(try trials(system, try system.configurations()[0].settings, .reporting))
        continue
      }
      let candidates = search.candidates.map { candidate in
        (candidate.configuration, candidate.trials.compactMap { searched[$0.identity] })
      }
      let choice = try Choice(candidates, by: search.selection.metric, system: system.label)
      if search.selection.part == .test {
        outcome.choices.append("\(system.label): \(choice.text), chosen on the test part (leaky)")
        let own = candidates.first { $0.0 == choice.configuration }?.1 ?? []
        picked[system.label] = own.map {
          $0.at(epoch: choice.epochs).labelled(system.label)
        }
        finals.append([])
      } else {
        outcome.choices.append("\(system.label): \(choice.text), chosen on the validation part")
        finals.append(
          try trials(system, choice.configuration.settings, .reporting, epochs: choice.epochs))
      }
    }
    let measured = try await obtain(finals.flatMap(\.self), dataset, splits)
    for (system, trials) in zip(spec.systems, finals) {
      outcome.results +=
        picked[system.label] ?? trials.compactMap { measured[$0.identity]?.labelled($0.system) }
    }
    return outcome
  }

  private struct Search {
    let system: SystemSpec
    let selection: SelectionSettings
    let candidates: [(configuration: Configuration, trials: [Trial])]
  }

  /// Each trial once, whichever systems ask for it.
  private func distinct(_ trials: [Trial]) -> [Trial] {
    var seen: Set<String> = []
    return trials.filter { seen.insert($0.identity).inserted }
  }

  private func work(on trial: Trial, _ dataset: Dataset, _ split: Split) -> TrialRun {
    TrialRun(
      trial: trial, folder: TrialFolder(trial, results: options.results), dataset: dataset,
      split: split, specText: spec.encoded().canonicalText, facts: facts, progress: progress,
      interruption: interruption)
  }

  /// Reads finished trials; results by identity.
  private func readAll(
    _ trials: [Trial], _ dataset: Dataset, _ splits: [Int: Split]
  ) throws -> [String: TrialResult] {
    var results: [String: TrialResult] = [:]
    var missing: [String] = []
    let distinct = distinct(trials)
    for trial in distinct {
      guard let split = splits[trial.seed] else { continue }
      if let result = try work(on: trial, dataset, split).finished() {
        results[trial.identity] = result
      } else {
        missing.append(trial.name)
      }
    }
    guard missing.isEmpty else {
      // The points of a grid have one name.
      let names = missing.indices.filter { !missing[..<$0].contains(missing[$0]) }.map {
        missing[$0]
      }
      throw Problem.run(
        "\(options.results): \(missing.count) of \(distinct.count) trials are not finished"
          + " (\(names.joined(separator: "; "))); `reprise run` finishes them")
    }
    return results
  }

  /// Runs trials, `jobs` at a time, each on one thread; results by identity.
  private func runAll(
    _ trials: [Trial], _ dataset: Dataset, _ splits: [Int: Split]
  ) async throws -> [String: TrialResult] {
    let distinct = distinct(trials)
    progress.expect(distinct.count)
    return try await withThrowingTaskGroup(of: TrialResult.self) { group in
      var waiting = distinct.makeIterator()
      func startNext() {
        guard let trial = waiting.next(), let split = splits[trial.seed] else { return }
        let run = work(on: trial, dataset, split)
        group.addTask { try run.result() }
      }
      for _ in 0..<max(1, options.jobs) { startNext() }
      var results: [String: TrialResult] = [:]
      var interrupted = false
      while let next = await group.nextResult() {
        switch next {
        case .success(let result): results[result.record.identity] = result
        case .failure(is Interrupted): interrupted = true
        case .failure(let error):
          // The others save what they have before the run ends.
          interruption.request()
          while await group.nextResult() != nil {}
          throw error
        }
        if !interrupted, !interruption.isRequested { startNext() }
      }
      if interrupted || interruption.isRequested { throw Interrupted() }
      return results
    }
  }
}

extension TrialResult {
  /// The result under another label.
  func labelled(_ system: String) -> TrialResult {
    var record = record
    record.system = system
    return TrialResult(
      record: record,
      curve: Curve(
        curve.points.map {
          Curve.Point(
            system: system, seed: $0.seed, epoch: $0.epoch, metric: $0.metric, value: $0.value)
        }))
  }

  /// The result as it stood at an epoch of the curve.
  func at(epoch: Int) -> TrialResult {
    var record = record
    record.epochs = epoch
    record.values = record.values.map { value in
      let point = curve.points.first { $0.epoch == epoch && $0.metric == value.metric }
      return MetricValue(
        value.metric, definition: value.definition, value: point?.value ?? value.value)
    }
    return TrialResult(record: record, curve: curve)
  }
}
