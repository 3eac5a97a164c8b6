import Basics
import Evaluation
import Recommenders

/// About what a trial takes: the most memory of its process, and its work, data and evaluation
/// included.
package struct TrialEstimate: Sendable {
  /// The most bytes that its process has resident.
  package let bytes: Double
  /// All that it does.
  package let work: Work
  /// What takes the most memory: "54542 items squared".
  package let largest: String?

  /// Bytes of a process that has done nothing yet.
  private static let process = 44e6

  /// The estimate of a system with these settings. Throws `Problem.usage` as its estimate does.
  init(
    _ recommender: RecommenderType, _ settings: JSON, _ training: TrainingSettings,
    _ metrics: [Metric], _ sizes: TrialSizes
  ) throws(Problem) {
    let epochs = !recommender.learnsByEpochs ? 0 : Double(training.epochs)
    let every = Double(training.evaluateEvery)
    // The first look is before the first epoch, the last one after the last.
    let looks = 1 + (epochs / every).rounded(.up)
    let kept = training.keepEvery.map { epochs / Double($0) } ?? 0
    let saves = (epochs / Double(training.checkpointEvery)).rounded(.up) + kept + 1
    let share = try sizes.task.share(recommender, settings, training, metrics)
    let estimate = share.model
    // Every value of the curve is kept to the end; every user's value until it is written.
    let curve = looks * Double(metrics.count) * 120
    let values = sizes.tested * Double(metrics.count) * 40
    let data = 40 * sizes.events + 100 * (sizes.users + sizes.items) + sizes.task.bytes
    let reading = 120 * sizes.events
    bytes =
      Self.process
      + max(reading, data + curve + estimate.peak(evaluation: share.evaluation + values))
    largest = estimate.largest
    work =
      Work(steps: 8e7 + 900 * sizes.events) + estimate.making + epochs * estimate.epoch
      + (looks - 1) * share.look + share.lastLook
      + saves * Work(steps: 1.5 * estimate.saved + 3e6, bytes: 12 * estimate.saved)
      + estimate.observing + 100 * estimate.one
  }
}
