import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct DynamicNegativeSamplingTests {
  private func model(_ interactions: Interactions) -> FactorModel {
    FactorModel(
      player: "generator", users: interactions.users, items: interactions.items, factors: 5,
      start: .uniform(0.05), seed: 1)
  }

  /// The share of (positive, other) pairs of a user that the model has in order.
  private func order(_ model: FactorModel, _ interactions: Interactions) -> Double {
    var (right, all) = (0, 0)
    var scores = [Float](repeating: 0, count: interactions.items)
    for user in 0..<interactions.users {
      model.scores(of: user..<user + 1, into: &scores)
      for item in interactions[user] {
        for other in 0..<interactions.items where !interactions.contains(user: user, item: other) {
          all += 1
          if scores[Int(item)] > scores[other] { right += 1 }
        }
      }
    }
    return Double(right) / Double(all)
  }

  @Test(arguments: [1, 5]) func improvesThePairwiseOrder(_ candidates: Int) throws {
    let interactions = try Planted.split().train
    let model = model(interactions)
    let before = order(model, interactions)
    var random = Random(seed: 1, stream: "pretraining")
    DynamicNegativeSampling(candidates: candidates, learningRate: 0.03, l2: 0.001, batch: 64)
      .train(model, interactions, epochs: 20, &random)
    let after = order(model, interactions)
    #expect(abs(before - 0.5) < 0.1, "before \(before)")
    #expect(after > 0.9, "after \(after)")
  }

  @Test func harderCandidatesPutPositivesFurtherToTheTop() throws {
    let interactions = try Planted.split().train
    func topShare(_ candidates: Int) -> Double {
      let model = model(interactions)
      var random = Random(seed: 1, stream: "pretraining")
      DynamicNegativeSampling(candidates: candidates, learningRate: 0.03, l2: 0.001, batch: 64)
        .train(model, interactions, epochs: 8, &random)
      var scores = [Float](repeating: 0, count: interactions.items)
      var (hits, all) = (0, 0)
      for user in 0..<interactions.users where !interactions[user].isEmpty {
        model.scores(of: user..<user + 1, into: &scores)
        let top = scores.indices.sorted { scores[$0] > scores[$1] }.prefix(3)
        hits += top.count { interactions.contains(user: user, item: $0) }
        all += 3
      }
      return Double(hits) / Double(all)
    }
    #expect(topShare(8) > topShare(1))
  }

  @Test func noEpochsAndNoInteractionsLeaveTheStartAsItIs() {
    let interactions = Interactions(users: 2, items: 3, pairs: [(0, 1)])
    let sampling = DynamicNegativeSampling(
      candidates: 5, learningRate: 0.1, l2: 0, batch: 8)
    var random = Random(seed: 1, stream: "pretraining")
    let model = model(interactions)
    let start = model.store.state
    sampling.train(model, interactions, epochs: 0, &random)
    sampling.train(model, Interactions(users: 2, items: 3), epochs: 5, &random)
    #expect(model.store.state == start)
    #expect(random == Random(seed: 1, stream: "pretraining"))
    sampling.train(model, interactions, epochs: 1, &random)
    #expect(model.store.state != start)
  }
}
