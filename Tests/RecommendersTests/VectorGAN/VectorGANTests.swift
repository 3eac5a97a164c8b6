import Datasets
import Engine
import Foundation
import Schema
import Testing

@testable import Recommenders

/// Training against `Tests/Golden/vector_gan.json`, which `vector_gan.py` beside it has computed in
/// double precision with PyTorch's autograd, from nothing but settings, seed and data.
@Suite struct VectorGANTests {
  private static func golden() throws -> JSON {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden/vector_gan.json").path
    return try JSON.parse(Files.read(path), file: path)
  }

  private static func data(_ golden: JSON) throws -> TrainingData {
    func integers(_ name: String) throws -> [[Int]] {
      try golden.member(name).asArray().map { try $0.asArray().map { try $0.asInteger() } }
    }
    let interactions = Interactions(
      users: try golden.member("users").asInteger(), items: try golden.member("items").asInteger(),
      pairs: try integers("pairs").map { (Int32($0[0]), Int32($0[1])) })
    return TrainingData(
      interactions: interactions,
      itemFeatures: [
        Feature(name: "genre", vocabulary: ["a", "b", "c", "d"], indices: try integers("genre")),
        Feature(name: "era", vocabulary: ["old", "new"], indices: try integers("era")),
      ])
  }

  private func numbers(_ json: JSON) throws -> [Double] {
    try json.asArray().map { try $0.asNumber() }
  }

  private func isNear(_ mine: [Float], _ theirs: [Double]) -> Bool {
    mine.count == theirs.count && zip(mine, theirs).allSatisfy { abs(Double($0) - $1) < 2e-5 }
  }

  /// Schemes, losses, variants, penalties, depths and conditions, one after another.
  @Test(arguments: 0..<16) func `learns what autograd learns`(_ number: Int) throws {
    let golden = try Self.golden()
    let cases = try golden.member("cases").asArray()
    #expect(cases.count == 16)
    let expected = cases[number]
    let data = try Self.data(golden)
    let (users, items) = (data.interactions.users, data.interactions.items)
    let made = try RecommenderList.named(expected.member("recommender").asString()).make(
      expected.member("settings"), data, UInt64(golden.member("seed").asInteger()))
    for losses in try expected.member("losses").asArray() {
      #expect(isNear(made.trainEpoch().map { Float($0.value) }, try numbers(losses)))
    }
    let state = made.state.tensors.filter { $0.key.hasPrefix("parameters/") }
    let parameters = try expected.member("parameters").asObject()
    #expect(Set(state.keys) == Set(parameters.map(\.key)))
    for parameter in parameters {
      let mine = try #require(state[parameter.key])
      #expect(isNear(mine.values, try numbers(parameter.value)), "\(parameter.key)")
    }
    let scores = try expected.member("scores").asArray().flatMap { try numbers($0) }
    #expect(isNear(made.scores(of: 0..<users, items: items), scores))
  }
}
