import Datasets
import Evaluation
import Recommenders
import Schema

/// What the data must offer for a spec to be measured, found out before anything trains.
extension Spec {
  /// Refuses metrics and settings that ask for features which the data set does not have, and a
  /// split that leaves nobody to choose by or to test, for the systems that use these data.
  ///
  /// - Throws: `Problem` of the recommender, naming the system, or of the evaluation.
  func check(_ data: DividedData) throws {
    let dataset = data.dataset
    let systems = try systems.filter { try self.data(of: $0) == data.settings }
    let choosesByValidation = try systems.contains {
      try selection(of: $0)?.part == .validation
    }
    for (seed, split) in data.splits.sorted(by: { $0.key < $1.key }) {
      func check(masked: Interactions, heldOut: Interactions, _ part: String) throws {
        guard heldOut.count > 0 else {
          throw Problem.data("\(dataset.name), seed \(seed): the \(part) part is empty")
        }
        _ = try Evaluator(
          metrics: metrics, masked: masked, heldOut: heldOut,
          catalogue: Catalogue(seen: masked, features: dataset.itemFeatures),
          userIDs: dataset.userIDs)
      }
      try check(masked: split.trainAndValidation, heldOut: split.test, "test")
      if choosesByValidation {
        try check(masked: split.train, heldOut: split.validation, "validation")
      }
    }
    guard let split = data.splits.values.first else { return }
    let training = TrainingData(split.trainAndValidation, of: dataset)
    for system in systems {
      for configuration in try system.configurations() {
        do throws(Problem) {
          try system.recommender.check(configuration.settings, training)
        } catch {
          throw Problem(error.kind, "\(system.label): \(error.message)")
        }
      }
    }
  }
}
