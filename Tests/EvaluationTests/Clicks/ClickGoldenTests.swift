import Basics
import Foundation
import TestSupport
import Testing

@testable import Evaluation

/// Metrics of clicks against `Tests/Golden/clicks.json`, which `clicks.py` beside it has computed
/// with scikit-learn.
@Suite struct ClickGoldenTests {
  private static func golden(_ key: String) throws -> [JSON] {
    try Golden.json("clicks").member(key).asArray()
  }

  private func compare(_ predictions: Predictions, with values: JSON) throws {
    for member in try values.asObject() {
      let rule = try #require(try Metric(member.key).rule as? any ClickMetric)
      let ours = rule.value(of: predictions)
      let isEqual =
        member.value.isNull ? ours.isNaN : abs(ours - (try member.value.asNumber())) < 1e-9
      #expect(isEqual, "\(member.key): \(ours), expected \(member.value)")
    }
  }

  @Test(arguments: try golden("stored"))
  func agreesWithScikitLearnOnTiesAndConstants(_ stored: JSON) throws {
    try compare(
      Predictions(
        logits: stored.member("logits").asArray().map { Float(try $0.asNumber()) },
        labels: stored.member("labels").asArray().map { Float(try $0.asNumber()) },
        users: stored.member("users").asArray().map { Int32(try $0.asInteger()) }),
      with: stored.member("values"))
  }

  @Test(arguments: try golden("generated"))
  func agreesWithScikitLearnOnMillionsOfRecords(_ made: JSON) throws {
    let count = try made.member("count").asInteger()
    let levels = UInt64(try made.member("levels").asInteger())
    var state: UInt64 = 12345
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    var (logits, labels) = ([Float](), [Float]())
    for _ in 0..<count {
      let logit = Float(next() % levels) / Float(levels) * 6 - 4
      logits.append(logit)
      labels.append(Double(next() % 1000) < 1 / (1 + exp(-Double(logit))) * 1000 ? 1 : 0)
    }
    let users = [Int32](repeating: 0, count: count)
    try compare(
      Predictions(logits: logits, labels: labels, users: users), with: made.member("values"))
  }
}
