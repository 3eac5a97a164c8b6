import Basics
import Datasets
import Evaluation
import Recommenders

/// Records, and the places of each part among them.
struct ClickParts: TrialParts {
  let dataset: Dataset
  let records: Records
  let split: RecordSplit

  var digest: String { split.digest }

  func counts(hasUsers: Bool) -> SplitCounts { SplitCounts(records, split, hasUsers: hasUsers) }

  func check(_ spec: Spec, for purpose: Trial.Purpose, _ name: String) throws {
    guard !split.heldOut(for: purpose).isEmpty else {
      throw Problem.data("\(name): the \(purpose.part) part is empty")
    }
    _ = try evaluator(of: spec.metrics, for: purpose, data: name)
  }

  func check(
    _ recommender: RecommenderType, _ settings: JSON, made: [String]
  ) throws(Problem) {
    try recommender.check(settings, records)
  }

  func bench(_ trial: Trial) throws -> () throws -> any MeasuredModel {
    let learned = split.learned(for: trial.purpose)
    let evaluator = try evaluator(
      of: trial.metrics, for: trial.purpose, data: "\(dataset.name), seed \(trial.seed)")
    return {
      MeasuredPredictor(
        evaluator: evaluator, heldOut: split.heldOut(for: trial.purpose), learned: learned,
        predictor: try trial.recommender.make(
          trial.settings, ClickData(records, training: learned), UInt64(trial.seed)))
    }
  }

  /// The evaluation of what a trial for this purpose predicts. Throws as its making does.
  ///
  /// - Parameter data: What the records are of, for messages.
  func evaluator(
    of metrics: [Metric], for purpose: Trial.Purpose, data: String
  ) throws -> ClickEvaluator {
    func known(_ places: [Int32]) -> ClickEvaluator.Records {
      ClickEvaluator.Records(
        labels: places.map { records.labels[Int($0)] },
        users: places.map { records.users[Int($0)] },
        truths: records.truths.map { truths in places.map { truths[Int($0)] } })
    }
    return try ClickEvaluator(
      metrics: metrics, test: known(split.heldOut(for: purpose)),
      training: known(split.learned(for: purpose)), data: data, heldOut: purpose.part)
  }

  func write(to folder: String) throws(Problem) { try split.write(to: folder, records) }
}

extension RecordSplit {
  /// The places of the records that a trial learns from.
  func learned(for purpose: Trial.Purpose) -> [Int32] {
    purpose == .choosing ? train : trainAndValidation
  }

  /// The places of the records that a trial is measured on.
  func heldOut(for purpose: Trial.Purpose) -> [Int32] {
    purpose == .choosing ? validation : test
  }
}
