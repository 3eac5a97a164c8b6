import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

/// What claims are judged by, against `Tests/Golden/claims.json`, which `claims.py` beside it has
/// computed with NumPy and SciPy.
@Suite struct ClaimGoldenTests {
  private let golden: JSON

  init() throws {
    golden = try Golden.json("claims")
  }

  private func numbers(_ json: JSON, _ key: String) throws -> [Double] {
    try json.member(key).asArray().map { try $0.asNumber() }
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    abs((value ?? .nan) - expected) <= 1e-12
  }

  @Test func meansDifferencesAndRatiosOverSeeds() throws {
    let pairs = try golden.member("pairs").asArray()
    #expect(pairs.count == 5)
    for pair in pairs {
      let (a, b) = (try numbers(pair, "a"), try numbers(pair, "b"))
      let measured = ClaimScene(ours: ["A": ["P": a], "B": ["P": b]]).measured
      let (first, second) = (Quantity("A", "P"), Quantity("B", "P"))
      let statistics: [(String, ClaimStatistic)] = [
        ("value", .value(first)), ("difference", .difference(first, second)),
        ("ratio", .ratio(first, second)),
      ]
      for (name, statistic) in statistics {
        let expected = try numbers(pair, name)
        let estimate = try statistic.estimate(measured).get()
        #expect(isClose(estimate.value, expected[0]), "\(name) of \(a.count)")
        #expect(isClose(estimate.halfWidth, expected[1]), "half width of \(name) of \(a.count)")
      }
    }
  }

  @Test func featuresOfLearningCurves() throws {
    let curves = try golden.member("curves").asArray()
    #expect(curves.count == 3)
    for json in curves {
      var curve = LearningCurve()
      for (x, y) in zip(try numbers(json, "x"), try numbers(json, "y")) { curve.append(x: x, y: y) }
      let (from, to) = (try json.member("from").asNumber(), try json.member("to").asNumber())
      let part = LearningCurve.Part(from: from, to: to)
      let window = Interval(from, to)
      let features: [(String, CurveFeature)] = [
        ("change", .change(part, isRising: true)), ("retreat", .retreat(part, isRising: true)),
        ("deviation", .deviation(LearningCurve.Part(from: from))), ("rise", .rise(to: window)),
        ("fall", .fall(from: window)), ("peak", .peak(window)),
      ]
      for (name, feature) in features {
        #expect(isClose(feature.value(curve), try json.member(name).asNumber()), "\(name)")
      }
    }
  }
}
