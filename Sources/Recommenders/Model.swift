import Basics
import Datasets
import Engine

/// A mean loss of one epoch, for the log and the trial record.
package struct Loss: Sendable, Equatable {
  /// What was minimised: "generator".
  package let name: String
  /// The mean over the steps of the epoch, in the unit of the loss.
  package let value: Double

  /// A loss of that name.
  package init(_ name: String, _ value: Double) { (self.name, self.value) = (name, value) }
}

/// A number that a recommender found out about its data: a share of users.
package struct Observation: Sendable, Equatable {
  /// What it is, with its unit.
  package let name: String
  package let value: Double

  /// An observation of that name.
  package init(_ name: String, _ value: Double) { (self.name, self.value) = (name, value) }
}

/// A recommender, whatever it predicts: what it is, and what a resumed run needs.
///
/// The model owns its algorithm; the runner owns what must be equal for all: split, seeds,
/// stopping, measuring, record. Everything random comes from streams of the given seed.
package protocol Model: AnyObject, SendableMetatype {
  associatedtype Options: Settings
  /// What it learns from.
  associatedtype Learned
  /// What tells, before anything is learned, whether there is all that its settings ask for.
  associatedtype Checked
  /// What its memory and work follow from.
  associatedtype Sizes
  /// The name in specs.
  static var name: String { get }
  /// One line on what it is.
  static var summary: String { get }
  /// The paper it comes from.
  static var source: String { get }
  /// Raised when the same settings and seed no longer give the same scores: older trials of it are
  /// then not reused.
  static var algorithmVersion: Int { get }
  /// What it predicts; each kind of model has its own.
  static var task: LearningTask { get }

  /// Builds the untrained model; one that does not learn by epochs has learned all.
  ///
  /// Throws `Problem` when the data lack what the settings ask for.
  init(_ options: Options, data: Learned, seed: UInt64) throws

  /// Refuses, before anything trains, settings that ask for what the data lack; `init` throws the
  /// same. By default every setting suits all data.
  static func check(_ options: Options, data: Checked) throws(Problem)

  /// About what it takes, by sizes and settings alone; see ``Estimate``.
  static func estimate(_ options: Options, _ sizes: Sizes) -> Estimate

  /// Everything a resumed run needs: parameters, moments, random streams, counters.
  var state: State { get throws(StateError) }

  /// Takes back what `state` gave; throws where a name or a shape does not fit.
  func restore(_ state: State) throws

  /// The number of trainable scalars.
  var parameterCount: Int { get }

  /// What it found out that no metric tells, for the record and the table of observations; by
  /// default nothing.
  var observations: [Observation] { get }
}

/// A model that learns epoch by epoch, with a curve. Any other has learned all when it is made.
package protocol EpochLearner: Model {
  /// Learns for one epoch and returns its losses.
  func trainEpoch() -> [Loss]
}

extension Model {
  package static func check(_ options: Options, data: Checked) throws(Problem) {}

  package var observations: [Observation] { [] }

  package static var algorithmVersion: Int { 1 }
}

extension Random {
  /// What a resumed run needs of a random stream: `random/<stream>`.
  func saved(as stream: String) -> State { State(counters: ["random/\(stream)": state]) }

  /// The random stream saved under `random/<stream>`.
  init(_ state: State, stream: String) throws {
    let words = try state.counter(named: "random/\(stream)", count: 4)
    guard let random = Random(state: words) else { throw StateError.missing("random/\(stream)") }
    self = random
  }
}

/// Tensors of the recommenders are single precision.
typealias Tensor = Engine.Tensor<Float>
typealias Dropout = Engine.Dropout<Float>
typealias Parameter = Engine.Parameter<Float>
typealias ParameterStore = Engine.ParameterStore<Float>
typealias Program = Engine.Program<Float>
typealias Learner = Engine.Learner<Float>
typealias TransformerBlock = Engine.TransformerBlock<Float>
