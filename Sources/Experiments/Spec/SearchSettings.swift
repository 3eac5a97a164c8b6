import Basics

/// How the points of a grid are tried, when not all of them to their ends.
package struct SearchSettings: Settings {
  /// Which points are tried, and for how long.
  package enum Method: String, CaseIterable, Sendable {
    /// Every point, to its end.
    case grid
    /// So many points drawn without replacement, each to its end.
    case random
    /// Successive halving (Jamieson & Talwalkar 2016): all points are trained a little, the best
    /// go on from there, and so on.
    case halving
  }

  /// Which points are tried, and for how long.
  package var method = Method.grid
  /// How many points are drawn; nil: all, which `random` does not allow.
  package var count: Int?
  /// The seed of the draw.
  package var seed = 1
  /// Epochs at which only the best go on, ascending; the last rung is `training.epochs`.
  package var rungs: [Int] = []
  /// One in so many goes on from each rung, at least one.
  package var keep = 3

  /// Every point, to its end.
  package init() {}

  /// The keys of a system's `search`.
  package static let fields: [Field<SearchSettings>] = [
    .choice("method", \.method, "which points of the grid are tried, and for how long"),
    .integer("count", \.count, 1...1_000_000, "how many points are drawn; without: all"),
    .integer("seed", \.seed, 0...Int.max, "the seed of the draw"),
    .integers("rungs", \.rungs, 1...100_000_000, atLeast: 0, "epochs at which only the best go on"),
    .integer("keep", \.keep, 2...1000, "one in so many goes on from each rung"),
  ]

  /// Refuses what contradicts itself.
  package func check(_ json: JSON) throws(Problem) {
    if method == .random, count == nil {
      throw json.problem("a random search needs a \"count\" of points")
    }
    if method == .halving, rungs.isEmpty {
      throw json.problem("halving needs \"rungs\", the epochs at which only the best go on")
    }
    if method != .halving, !rungs.isEmpty {
      throw (json["rungs"] ?? json).problem("only halving has rungs")
    }
    for (index, rung) in rungs.enumerated().dropFirst() where rung <= rungs[index - 1] {
      throw (json["rungs"] ?? json).problem("rungs ascend; \(rung) follows \(rungs[index - 1])")
    }
  }

  /// The points that are tried: all of a grid, or those drawn, in the grid's order.
  func points(of configurations: [Configuration]) -> [Configuration] {
    guard let count, count < configurations.count else { return configurations }
    var random = Random(seed: UInt64(seed), stream: "search")
    var order = Array(configurations.indices)
    random.shuffle(&order)
    return order.prefix(count).sorted().map { configurations[$0] }
  }
}
