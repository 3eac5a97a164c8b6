import Basics
import Datasets
import Engine
import Foundation
import TestSupport
import Testing

@testable import Recommenders

/// Cases of training in `Tests/Golden/<name>.json`, which `<name>.py` beside it has computed in
/// double precision with PyTorch's autograd, from nothing but settings, seed and data.
struct GoldenTraining {
  private let json: JSON
  let cases: [JSON]

  init(_ name: String) throws {
    json = try Golden.json(name)
    cases = try json.member("cases").asArray()
  }

  private func data() throws -> TrainingData {
    func integers(_ name: String) throws -> [[Int]] {
      try json.member(name).asArray().map { try $0.asArray().map { try $0.asInteger() } }
    }
    let interactions = Interactions(
      users: try json.member("users").asInteger(), items: try json.member("items").asInteger(),
      pairs: try integers("pairs").map { (Int32($0[0]), Int32($0[1])) })
    func feature(_ name: String, _ vocabulary: [String]) throws -> [Feature] {
      guard json[name] != nil else { return [] }
      return [Feature(name: name, vocabulary: vocabulary, indices: try integers(name))]
    }
    return TrainingData(
      interactions: interactions,
      userFeatures: try feature("age", ["18", "25", "35"]) + feature("gender", ["F", "M"]),
      itemFeatures: [
        Feature(name: "genre", vocabulary: ["a", "b", "c", "d"], indices: try integers("genre")),
        Feature(name: "era", vocabulary: ["old", "new"], indices: try integers("era")),
      ])
  }

  /// Trains as the case says and compares the losses of every epoch, then parameters and scores.
  func check(_ number: Int) throws {
    let expected = cases[number]
    let data = try data()
    let (users, items) = (data.interactions.users, data.interactions.items)
    let made = try RecommenderList.named(expected.member("recommender").asString()).make(
      expected.member("settings"), data, UInt64(json.member("seed").asInteger()))
    try train(made, expected)
    let scores = try expected.member("scores").asArray().flatMap { try numbers($0) }
    #expect(isNear(made.scores(of: 0..<users, items: items), scores))
  }

  /// The same for predictions of clicks.
  func checkClicks(_ number: Int) throws {
    let expected = cases[number]
    let data = try clickData()
    let made = try RecommenderList.named(expected.member("recommender").asString()).make(
      expected.member("settings"), data, UInt64(json.member("seed").asInteger()))
    try train(made, expected)
    #expect(isNear(made.logits(of: data.count), try numbers(expected.member("logits"))))
  }

  private func clickData() throws -> ClickData {
    func integers(_ name: String) throws -> [Int] {
      try json.member(name).asArray().map { try $0.asInteger() }
    }
    let (users, items) = (try integers("users"), try integers("items"))
    let genres = try json.member("genres").asArray().map { set in
      try set.asArray().map { try $0.asInteger() }
    }
    let prices = try json.member("prices").asArray().map {
      $0.isNull ? Float.nan : Float(try $0.asNumber())
    }
    let dataset = Dataset(
      name: "golden", events: zip(users, items).map { Event(user: Int32($0), item: Int32($1)) },
      userIDs: (0...3).map { "\($0)" }, itemIDs: (0...3).map { "\($0)" },
      itemFeatures: [Feature(name: "genre", vocabulary: ["a", "b", "c", "d"], indices: genres)],
      columns: [
        Column("price", .numbers(prices.map(Double.init))),
        Column("label", .numbers(try integers("labels").map(Double.init))),
      ], digest: "")
    let clicks = try ClickSettings(
      decoding: ["label": "label", "fields": ["user", "item", "genre", "price"]])
    return ClickData(
      try Records(dataset, clicks), training: try integers("training").map(Int32.init))
  }

  private func train(_ made: any Model, _ expected: JSON) throws {
    for losses in try expected.member("losses").asArray() {
      #expect(isNear(made.trainEpoch().map { Float($0.value) }, try numbers(losses)))
    }
    let state = try made.state.tensors.filter { $0.key.hasPrefix("parameters/") }
    let parameters = try expected.member("parameters").asObject()
    #expect(Set(state.keys) == Set(parameters.map(\.key)))
    for parameter in parameters {
      let mine = try #require(state[parameter.key])
      #expect(isNear(mine.values, try numbers(parameter.value)), "\(parameter.key)")
    }
  }

  private func numbers(_ json: JSON) throws -> [Double] {
    try json.asArray().map { try $0.asNumber() }
  }

  private func isNear(_ mine: [Float], _ theirs: [Double]) -> Bool {
    mine.count == theirs.count && zip(mine, theirs).allSatisfy { abs(Double($0) - $1) < 2e-5 }
  }
}
