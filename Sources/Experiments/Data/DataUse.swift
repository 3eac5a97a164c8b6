import Basics
import Datasets

/// Data that a spec names, and what for.
package struct DataUse: Sendable {
  /// What the spec says of them.
  package let settings: DataSettings
  /// The labels of the systems, or of the rows of tables of data sets.
  package let labels: [String]
  /// What they are divided for; nil where they are counted alone.
  package let task: LearningTask?

  /// Data that are divided for a task.
  package init(of settings: DataSettings, for task: LearningTask) {
    self.init(settings: settings, labels: [], task: task)
  }

  init(settings: DataSettings, labels: [String], task: LearningTask?) {
    (self.settings, self.labels, self.task) = (settings, labels, task)
  }

  /// Writes the parts that a trial of this seed sees; returns what there is to say of them, a line
  /// each.
  ///
  /// Throws as ``TaskRule/parts(_:of:seeds:)`` does, and `Problem.run` where a file cannot be
  /// written.
  package func writeParts(
    of dataset: Dataset, seed: Int, to folder: String
  ) throws(Problem) -> [String] {
    let rule = try TaskList.rule(of: task ?? .ranking)
    guard let parts = try rule.parts(settings, of: dataset, seeds: [seed])[seed] else { return [] }
    try parts.write(to: folder)
    let counts = parts.counts(hasUsers: settings.hasUsers)
    return [
      "\(counts.train) to learn from, \(counts.validation) to choose by, \(counts.test) to test on in"
        + " \(folder)"
    ] + ([counts].reach(below: 1).map { [$0] } ?? [])
  }

  /// Whether they are divided to train and to test, and not counted alone.
  package var isDivided: Bool { task != nil }
}

extension Spec {
  /// The data of the systems, each fold once, and then those that tables count.
  ///
  /// Throws as ``data(of:)`` does.
  package func dataUses() throws(Problem) -> [DataUse] {
    var uses: [DataUse] = []
    func add(_ settings: DataSettings, _ label: String, _ task: LearningTask?) {
      let place = uses.firstIndex { $0.settings == settings && $0.task == task }
      guard let place else {
        uses.append(DataUse(settings: settings, labels: [label], task: task))
        return
      }
      guard !uses[place].labels.contains(label) else { return }
      uses[place] = DataUse(
        settings: settings, labels: uses[place].labels + [label], task: task)
    }
    for system in systems {
      for data in try data(of: system).byFold { add(data, system.label, system.recommender.task) }
    }
    for row in tables.flatMap(\.datasets) { add(row.data, row.row, nil) }
    return uses
  }
}
