import Basics
import Datasets
import Foundation
import TestSupport
import Testing

@testable import Evaluation

/// Every metric against `Tests/Golden/metrics.json`, which `metrics.py` beside it has computed.
@Suite struct GoldenTests {
  @Test func agreesWithNumPyUserByUser() throws {
    let golden = try Golden.json("metrics")
    let users = try golden.member("users").asInteger()
    let items = try golden.member("items").asInteger()
    let masked = try sets(golden.member("masked"), items)
    let heldOut = try sets(golden.member("heldOut"), items)
    let genre = Feature(
      name: "genre", vocabulary: ["a", "b", "c", "d", "e"],
      indices: try integers(golden.member("features")))
    let scores = try golden.member("scores").asArray().map {
      try $0.asArray().map { Float(try $0.asNumber()) }
    }
    #expect(masked.users == users && scores.count == users)
    let stars = try golden.member("ratings").asArray()
    let events = try heldOut.pairs.map { user, item in
      Event(
        user: user, item: item,
        rating: try stars[Int(user)].asArray()[Int(item)].asNumber())
    }

    let expected = try golden.member("values").asObject()
    let metrics = try expected.map { try Metric($0.key) }
    let report = try Evaluator(
      metrics: metrics, masked: masked, heldOut: heldOut,
      catalogue: Catalogue(seen: masked, features: [genre]),
      ratings: HeldOutRatings(of: heldOut, events: events)
    ).evaluate(blockSize: 3, scores: fill(from: scores))

    #expect(report.users == (try golden.member("tested").asArray().map { try $0.asInteger() }))
    for (metric, value) in zip(metrics, expected) {
      #expect(abs(report[metric] - (try value.value.asNumber())) < 1e-14, "\(metric)")
    }
    let perUser = try golden.member("perUser").asObject()
    #expect(perUser.count > 40)
    for member in perUser {
      let ours = try #require(report.perUser[Metric(member.key)])
      let theirs = try member.value.asArray()
      #expect(ours.count == theirs.count)
      for (mine, other) in zip(ours, theirs) {
        #expect(
          other.isNull ? mine.isNaN : abs(mine - (try other.asNumber())) < 1e-14, "\(member.key)")
      }
    }
  }

  private func integers(_ json: JSON) throws -> [[Int]] {
    try json.asArray().map { try $0.asArray().map { try $0.asInteger() } }
  }

  private func sets(_ json: JSON, _ width: Int) throws -> Interactions {
    let rows = try integers(json)
    let pairs = rows.enumerated().flatMap { row in row.element.map { (row.offset, $0) } }
    return interactions(rows.count, width, pairs)
  }
}
