import Basics
import Testing

@testable import Datasets

@Suite struct CountRuleTests {
  private func rule(_ json: String) throws -> CountRule {
    try CountRule(decoding: JSON.parse(json, file: ""))
  }

  @Test(arguments: [
    (#""records""#, 6), (#"{"valuesOf": "place"}"#, 2), (#"{"valuesOf": "genre"}"#, 2),
    (#"{"valuesOf": "user"}"#, 3), (#"{"rating": 4}"#, 2),
  ])
  func countsAndDecodesAgainFromWhatItEncodes(json: String, count: Int) throws {
    let rule = try rule(json)
    #expect(try rule.count(in: shop) == count)
    #expect(try CountRule(decoding: rule.encoded) == rule)
    #expect(!rule.definition.isEmpty)
  }

  @Test(arguments: [
    #""users""#, "{}", #"{"valuesOf": "user", "rating": 1}"#, #"{"valueOf": "user"}"#, "3",
  ])
  func refusesAnythingElse(json: String) {
    #expect(throws: Problem.self) { try rule(json) }
  }

  @Test func namesTheNearestField() throws {
    #expect(throws: Problem.data("shop: has no field \"plase\"; did you mean \"place\"?")) {
      try rule(#"{"valuesOf": "plase"}"#).count(in: shop)
    }
    #expect(throws: Problem.self) { try rule(#"{"valuesOf": "price"}"#).count(in: shop) }
  }
}
