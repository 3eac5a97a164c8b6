import Datasets
import Engine
import Schema

/// The same list for everybody: items by their number of training interactions.
public final class ItemPop: Recommender {
  public struct Options: Settings {
    public init() {}
    public static let fields: [Field<Options>] = []
  }

  public static let name = "item-pop"
  public static let summary = "items by their number of training interactions"
  public static let source = "folklore; the non-personalised row of most tables"
  public static let learning = Learning.once

  private var counts: [Float]

  public init(_ options: Options, data: TrainingData, seed: UInt64) {
    counts = [Float](repeating: 0, count: data.interactions.items)
    for item in data.interactions.columns { counts[Int(item)] += 1 }
  }

  public func trainEpoch() -> [Loss] { [] }

  public func scores(of users: Range<Int>, into scores: UnsafeMutableBufferPointer<Float>) {
    for row in 0..<users.count {
      for item in counts.indices { scores[row * counts.count + item] = counts[item] }
    }
  }

  public var state: State {
    State(tensors: ["parameters/items/counts": State.Array(shape: [counts.count], values: counts)])
  }

  public func restore(_ state: State) throws {
    counts = try state.tensor(named: "parameters/items/counts", shape: [counts.count])
  }

  public var parameterCount: Int { counts.count }
}
