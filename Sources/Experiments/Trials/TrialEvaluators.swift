import Datasets
import Evaluation

extension Trial.Purpose {
  /// What the part that is measured on is called.
  var part: String { self == .choosing ? "validation" : "test" }
}

extension Split {
  /// The evaluation of what a trial for this purpose holds out. Throws as its making does.
  ///
  /// - Parameter seed: What a drawn order of ties follows from.
  func evaluator(
    of metrics: [Metric], for purpose: Trial.Purpose, in dataset: Dataset, ties: TieOrder = .id,
    seed: UInt64 = 0
  ) throws -> Evaluator {
    let learned = learned(for: purpose)
    return try Evaluator(
      metrics: metrics, masked: learned, heldOut: heldOut(for: purpose),
      catalogue: Catalogue(seen: learned, features: dataset.itemFeatures), userIDs: dataset.userIDs,
      ties: ties, seed: seed)
  }
}

extension RecordSplit {
  /// The evaluation of what a trial for this purpose predicts. Throws as its making does.
  ///
  /// - Parameter data: What the records are of, for messages.
  func evaluator(
    of metrics: [Metric], _ records: Records, for purpose: Trial.Purpose, data: String
  ) throws -> ClickEvaluator {
    func known(_ places: [Int32]) -> ClickEvaluator.Records {
      ClickEvaluator.Records(
        labels: places.map { records.labels[Int($0)] },
        users: places.map { records.users[Int($0)] },
        truths: records.truths.map { truths in places.map { truths[Int($0)] } })
    }
    return try ClickEvaluator(
      metrics: metrics, test: known(heldOut(for: purpose)), training: known(learned(for: purpose)),
      data: data, heldOut: purpose.part)
  }
}
