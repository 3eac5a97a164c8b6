import Basics
import Mining
import Testing

@Suite struct KMeansTests {
  private let line = Points([[0], [1], [10], [11], [12]])

  @Test func twoCloudsOnALine() {
    let found = KMeans().cluster(line, from: Points([[0], [1]]))
    #expect(found.labels == [0, 0, 1, 1, 1])
    #expect(found.centres == Points([[0.5], [11]]))
    #expect(found.inertia == 2.5)
    // {0} {1, 10, 11, 12}, then {0, 1} {10, 11, 12}, which stays.
    #expect(found.rounds == 3)
    #expect(found.isSettled)
    #expect(found.sizes == [2, 3])
  }

  @Test func equallyNearIsTheLowerIndex() {
    let found = KMeans().cluster(Points([[0], [1], [2]]), from: Points([[0], [2]]))
    #expect(found.labels == [0, 0, 1])
  }

  @Test func itStopsAtTheLimitWithTheNearestCentres() {
    let found = KMeans(roundLimit: 1).cluster(line, from: Points([[0], [1]]))
    #expect(!found.isSettled)
    #expect(found.rounds == 1)
    #expect(found.centres == Points([[0], [8.5]]))
    #expect(found.labels == [0, 0, 1, 1, 1])
  }

  @Test func anEmptyClusterTakesTheFarthestPoint() {
    // All are nearest to 0; 12 is the farthest, and alone afterwards, then 10 and 11 join it.
    let found = KMeans().cluster(line, from: Points([[0], [100]]))
    #expect(found.relocations == 1)
    #expect(found.labels == [0, 0, 1, 1, 1])
    #expect(found.empty == 0)
  }

  @Test func fewerDifferentPointsThanCentresLeaveClustersEmpty() {
    let found = KMeans().cluster(Points([[3], [3], [5]]), from: Points([[3], [3], [5]]))
    #expect(found.labels == [0, 0, 2])
    #expect(found.empty == 1)
    #expect(found.relocations == 0)
    #expect(found.inertia == 0)
  }

  @Test func clustersCanBeOrderedAnew() {
    let found = KMeans().cluster(line, from: Points([[0], [1]])).ordered([1, 0])
    #expect(found.labels == [1, 1, 0, 0, 0])
    #expect(found.centres == Points([[11], [0.5]]))
  }

  @Test(arguments: KMeansStart.allCases)
  func startsArePointsAndRepeat(_ start: KMeansStart) {
    let points = Points((0..<50).map { [Double($0), Double($0 * $0 % 7)] })
    func draw(_ seed: UInt64) -> Points {
      var random = Random(seed: seed, stream: "start")
      return start.centres(5, of: points, &random)
    }
    #expect(draw(1) == draw(1))
    #expect(draw(1) != draw(2))
    let chosen = (0..<5).map { Array(draw(1)[$0]) }
    #expect(Set(chosen).count == 5)
    #expect(chosen.allSatisfy { (0..<50).map { Array(points[$0]) }.contains($0) })
  }

  @Test func everyPointIsEquallyLikelyAtRandom() {
    var counts = [Int](repeating: 0, count: 5)
    var random = Random(seed: 7, stream: "start")
    for _ in 0..<5000 {
      for value in KMeansStart.random.centres(2, of: line, &random).values {
        counts[line.values.firstIndex(of: value) ?? 0] += 1
      }
    }
    // 2000 expected, standard deviation 35.
    #expect(counts.allSatisfy { abs($0 - 2000) < 175 })
  }

  @Test func farPointsAreLikelierWithPlusPlus() {
    // From the point at 0 the squares are 1 and 9.
    let points = Points([[0], [1], [3]])
    var (thirds, all) = (0, 0)
    var random = Random(seed: 7, stream: "start")
    for _ in 0..<9000 {
      let centres = KMeansStart.kMeansPlusPlus.centres(2, of: points, &random).values
      guard centres[0] == 0 else { continue }
      all += 1
      if centres[1] == 3 { thirds += 1 }
    }
    #expect(abs(Double(thirds) / Double(all) - 0.9) < 0.03)
  }

  @Test func plusPlusDrawsAmongEqualPoints() {
    var random = Random(seed: 1, stream: "start")
    let centres = KMeansStart.kMeansPlusPlus.centres(2, of: Points([[4], [4]]), &random)
    #expect(centres == Points([[4], [4]]))
  }
}
