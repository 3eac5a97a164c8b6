import Basics
import Datasets
import Evaluation
import Recommenders

/// What the data must offer for a spec to be measured, found out before anything trains.
extension Spec {
  /// Refuses metrics and settings that ask for features which the data set does not have, and a
  /// split that leaves nobody to choose by or to test, for the systems that use these data.
  ///
  /// - Throws: `Problem` of the recommender, naming the system, or of the evaluation.
  func check(_ data: DividedData) throws {
    let systems = try systems.filter {
      try $0.recommender.task == data.task && self.data(of: $0).byFold.contains(data.settings)
    }
    let choosesByValidation = try systems.contains {
      try selection(of: $0)?.part == .validation
    }
    for (seed, parts) in data.parts.sorted(by: { $0.key < $1.key }) {
      let purposes: [Trial.Purpose] = choosesByValidation ? [.reporting, .choosing] : [.reporting]
      for purpose in purposes {
        try parts.check(self, for: purpose, "\(data.dataset.name), seed \(seed)")
      }
    }
    guard let parts = data.parts.values.first else { return }
    for system in systems {
      for configuration in try system.configurations() {
        do throws(Problem) {
          try parts.check(
            system.recommender, configuration.settings, made: pipeline.features)
        } catch {
          throw Problem(error.kind, "\(system.label): \(error.message)")
        }
      }
    }
  }
}
