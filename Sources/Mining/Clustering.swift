/// What K-means found.
package struct Clustering: Sendable, Equatable {
  /// The centre of each cluster.
  package let centres: Points
  /// The cluster of each point.
  package let labels: [Int]
  /// Σ ‖x − centre of x‖².
  package let inertia: Double
  /// How often points were assigned before it ended.
  package let rounds: Int
  /// Whether it ended because no point changed its cluster, and not at the limit.
  package let isSettled: Bool
  /// How many centres without points were put elsewhere on the way.
  package let relocations: Int

  /// How many points each cluster has.
  package var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: centres.count)
    for label in labels { sizes[label] += 1 }
    return sizes
  }

  /// How many clusters have no point.
  package var empty: Int { sizes.count { $0 == 0 } }

  /// The same with the clusters in this order: cluster `order[i]` becomes cluster `i`.
  package func ordered(_ order: [Int]) -> Clustering {
    var places = order
    for (new, old) in order.enumerated() { places[old] = new }
    return Clustering(
      centres: centres.taking(order), labels: labels.map { places[$0] }, inertia: inertia,
      rounds: rounds, isSettled: isSettled, relocations: relocations)
  }
}
