import Basics
import Datasets
import Evaluation
import Recommenders

/// What memory and time of a trial follow from, beside its settings: the sizes of its data.
struct TrialSizes: Sendable {
  /// Events of the whole data set, which a worker reads.
  let events: Double
  /// Users of the data set.
  let users: Double
  /// Items of the data set.
  let items: Double
  /// Users that are tested, or records.
  let tested: Double
  /// What the task's own share follows from.
  let task: any TaskSizes

  /// The sizes of a trial on a data set.
  init(_ dataset: Dataset, tested: Int, _ task: any TaskSizes) {
    events = Double(dataset.events.count)
    (users, items) = (Double(dataset.users), Double(dataset.items))
    (self.tested, self.task) = (Double(tested), task)
  }
}

/// What a task's share of a trial's cost follows from.
protocol TaskSizes: Sendable {
  /// Bytes that the parts take beside the data set.
  var bytes: Double { get }
  /// What making, training and measuring a system take. Throws `Problem.usage` as its estimate
  /// does.
  func share(
    _ recommender: RecommenderType, _ settings: JSON, _ training: TrainingSettings,
    _ metrics: [Metric]
  ) throws(Problem) -> TaskShare
}

/// A task's share of a trial's cost.
struct TaskShare {
  let model: Estimate
  /// Bytes of one evaluation.
  let evaluation: Double
  /// One point of the curve.
  let look: Work
  /// The last point, at which everything is measured.
  let lastLook: Work
}
