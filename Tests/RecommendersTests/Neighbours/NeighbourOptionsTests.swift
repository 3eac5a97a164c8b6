import Basics
import Datasets
import Foundation
import Testing

@testable import Recommenders

@Suite struct NeighbourOptionsTests {
  /// Row 0 has four entries, row 1 two, and they have one in common.
  private static let paths = TwoStepPaths(
    Interactions(users: 2, items: 5, pairs: [(0, 0), (0, 1), (0, 2), (0, 3), (1, 3), (1, 4)]))

  @Test(
    arguments: [
      (["shrink": 2], 1 / (sqrt(8.0) + 2)),
      (["similarity": "asymmetric", "asymmetry": 1, "shrink": 1], 1 / 5.0),
      (["similarity": "asymmetric", "asymmetry": 0], 1 / 2.0),
      (["similarity": "jaccard", "shrink": 3], 1 / 8.0),
      (["similarity": "dice", "shrink": 4], 2 / 10.0),
      (["similarity": "co-occurrence"], 1),
    ] as [(JSON, Double)])
  func similaritiesAreThoseOfTheFormulas(_ json: JSON, _ expected: Double) throws {
    let options = try ItemKNN.Options(decoding: json)
    let neighbours = options.neighbours(Self.paths)
    #expect(neighbours.indices == [1, 0])
    #expect(neighbours.values[0] == Float(expected))
  }

  @Test(
    arguments: [
      (#"{"similarity": "co-occurrence", "shrink": 3}"#, "shrink: the similarity"),
      (#"{"similarity": "asymmetric"}"#, "needs the key \"asymmetry\""),
      (#"{"asymmetry": 0.5}"#, "asymmetry: asymmetry is used by the similarity \"asymmetric\""),
      (#"{"similarity": "cosinus"}"#, "did you mean \"cosine\""),
      (#"{"neighbours": 0}"#, "neighbours"),
    ])
  func aSettingThatWouldNotBeUsedIsRefused(_ text: String, _ message: String) throws {
    for name in ["user-knn", "item-knn"] {
      let json = try JSON.parse(text, file: "spec.json")
      let problem = #expect(throws: Problem.self) {
        try RecommenderList.named(name).complete(json)
      }
      #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
    }
  }

  @Test func completeSettingsCanBeDecodedAgain() throws {
    let type = try RecommenderList.named("item-knn")
    for json in [[:], ["similarity": "asymmetric", "asymmetry": 0.3]] as [JSON] {
      let complete = try type.complete(json)
      #expect(try type.complete(complete).canonicalText == complete.canonicalText)
    }
  }
}
