import Basics
import Mining
import Testing

@Suite struct DaviesBouldinTests {
  private func index(
    _ spread: ClusterSpread, _ points: [[Double]], _ labels: [Int], limit: Int = .max
  ) -> (value: Double, sampled: Int)? {
    var random = Random(seed: 1, stream: "pairs")
    return DaviesBouldin(spread, pairLimit: limit).index(Points(points), labels: labels, &random)
  }

  @Test func twoClustersByHand() {
    // Centroids 1 and 11; spreads 1 and 1 around them, 2 and 2 between the points of a pair.
    let points: [[Double]] = [[0], [2], [10], [12]]
    #expect(index(.centroid, points, [0, 0, 1, 1])?.value == 0.2)
    #expect(index(.pairwise, points, [0, 0, 1, 1])?.value == 0.4)
  }

  @Test func theMeanOfPairsIsOverEveryPairOnce() {
    // 1, 3 and 2 apart: 2 on average; a cluster of one point has spread 0; centroids 4/3 and 10.
    let value = index(.pairwise, [[0], [1], [3], [10]], [0, 0, 0, 1])?.value ?? 0
    #expect(abs(value - 2 / (10 - 4.0 / 3)) < 1e-15)
  }

  @Test func clustersWithoutPointsDoNotCount() {
    let points: [[Double]] = [[0], [2], [10], [12]]
    #expect(index(.centroid, points, [0, 0, 3, 3])?.value == 0.2)
  }

  @Test func oneClusterHasNoIndex() {
    #expect(index(.centroid, [[0], [2]], [1, 1]) == nil)
    #expect(index(.centroid, [], []) == nil)
  }

  @Test func coincidingCentroidsArePassedOver() {
    // 0 and 1 have the centroid 0; only their distances to 10 count.
    let points: [[Double]] = [[-1], [1], [-2], [2], [9], [11]]
    let value = index(.centroid, points, [0, 0, 1, 1, 2, 2])?.value ?? 0
    #expect(abs(value - (0.2 + 0.3 + 0.3) / 3) < 1e-15)
    #expect(index(.centroid, [[-1], [1], [-2], [2]], [0, 0, 1, 1])?.value == 0)
    #expect(index(.pairwise, [[1], [1], [5], [5]], [0, 0, 1, 1])?.value == 0)
  }

  @Test func pairsOfLargeClustersAreSampled() throws {
    var random = Random(seed: 3, stream: "points")
    let points = (0..<3000).map { [Double(random.normal()) + ($0 < 1000 ? 0 : 10)] }
    let labels = (0..<3000).map { $0 < 1000 ? 0 : 1 }
    let whole = try #require(index(.pairwise, points, labels))
    let drawn = try #require(index(.pairwise, points, labels, limit: 1500))
    #expect(whole.sampled == 0)
    #expect(drawn.sampled == 1)
    #expect(drawn.value != whole.value)
    #expect(abs(drawn.value / whole.value - 1) < 0.05)
    #expect(try #require(index(.pairwise, points, labels, limit: 1500)).value == drawn.value)
    // Normal on a line: pairs are √2 times as far apart as points from the centre.
    let centroid = try #require(index(.centroid, points, labels))
    #expect(abs(whole.value / centroid.value - 2.0.squareRoot()) < 0.02)
  }
}
