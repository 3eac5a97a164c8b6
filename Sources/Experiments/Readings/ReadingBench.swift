import Basics
import Datasets
import Evaluation
import Foundation
import Recommenders
import Results

/// A system that needs no training by epochs, as readings are searched with it.
struct QuickSystem: Sendable {
  let label: String
  let recommender: RecommenderType
  let settings: JSON

  /// Whether both rank alike.
  func isSame(as other: QuickSystem) -> Bool {
    recommender.name == other.recommender.name && settings == other.settings
  }

  /// Those that readings are searched with whatever the table's systems are: an unpersonal one, and
  /// one of each family that is fitted once.
  static func standIns() throws(Problem) -> [QuickSystem] {
    var systems: [QuickSystem] = []
    for name in ["item-pop", "item-knn", "ease", "pure-svd"] {
      let recommender = try RecommenderList.named(name)
      systems.append(
        QuickSystem(
          label: name, recommender: recommender, settings: try recommender.complete(.object([]))))
    }
    return systems
  }
}

/// Measures systems under readings of the data and of the ranking.
struct ReadingBench: Sendable {
  let metrics: [Metric]
  let rankings: [RankingReading]
  let seeds: [Int]

  /// What was measured of a system under one reading of the ranking.
  struct Measured: Sendable {
    let system: String
    let ranking: [ReadingChoice]
    let values: [Spread?]
  }

  /// Measures systems under one reading of the data, each with every reading of the ranking.
  ///
  /// Throws `Problem` where the data cannot be read or divided so.
  func measure(
    _ systems: [QuickSystem], _ settings: [(DataSettings, Dataset)]
  ) throws -> [Measured] {
    var values: [String: [[[Double]]]] = [:]
    for seed in seeds(of: settings.map(\.0)) {
      var folds: [String: [[[Double]]]] = [:]
      for (data, dataset) in settings {
        let split = try data.makeSplit(dataset, seed: UInt64(seed))
        let learned = split.trainingData(for: .reporting, of: dataset)
        for system in systems {
          let recommender = try system.recommender.make(system.settings, learned, UInt64(seed))
          folds[system.label, default: []].append(
            try ranked(recommender, split, dataset, seed: seed))
        }
      }
      for (label, folds) in folds { values[label, default: []].append(Self.mean(folds)) }
    }
    return systems.flatMap { system in
      rankings.enumerated().map { place, ranking in
        Measured(
          system: system.label, ranking: ranking.choices,
          values: spreads(values[system.label]?.map { $0[place] } ?? []))
      }
    }
  }

  /// The metrics of a recommender: [readings of the ranking][metrics]. Throws as evaluation does.
  func ranked(
    _ recommender: any Recommender, _ split: Split, _ dataset: Dataset, seed: Int
  ) throws -> [[Double]] {
    try rankings.map { ranking in
      let evaluator = try ranking.evaluator(split, of: dataset, metrics, seed: seed)
      let report = try evaluator.evaluate { recommender.scores(of: $0, into: $1) }
      return metrics.map { report[$0] }
    }
  }

  /// Of each metric the spread over seeds; nil where it is not defined.
  func spreads(_ seeds: [[Double]]) -> [Spread?] {
    metrics.indices.map { metric in
      let values = seeds.map { $0[metric] }.filter(\.isFinite)
      return values.count == seeds.count ? Spread(values) : nil
    }
  }

  /// A seed is enough where nothing is drawn.
  private func seeds(of settings: [DataSettings]) -> [Int] {
    let draws = settings.contains { $0.sample != nil || !$0.split.method.isFixed }
    return draws ? seeds : Array(seeds.prefix(1))
  }

  /// The mean over folds of values by ranking and metric.
  static func mean(_ folds: [[[Double]]]) -> [[Double]] {
    guard var sum = folds.first else { return [] }
    for fold in folds.dropFirst() {
      for (ranking, values) in fold.enumerated() {
        for (metric, value) in values.enumerated() { sum[ranking][metric] += value }
      }
    }
    return sum.map { $0.map { $0 / Double(folds.count) } }
  }
}
