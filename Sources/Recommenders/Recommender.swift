import Datasets
import Engine
import Schema

/// What a recommender may learn from. The held-out parts of the split are not in it.
public struct TrainingData: Sendable {
  /// The pairs to learn from; what the runner masks.
  public let interactions: Interactions
  /// What is known of the users; each has a row for every user.
  public let userFeatures: [Feature]
  /// What is known of the items; each has a row for every item.
  public let itemFeatures: [Feature]
  /// What happened when, of these pairs and others; empty where no times are known.
  private let events: [Event]

  /// Data to learn from; features and events only where there are any.
  public init(
    interactions: Interactions, userFeatures: [Feature] = [], itemFeatures: [Feature] = [],
    events: [Event] = []
  ) {
    self.interactions = interactions
    self.userFeatures = userFeatures
    self.itemFeatures = itemFeatures
    self.events = events
  }

  /// What a data set says of some of its interactions.
  public init(_ interactions: Interactions, of dataset: Dataset) {
    self.init(
      interactions: interactions, userFeatures: dataset.userFeatures,
      itemFeatures: dataset.itemFeatures, events: dataset.events)
  }

  /// Each user's items in the order of time, sorted out when asked for.
  ///
  /// Throws `Problem.data` naming `recommender` where a time is unknown.
  func sequences(for recommender: String) throws(Problem) -> Sequences {
    guard let sequences = Sequences(interactions, events: events) else {
      throw .data(
        "\(recommender): needs the time of every interaction, and the data set does not tell all")
    }
    return sequences
  }
}

/// A mean loss of one epoch, for the log and the trial record.
public struct Loss: Sendable, Equatable {
  /// What was minimised: "generator".
  public let name: String
  /// The mean over the steps of the epoch, in the unit of the loss.
  public let value: Double

  /// A loss of that name.
  public init(_ name: String, _ value: Double) { (self.name, self.value) = (name, value) }
}

/// How a recommender learns.
public enum Learning: String, Sendable {
  /// All at once, when it is made: there are no epochs.
  case once
  /// Epoch by epoch, with a curve.
  case epochs
}

/// A number that a recommender found out about its data: a share of users.
public struct Observation: Sendable, Equatable {
  /// What it is, with its unit.
  public let name: String
  /// How much.
  public let value: Double

  /// An observation of that name.
  public init(_ name: String, _ value: Double) { (self.name, self.value) = (name, value) }
}

/// A paper's system: how it is built, how it learns for one epoch, how it scores.
///
/// The recommender owns its algorithm; the runner owns what must be equal for all: split, seeds,
/// stopping, ranking, record. Everything random comes from streams of the given seed.
public protocol Recommender: AnyObject, SendableMetatype {
  associatedtype Options: Settings
  /// The name in specs.
  static var name: String { get }
  /// One line on what it is.
  static var summary: String { get }
  /// The paper it comes from.
  static var source: String { get }
  /// Raised when the same settings and seed no longer give the same scores: older trials of it are
  /// then not reused.
  static var algorithmVersion: Int { get }
  /// Whether there are epochs.
  static var learning: Learning { get }

  /// Builds the untrained system; one that learns `.once` is ready to score.
  ///
  /// Throws `Problem` when the data lack what the settings ask for.
  init(_ options: Options, data: TrainingData, seed: UInt64) throws

  /// Refuses, before anything trains, settings that ask for what the data lack; `init` throws the
  /// same. By default every setting suits all data.
  static func check(_ options: Options, data: TrainingData) throws(Problem)

  /// Learns for one epoch and returns its losses. Never called where learning is `.once`.
  func trainEpoch() -> [Loss]

  /// Writes scores of every item for each of `users`, [users, items] row-major; higher is better.
  ///
  /// The runner masks what was seen in training.
  func scores(of users: Range<Int>, into scores: UnsafeMutableBufferPointer<Float>)

  /// Everything a resumed run needs: parameters, moments, random streams, counters.
  var state: State { get }

  /// Takes back what `state` gave; throws where a name or a shape does not fit.
  func restore(_ state: State) throws

  /// The number of trainable scalars.
  var parameterCount: Int { get }

  /// What it found out that no metric tells, for the record and the table of observations; by
  /// default nothing.
  var observations: [Observation] { get }
}

extension Recommender {
  package static func check(_ options: Options, data: TrainingData) throws(Problem) {}

  package var observations: [Observation] { [] }

  /// The first version.
  public static var algorithmVersion: Int { 1 }
}

extension Random {
  /// The random stream saved under `random/<stream>`.
  init(_ state: State, stream: String) throws {
    let words = try state.counter(named: "random/\(stream)", count: 4)
    guard let random = Random(state: words) else { throw StateError.missing("random/\(stream)") }
    self = random
  }
}

/// Tensors of the recommenders are single precision.
typealias Tensor = Engine.Tensor<Float>
typealias Parameter = Engine.Parameter<Float>
typealias ParameterStore = Engine.ParameterStore<Float>
typealias Program = Engine.Program<Float>
typealias Learner = Engine.Learner<Float>
