import Basics
import Foundation
import TestSupport
import Testing

@testable import Evaluation

/// Every test against `Tests/Golden/significance.json`, which `significance.py` beside it has
/// computed with SciPy.
@Suite struct SignificanceGoldenTests {
  private let golden: JSON

  init() throws {
    golden = try Golden.json("significance")
  }

  private func numbers(_ json: JSON) throws -> [Double] {
    try json.asArray().map { try $0.asNumber() }
  }

  private func samples() throws -> [(name: String, sample: PairedSample, expected: JSON)] {
    try golden.member("samples").asArray().map { json in
      let sample = try PairedSample(
        numbers(json.member("a")), against: numbers(json.member("b")), over: .users)
      return (try json.member("name").asString(), sample, json)
    }
  }

  /// Whether both are equal to 1e-9 of their size; what rounding leaves of 0 is 0.
  private func expect(
    _ value: Double, _ expected: Double, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      abs(value - expected) <= max(1e-9 * abs(expected), 1e-15),
      "\(name): \(value), expected \(expected)", sourceLocation: sourceLocation)
  }

  @Test func tailsOfStudentsTHaveThirteenDigits() throws {
    let tails = try golden.member("tails").asArray()
    #expect(tails.count > 100)
    for tail in try tails.map(numbers) {
      let value = StudentT(degreesOfFreedom: Int(tail[0])).twoSidedTail(tail[1])
      // Below 1e-300 the reference itself has fewer digits.
      #expect(abs(value - tail[2]) <= 1e-12 * tail[2] + 1e-300, "\(tail), \(value)")
    }
    for quantile in try golden.member("quantiles").asArray().map(numbers) {
      let value = StudentT(degreesOfFreedom: Int(quantile[0]))
        .quantile(twoSidedTail: quantile[1])
      #expect(abs(value / quantile[2] - 1) < 1e-11, "\(quantile), \(value)")
    }
  }

  @Test func pairedTTestAndItsIntervals() throws {
    let samples = try samples()
    #expect(samples.count > 15)
    for (name, sample, expected) in samples {
      let test = PairedTTest(sample, level: 0.05)
      let t = try expected.member("t")
      expect(test.statistic, try t.member("statistic").asNumber(), name)
      expect(test.p, try t.member("p").asNumber(), name)
      #expect(test.degreesOfFreedom == (try t.member("df").asInteger()))
      let intervals = try expected.member("intervals").asArray().map(numbers)
      let wide = PairedTTest(sample, level: 0.01)
      for (ours, theirs) in zip([test.interval, wide.interval], intervals) {
        expect(ours.low, theirs[0], name)
        expect(ours.high, theirs[1], name)
      }
      expect(
        EffectSize.cohen.value(of: sample), try expected.member("cohen").asNumber(), name)
    }
  }

  @Test func wilcoxonsTestByEveryMethod() throws {
    var exact = 0
    for (name, sample, json) in try samples() {
      let expected = try json.member("wilcoxon")
      let test = WilcoxonTest(sample)
      expect(test.statistic, try expected.member("statistic").asNumber(), name)
      expect(test.p, try expected.member("automatic").asNumber(), name)
      for (method, key) in [
        (WilcoxonTest.Method.normal(continuityCorrection: false), "normal"),
        (.normal(continuityCorrection: true), "corrected"), (.exact, "exact"),
      ] {
        // SciPy's "exact" is not, with ties.
        guard let value = expected[key] else { continue }
        if key == "exact" { exact += 1 }
        expect(WilcoxonTest(sample, method: method).p, try value.asNumber(), "\(name), \(key)")
      }
      expect(
        EffectSize.rankBiserial.value(of: sample), try json.member("rankBiserial").asNumber(),
        name)
    }
    #expect(exact > 8)
  }

  @Test func randomisationTestAllExchangesAndDrawnOnes() throws {
    for (name, sample, expected) in try samples() {
      var random = Random(seed: 7, stream: "exchanges")
      let limit = sample.count <= 13 ? 1 << 13 : 199
      let test = RandomisationTest(sample, resamples: limit, random: &random)
      #expect(test.isExact == (sample.count <= 13))
      let key = test.isExact ? "exchanges" : "drawnExchanges"
      expect(test.p, try expected.member(key).asNumber(), name)
    }
  }

  @Test func bootstrapIntervalsFromTheSameDraws() throws {
    for (name, sample, expected) in try samples() {
      var random = Random(seed: 7, stream: "bootstrap")
      let interval = Bootstrap(sample, level: 0.1, resamples: 101, random: &random).interval
      let ends = try numbers(expected.member("bootstrap"))
      // A mean that cancels has lost digits to the values that it is made of.
      #expect(abs(interval.low - ends[0]) < 1e-12 * max(1, abs(ends[0])), "\(name)")
      #expect(abs(interval.high - ends[1]) < 1e-12 * max(1, abs(ends[1])), "\(name)")
    }
  }

  @Test(arguments: Correction.allCases)
  func corrections(correction: Correction) throws {
    let families = try golden.member("families").asArray()
    #expect(families.count == 5)
    for family in families {
      let p = try numbers(family.member("none"))
      let expected = try numbers(family.member(correction.rawValue))
      for (ours, theirs) in zip(correction.corrected(p), expected) {
        expect(ours, theirs, "\(p)")
      }
    }
  }
}
