import Basics
import Datasets
import Evaluation
import Recommenders

extension ClickParts {
  func sizes(for purpose: Trial.Purpose) -> TrialSizes {
    let learned = split.learned(for: purpose).count
    let tested = split.heldOut(for: purpose).count
    return TrialSizes(
      dataset, tested: tested,
      ClickTrialSizes(own: RecordSizes(records, learned: learned), tested: Double(tested)))
  }
}

/// What the cost of learning and measuring clicks follows from.
private struct ClickTrialSizes: TaskSizes {
  let own: RecordSizes
  /// Records that are predicted.
  let tested: Double

  /// Those of the fields.
  var bytes: Double { own.records * (16 + 8 * Double(own.fields.count)) }

  func share(
    _ recommender: RecommenderType, _ settings: JSON, _ training: TrainingSettings,
    _ metrics: [Metric]
  ) throws(Problem) -> TaskShare {
    let estimate = try recommender.estimate(settings, own)
    let predicted = metrics.contains(where: \.isOfTraining) ? own.learned + tested : tested
    // Most of the measurement is a sort.
    let look = predicted * estimate.one + Work(steps: 200 * predicted)
    return TaskShare(model: estimate, evaluation: 24 * predicted, look: look, lastLook: look)
  }
}
