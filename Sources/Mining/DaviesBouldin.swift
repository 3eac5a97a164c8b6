import Basics

/// The Davies–Bouldin index of a clustering (1979), the smaller the better:
/// DB = (1/k) Σ_i max_{j≠i} (a_i + a_j) / ‖c_i − c_j‖.
///
/// c are the centroids of the clusters and a their ``ClusterSpread``. Clusters without points do not
/// count. As in scikit-learn, the index is 0 where every spread or every distance is below 1e-8, and
/// a pair of coinciding centroids is passed over.
package struct DaviesBouldin: Sendable {
  /// What a is.
  package var spread = ClusterSpread.centroid
  /// The most points of a cluster whose pairs are all looked at; of more, so many are drawn.
  package var pairLimit = Int.max

  /// The index by this spread.
  package init(_ spread: ClusterSpread, pairLimit: Int = .max) {
    (self.spread, self.pairLimit) = (spread, max(2, pairLimit))
  }

  /// The index of points with these labels, and the number of clusters whose spread was taken of a
  /// sample; nil with fewer than two clusters that have points.
  package func index(
    _ points: Points, labels: [Int], _ random: inout Random
  ) -> (value: Double, sampled: Int)? {
    var members = [[Int]](repeating: [], count: (labels.max() ?? -1) + 1)
    for (row, label) in labels.enumerated() { members[label].append(row) }
    members.removeAll { $0.isEmpty }
    guard members.count > 1 else { return nil }
    var centroids = Points([[Double]](repeating: Array(points[0]), count: members.count))
    var own = [Int](repeating: 0, count: labels.count)
    for (cluster, rows) in members.enumerated() { for row in rows { own[row] = cluster } }
    centroids = points.means(by: own, or: centroids)
    var (spreads, sampled) = ([Double](), 0)
    for (cluster, rows) in members.enumerated() {
      var rows = rows
      if spread == .pairwise, rows.count > pairLimit {
        random.shuffle(&rows)
        rows = rows.prefix(pairLimit).sorted()
        sampled += 1
      }
      spreads.append(spread.of(points.taking(rows), around: centroids, cluster))
    }
    return (Self.index(spreads, centroids), sampled)
  }

  /// Below this scikit-learn takes numbers for 0.
  private static let zero = 1e-8

  private static func index(_ spreads: [Double], _ centroids: Points) -> Double {
    let clusters = spreads.indices
    let distances = clusters.map { i in
      clusters.map { centroids.squaredDistance(i, to: centroids, $0).squareRoot() }
    }
    guard spreads.contains(where: { $0 > zero }), distances.joined().contains(where: { $0 > zero })
    else { return 0 }
    let worst = clusters.map { i in
      clusters.filter { distances[i][$0] > 0 }
        .map { (spreads[i] + spreads[$0]) / distances[i][$0] }.max() ?? 0
    }
    return worst.reduce(0, +) / Double(spreads.count)
  }
}
