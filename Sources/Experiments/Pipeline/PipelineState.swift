import Basics
import Datasets

/// What the steps of a pipeline hand on.
struct PipelineState {
  let dataset: Dataset
  /// Those that are learned from.
  let events: [Event]
  private let seed: UInt64
  /// The random stream of the step that is done.
  var stream = ""
  /// A row a user.
  var table = UserTable(users: [], attributes: [])
  /// The user features that were made.
  var features: [Feature] = []
  /// What became of each feature, in a line.
  var summaries: [String] = []

  /// The state before the first step.
  init(dataset: Dataset, events: [Event], seed: UInt64) {
    (self.dataset, self.events, self.seed) = (dataset, events, seed)
  }

  /// The numbers that a part of the present step draws.
  func random(_ name: String) -> Random { Random(seed: seed, stream: "\(stream)/\(name)") }
}
