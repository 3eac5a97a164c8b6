import Datasets
import Evaluation
import Recommenders
import Results

/// What finished trials of a system measure when they are ranked again, without training: at their
/// last epoch, and at earlier ones whose models were kept.
struct FrozenRankings {
  /// What is to be known of the trials.
  let notes: [String]
  private let bench: ReadingBench
  private let seeds: [Seed]

  /// Values by ranking and metric, means over folds.
  private struct Seed {
    let last: [[Double]]
    /// At earlier epochs that every fold has kept.
    let earlier: [Int: [[Double]]]
  }

  /// Ranks finished trials of a system again. Throws as the loading of checkpoints does.
  ///
  /// - Parameters:
  ///   - label: of the system.
  ///   - results: one a seed.
  ///   - trials: the folder of results that keeps the trials.
  ///   - keepEvery: of how many epochs one was to be kept.
  init(
    _ label: String, _ results: [TrialResult], in trials: String, keepEvery: Int?,
    _ bench: ReadingBench, _ folders: DataFolders
  ) async throws {
    self.bench = bench
    var seeds: [Seed] = []
    for result in results {
      var (last, earlier): ([[[Double]]], [[Int: [[Double]]]]) = ([], [])
      for trial in result.trials {
        let folder = TrialFolder(trial.folder, results: trials)
        let model = try await TrainedModel.load(
          checkpoint: folder.checkpoint.path, folders: folders)
        let (recommender, split) = try model.ranking()
        func ranked() throws -> [[Double]] {
          try bench.ranked(recommender, split, model.dataset, seed: result.record.seed)
        }
        last.append(try ranked())
        earlier.append(
          try model.earlierModels(in: folder).mapValues { path in
            try model.show(path, in: recommender)
            return try ranked()
          })
      }
      let epochs = Set(earlier.first.map { Array($0.keys) } ?? []).filter { epoch in
        earlier.allSatisfy { $0[epoch] != nil }
      }
      seeds.append(
        Seed(
          last: ReadingBench.mean(last),
          earlier: Dictionary(
            uniqueKeysWithValues: epochs.map { epoch in
              (epoch, ReadingBench.mean(earlier.compactMap { $0[epoch] }))
            })))
    }
    self.seeds = seeds
    guard !seeds.isEmpty else {
      notes = ["\(label): has no finished trial to be ranked again; `reprise run` trains it"]
      return
    }
    var notes: [String] = []
    if seeds.count == 1 {
      notes.append(
        "\(label): one finished trial, which decides nothing, as how far seeds lie apart is not known"
      )
    }
    if keepEvery != nil, seeds.contains(where: \.earlier.isEmpty) {
      notes.append(
        "\(label): keeps no epoch before the last, as it had finished before `keepEvery` was set")
    }
    self.notes = notes
  }

  /// A reading of each ranking; and where models were kept, of each ranking at the epoch at which a
  /// column is best by it on the test part.
  ///
  /// - Parameters:
  ///   - choices: the freedoms that the training has taken.
  ///   - columns: those of the table.
  func readings(_ choices: [ReadingChoice], columns: [Metric]) -> [MeasuredReading] {
    guard !seeds.isEmpty else { return [] }
    return bench.rankings.indices.flatMap { ranking in
      [reading(choices, ranking) { $0.last[ranking] }]
        + chosenOnTest(choices, ranking, columns.filter { $0.better != .neither })
    }
  }

  private func chosenOnTest(
    _ choices: [ReadingChoice], _ ranking: Int, _ criteria: [Metric]
  ) -> [MeasuredReading] {
    let kept = seeds.map(\.earlier.count).min() ?? 0
    guard kept > 0 else { return [] }
    return criteria.compactMap { criterion in
      guard let place = bench.metrics.firstIndex(where: { $0.name == criterion.name }) else {
        return nil
      }
      let choice = ReadingChoice(
        "epoch", "chosen on test by \(criterion.name), of \(kept + 1) kept", among: criteria.count)
      return reading(choices + [choice], ranking) { seed in
        var best = seed.last[ranking]
        // The first of equals, as along a curve: from the last epoch back.
        for (_, values) in seed.earlier.sorted(by: { $0.key > $1.key })
        where !criterion.better.prefers(best[place], to: values[ranking][place]) {
          best = values[ranking]
        }
        return best
      }
    }
  }

  private func reading(
    _ choices: [ReadingChoice], _ ranking: Int, _ values: (Seed) -> [Double]
  ) -> MeasuredReading {
    MeasuredReading(
      choices + bench.rankings[ranking].choices, values: [bench.spreads(seeds.map(values))],
      isOfOneSeed: seeds.count == 1)
  }
}
