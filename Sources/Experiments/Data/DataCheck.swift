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
    let dataset = data.dataset
    let systems = try systems.filter { try self.data(of: $0) == data.settings }
    let choosesByValidation = try systems.contains {
      try selection(of: $0)?.part == .validation
    }
    for (seed, parts) in data.parts.sorted(by: { $0.key < $1.key }) {
      let purposes: [Trial.Purpose] = choosesByValidation ? [.reporting, .choosing] : [.reporting]
      for purpose in purposes {
        try check(parts, for: purpose, dataset, "\(dataset.name), seed \(seed)")
      }
    }
    guard let parts = data.parts.values.first else { return }
    for system in systems {
      for configuration in try system.configurations() {
        do throws(Problem) {
          try system.recommender.check(configuration.settings, parts, dataset)
        } catch {
          throw Problem(error.kind, "\(system.label): \(error.message)")
        }
      }
    }
  }

  /// Refuses parts on which the metrics cannot be measured.
  private func check(
    _ parts: TrialParts, for purpose: Trial.Purpose, _ dataset: Dataset, _ name: String
  ) throws {
    let empty = Problem.data("\(name): the \(purpose.part) part is empty")
    switch parts {
    case .interactions(let split):
      guard split.heldOut(for: purpose).count > 0 else { throw empty }
      _ = try split.evaluator(of: metrics, for: purpose, in: dataset)
    case .records(let records, let split):
      guard !split.heldOut(for: purpose).isEmpty else { throw empty }
      _ = try split.evaluator(of: metrics, records, for: purpose, data: name)
    }
  }
}

extension RecommenderType {
  /// Refuses settings that ask for what the data lack.
  fileprivate func check(
    _ settings: JSON, _ parts: TrialParts, _ dataset: Dataset
  ) throws(Problem) {
    switch parts {
    case .interactions(let split):
      try check(settings, split.trainingData(for: .reporting, of: dataset))
    case .records(let records, _): try check(settings, records)
    }
  }
}
