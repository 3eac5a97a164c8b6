import Basics
import Datasets

/// A data set as some systems of a spec use it: divided for every seed.
struct DividedData: Sendable {
  let settings: DataSettings
  /// What it is divided for.
  let task: LearningTask
  let dataset: Dataset
  /// By seed.
  let parts: [Int: any TrialParts]

  /// Divides a data set for these seeds. Throws as ``TaskRule/parts(_:of:seeds:)`` does.
  init(
    _ settings: DataSettings, for task: LearningTask, _ dataset: Dataset, seeds: [Int]
  ) throws(Problem) {
    self.init(
      settings, for: task, dataset,
      try TaskList.rule(of: task).parts(settings, of: dataset, seeds: seeds))
  }

  /// A data set already divided.
  init(
    _ settings: DataSettings, for task: LearningTask, _ dataset: Dataset,
    _ parts: [Int: any TrialParts]
  ) {
    (self.settings, self.task, self.dataset, self.parts) = (settings, task, dataset, parts)
  }
}

/// The data sets of a spec, each read once however many systems and tables use it.
struct LoadedDatasets: Sendable {
  private var loaded: [(settings: DataSettings, dataset: Dataset)] = []

  /// Those read so far, in the order of their first use.
  var all: [Dataset] { loaded.map(\.dataset) }

  /// The data set that these settings name, read and fetched if need be.
  ///
  /// Throws as `DataSettings.load` does.
  mutating func dataset(
    of settings: DataSettings, _ options: Runner.Options,
    report: @escaping @Sendable (String) -> Void
  ) async throws(Problem) -> Dataset {
    if let known = loaded.first(where: { $0.settings.isOfSameSource(as: settings) }) {
      return known.dataset
    }
    try settings.requireMemory(options.memory)
    let dataset = try await settings.load(from: options.folders, report: report)
    loaded.append((settings, dataset))
    return dataset
  }
}
