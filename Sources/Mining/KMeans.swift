/// K-means (Lloyd 1982): every point belongs to the nearest centre, every centre is the mean of its
/// points, in turn until no point changes its cluster.
///
/// Distances are Euclidean; of equally near centres the one of the lowest index counts. A centre
/// without points moves to the point that is farthest from its own centre, several to the farthest
/// ones in turn, as in scikit-learn. Where no point lies off its centre – there are fewer different
/// points than centres – it stays where it is, and its cluster is empty.
///
/// Departure from scikit-learn: a cluster that loses its last point so keeps its centre, which there
/// moves to that of the largest cluster.
package struct KMeans: Sendable {
  /// The most rounds of both steps.
  package var roundLimit = 300

  /// K-means of so many rounds at most.
  package init(roundLimit: Int = 300) { self.roundLimit = roundLimit }

  /// Clusters points from these centres on; there must be a centre.
  package func cluster(_ points: Points, from start: Points) -> Clustering {
    precondition(start.count > 0, "there is no centre")
    var centres = start
    var labels: [Int] = []
    var (rounds, relocations, isSettled) = (0, 0, false)
    while rounds < roundLimit, !isSettled {
      let (nearest, distances) = Self.assign(points, to: centres)
      rounds += 1
      isSettled = nearest == labels
      labels = nearest
      if !isSettled { relocations += Self.move(&centres, points, labels, distances) }
    }
    let (nearest, distances) = Self.assign(points, to: centres)
    return Clustering(
      centres: centres, labels: nearest, inertia: distances.reduce(0, +), rounds: rounds,
      isSettled: isSettled, relocations: relocations)
  }

  /// The nearest centre of each point, and the squared distance to it.
  private static func assign(_ points: Points, to centres: Points) -> ([Int], [Double]) {
    var labels = [Int](repeating: 0, count: points.count)
    var distances = [Double](repeating: 0, count: points.count)
    for row in 0..<points.count {
      var (best, least) = (0, points.squaredDistance(row, to: centres, 0))
      for centre in 1..<max(1, centres.count) {
        let distance = points.squaredDistance(row, to: centres, centre)
        if distance < least { (best, least) = (centre, distance) }
      }
      (labels[row], distances[row]) = (best, least)
    }
    return (labels, distances)
  }

  /// Moves centres to the means of their points, and those without points to the farthest ones;
  /// returns how many were moved so.
  private static func move(
    _ centres: inout Points, _ points: Points, _ labels: [Int], _ distances: [Double]
  ) -> Int {
    var isEmpty = [Bool](repeating: true, count: centres.count)
    for label in labels { isEmpty[label] = false }
    let empty = isEmpty.indices.filter { isEmpty[$0] }
    guard !empty.isEmpty else {
      centres = points.means(by: labels, or: centres)
      return 0
    }
    let farthest = distances.indices.filter { distances[$0] > 0 }
      .sorted { (distances[$1], $0) < (distances[$0], $1) }
    let moved = zip(empty, farthest)
    var labels = labels
    for (cluster, row) in moved { labels[row] = cluster }
    centres = points.means(by: labels, or: centres)
    return Array(moved).count
  }
}
