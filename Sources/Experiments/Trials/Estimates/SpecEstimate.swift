import Basics
import Datasets
import Engine
import Foundation
import Recommenders

/// About what the trials of a spec take, as far as its data are at hand.
package struct SpecEstimate: Sendable {
  /// The trials of one system.
  package struct System: Sendable {
    package let label: String
    package var trials = 0
    /// The most memory of one, bytes.
    package var bytes = 0.0
    /// Seconds of all, one after another.
    package var seconds = 0.0
    /// Seconds of the longest.
    package var longest = 0.0
    /// Whether they may end earlier: a number of epochs is chosen, or training stops where nothing
    /// improves.
    package var mayEndEarly = false
  }

  /// In the spec's order.
  package let systems: [System]

  /// The cores that may be used.
  package static var cores: Int { UsableCores.count }

  /// The most memory of one trial, bytes.
  package var bytes: Double { systems.map(\.bytes).max() ?? 0 }

  /// Whether some trials may end earlier.
  package var mayEndEarly: Bool { systems.contains(where: \.mayEndEarly) }

  /// Seconds of all trials, one a core at a time.
  package var seconds: Double {
    let whole = systems.reduce(0) { $0 + $1.seconds }
    return max(whole / Double(max(1, Self.cores)), systems.map(\.longest).max() ?? 0)
  }

  /// Estimates every system of a spec.
  ///
  /// - Parameter sizes: Data sets read for other specs, each once.
  /// - Throws: `Problem` where the data are not at hand, cannot be read or cannot be divided.
  package init(_ spec: Spec, _ sizes: inout KnownSizes) async throws(Problem) {
    var systems: [System] = []
    for system in spec.systems {
      systems.append(try await Self.estimate(system, spec, &sizes))
    }
    self.systems = systems
  }

  private static func estimate(
    _ system: SystemSpec, _ spec: Spec, _ known: inout KnownSizes
  ) async throws(Problem) -> System {
    var total = System(label: system.label)
    // Folds are of about the same size.
    let (folds, task) = (try spec.data(of: system).byFold, system.recommender.task)
    let (data, times) = (folds[0], spec.seeds.count * folds.count)
    let training = try spec.training(of: system)
    let seed = spec.seeds.first ?? 1
    func add(
      _ settings: JSON, _ sizes: TrialSizes, times: Int, share: Double = 1
    ) throws(Problem) -> Double {
      let one = try TrialEstimate(system.recommender, settings, training, spec.metrics, sizes)
      let seconds = Rates.here.seconds(one.work)
      total.trials += times
      total.bytes = max(total.bytes, one.bytes)
      total.seconds += share * seconds * Double(times)
      total.longest = max(total.longest, seconds)
      return seconds
    }
    let configurations = try system.configurations()
    let searches = try spec.choosing(for: system)?.part == .validation
    total.mayEndEarly = system.recommender.learnsByEpochs && searches
    let reported = try await known.sizes(data, for: task, seed: seed, .reporting)
    guard searches else {
      for configuration in configurations {
        _ = try add(configuration.settings, reported, times: times)
      }
      return total
    }
    let chosen = try await known.sizes(data, for: task, seed: seed, .choosing)
    let share = system.search.share(of: training.epochs, points: configurations.count)
    for configuration in system.search.points(of: configurations) {
      _ = try add(configuration.settings, chosen, times: times, share: share)
    }
    // Which is chosen is not known yet: the costliest.
    var costliest = (settings: configurations[0].settings, seconds: -1.0)
    for configuration in configurations {
      let one = try TrialEstimate(
        system.recommender, configuration.settings, training, spec.metrics, reported)
      let seconds = Rates.here.seconds(one.work)
      if seconds > costliest.seconds { costliest = (configuration.settings, seconds) }
    }
    _ = try add(costliest.settings, reported, times: times)
    return total
  }
}

extension SearchSettings {
  /// The part of all epochs of all points that is trained when the weaker ones end early.
  fileprivate func share(of epochs: Int, points: Int) -> Double {
    var (left, before, trained) = (1.0, 0.0, 0.0)
    for end in rungs.map(Double.init) + [Double(epochs)] {
      trained += left * max(0, end - before)
      (left, before) = (left / Double(max(1, keep)), end)
    }
    return min(1, trained / Double(max(1, epochs)))
  }
}

/// The sizes of data sets that are at hand, each read and divided once.
package struct KnownSizes: Sendable {
  private let folders: DataFolders
  private var datasets: [(settings: DataSettings, dataset: Dataset)] = []
  private var known: [(of: DataSettings, task: LearningTask, Trial.Purpose, sizes: TrialSizes)] = []

  /// Those of the data sets in these folders; nothing is fetched.
  package init(_ folders: DataFolders) { self.folders = folders }

  /// The sizes of the trials of a purpose; of one seed, as those of others are about the same.
  mutating func sizes(
    _ settings: DataSettings, for task: LearningTask, seed: Int, _ purpose: Trial.Purpose
  ) async throws(Problem) -> TrialSizes {
    if let found = known.first(where: { $0.of == settings && $0.task == task && $0.2 == purpose }) {
      return found.sizes
    }
    let dataset = try await dataset(settings)
    let parts = try TaskList.rule(of: task).parts(settings, of: dataset, seeds: [seed])
    guard let sizes = parts[seed]?.sizes(for: purpose) else {
      throw .data("\(dataset.name): no split")
    }
    known.append((settings, task, purpose, sizes))
    return sizes
  }

  private mutating func dataset(_ settings: DataSettings) async throws(Problem) -> Dataset {
    if let found = datasets.first(where: { $0.settings.isOfSameSource(as: settings) }) {
      return found.dataset
    }
    if let absence = settings.absence(in: folders) { throw .data(absence) }
    let dataset = try await settings.load(from: folders)
    datasets.append((settings, dataset))
    return dataset
  }
}
