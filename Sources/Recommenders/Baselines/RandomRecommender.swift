import Datasets
import Engine
import Schema

/// Uniform random scores: the floor under every table.
///
/// A user's scores come from a stream of the seed and the user alone, so they do not depend on the
/// order in which users are scored.
public final class RandomRecommender: Recommender {
  public struct Options: Settings {
    public init() {}
    public static let fields: [Field<Options>] = []
  }

  public static let name = "random"
  public static let summary = "uniform random scores"
  public static let source = "none: a floor"
  public static let learning = Learning.once

  private let items: Int
  private let seed: UInt64

  public init(_ options: Options, data: TrainingData, seed: UInt64) {
    (items, self.seed) = (data.interactions.items, seed)
  }

  public func trainEpoch() -> [Loss] { [] }

  public func scores(of users: Range<Int>, into scores: UnsafeMutableBufferPointer<Float>) {
    for (row, user) in users.enumerated() {
      var random = Random(seed: seed, stream: "scores/\(user)")
      for item in 0..<items { scores[row * items + item] = random.uniform() }
    }
  }

  public var state: State { State() }
  public func restore(_ state: State) {}
  public var parameterCount: Int { 0 }
}
