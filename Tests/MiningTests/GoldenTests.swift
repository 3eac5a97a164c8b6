import Basics
import Mining
import TestSupport
import Testing

/// Against scikit-learn and SciPy, see `Tests/Golden/mining.py`.
@Suite struct GoldenTests {
  private let golden: JSON

  init() throws { golden = try Golden.json("mining") }

  private func numbers(_ json: JSON) throws -> [Double] {
    try json.asArray().map { try $0.asNumber() }
  }

  private func rows(_ json: JSON) throws -> [[Double]] { try json.asArray().map(numbers) }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }

  @Test func clustersAreScikitLearns() throws {
    let cases = try golden.member("clusterings").asArray()
    #expect(cases.count == 6)
    for (place, item) in cases.enumerated() {
      let points = Points(try rows(item.member("points")))
      let start = Points(try rows(item.member("start")))
      let found = KMeans().cluster(points, from: start)
      let labels = try item.member("labels").asArray().map { try $0.asInteger() }
      #expect(found.labels == labels, "case \(place)")
      #expect(isNear(found.inertia, try item.member("inertia").asNumber()), "case \(place)")
      #expect(found.rounds == (try item.member("rounds").asInteger()), "case \(place)")
      #expect(found.isSettled)
      #expect((found.relocations > 0) == (place >= 4))
      let centres = Points(try rows(item.member("centres")))
      #expect(zip(found.centres.values, centres.values).allSatisfy(isNear))
      for (spread, key) in [(ClusterSpread.centroid, "centroid"), (.pairwise, "pairwise")] {
        var random = Random(seed: 1, stream: "test")
        let index = DaviesBouldin(spread).index(points, labels: labels, &random)
        #expect(
          isNear(try #require(index).value, try item.member(key).asNumber()), "\(place) \(key)")
      }
    }
  }

  @Test func correlationsAreSciPys() throws {
    let item = try golden.member("correlation")
    let columns = try rows(item.member("columns"))
    for correlation in Correlation.allCases {
      let expected = try rows(item.member(correlation.rawValue))
      for (i, row) in correlation.matrix(columns).enumerated() {
        for (j, value) in row.enumerated() {
          #expect(isNear(try #require(value), expected[i][j]), "\(correlation) \(i) \(j)")
        }
      }
    }
  }

  @Test func scaledColumnsAreScikitLearns() throws {
    let item = try golden.member("minMax")
    let (train, test) = (try rows(item.member("train")), try rows(item.member("test")))
    let (scaledTrain, scaledTest) = (
      try rows(item.member("scaledTrain")), try rows(item.member("scaledTest"))
    )
    for (place, column) in train.enumerated() {
      let scale = MinMax(column)
      #expect(scale.isConstant == (place == 1))
      #expect(zip(column.map { scale($0) }, scaledTrain[place]).allSatisfy(isNear))
      #expect(zip(test[place].map { scale($0) }, scaledTest[place]).allSatisfy(isNear))
    }
    #expect(scaledTest.joined().contains { $0 > 1 || $0 < 0 })
  }
}
