import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct NCFTests {
  /// Towers, penalties, depths, pretraining and both optimizers, one after another.
  @Test(arguments: 0..<7) func learnsWhatAutogradLearns(_ number: Int) throws {
    let golden = try GoldenTraining("ncf")
    #expect(golden.cases.count == 7)
    try golden.check(number)
  }

  @Test func anEpochHasEveryPairOnceAndNegativesThatAreNone() throws {
    let interactions = Interactions(
      users: 3, items: 4, pairs: [(0, 1), (0, 3), (1, 0), (1, 1), (1, 2), (1, 3)])
    var examples = LabelledPairs(interactions, negatives: 3)
    var random = Random(seed: 1, stream: "examples")
    examples.draw(&random)
    let first = examples.order.indices.map { examples[$0] }
    // The user who has everything has no negatives, and is left out.
    #expect(first.count == 8 && first.allSatisfy { $0.user == 0 })
    #expect(Set(first.filter { $0.label == 1 }.map(\.item)) == [1, 3])
    #expect(first.filter { $0.label == 0 }.allSatisfy { [0, 2].contains($0.item) })
    examples.draw(&random)
    let second = examples.order.indices.map { examples[$0] }
    #expect(zip(first, second).contains { $0.item != $1.item || $0.label != $1.label })
  }

  @Test(arguments: [
    ("mlp", ["layers": [7, 4]] as JSON, "has to be even, not 7"),
    ("neumf", ["layers": [8]] as JSON, "expected at least 2"),
    ("gmf", ["layers": [8, 4]] as JSON, "layers: unknown key; expected one of factors, negatives"),
  ])
  func refusesWhatCannotBeBuilt(name: String, settings: JSON, mention: String) throws {
    let type = try RecommenderList.named(name)
    let problem = #expect(throws: Problem.self) { _ = try type.complete(settings) }
    #expect(problem?.message.contains(mention) == true, "\(String(describing: problem))")
  }
}
