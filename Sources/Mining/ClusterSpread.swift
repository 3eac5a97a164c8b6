import Basics
import Foundation

/// How far apart the points of a cluster lie, as the Davies–Bouldin index asks.
///
/// Of an isotropic normal cloud `pairwise` is √2 times `centroid`; otherwise they differ by no
/// constant, so that the best number of clusters may.
package enum ClusterSpread: String, CaseIterable, Sendable {
  /// The mean distance of two points, 2 / (n(n−1)) Σ_{i<j} ‖x_i − x_j‖; 0 of a single point.
  case pairwise
  /// The mean distance to the centroid, (1/n) Σ_i ‖x_i − c‖ (Davies & Bouldin 1979, q = 1, p = 2).
  case centroid

  /// The spread of points around their centroid; there must be a point.
  func of(_ points: Points, around centroids: Points, _ centroid: Int) -> Double {
    switch self {
    case .centroid:
      var sum = 0.0
      for row in 0..<points.count {
        sum += points.squaredDistance(row, to: centroids, centroid).squareRoot()
      }
      return sum / Double(points.count)
    case .pairwise:
      let n = Double(points.count)
      return n < 2 ? 0 : 2 / (n * (n - 1)) * Self.sumOverPairs(points)
    }
  }

  /// Rows in a block: as many as stay near the processor.
  private static let block = 512

  /// Σ_{i<j} ‖x_i − x_j‖, block by block; nothing is kept of a pair.
  private static func sumOverPairs(_ points: Points) -> Double {
    let (count, dimensions) = (points.count, points.dimensions)
    return points.values.withUnsafeBufferPointer { values in
      var total = 0.0
      for first in stride(from: 0, to: count, by: block) {
        for second in stride(from: first, to: count, by: block) {
          var sum = 0.0
          for i in first..<min(first + block, count) {
            for j in max(second, i + 1)..<max(i + 1, min(second + block, count)) {
              var squared = 0.0
              for place in 0..<dimensions {
                let difference = values[i * dimensions + place] - values[j * dimensions + place]
                squared += difference * difference
              }
              sum += squared.squareRoot()
            }
          }
          total += sum
        }
      }
      return total
    }
  }
}
