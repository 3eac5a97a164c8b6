import Basics
import CKernels
import Foundation
import Testing

@testable import Engine

/// The pairwise pass against the same steps written out in double precision.
@Suite struct PairwiseTests {
  private struct Model<S: BinaryFloatingPoint> {
    var users: [S]
    var items: [S]
    var biases: [S]
  }

  private static let users = 6
  private static let items = 9

  private func start(_ factors: Int) -> Model<Float> {
    var random = Random(seed: 4, stream: "pairs")
    func values(_ count: Int) -> [Float] { (0..<count).map { _ in 2 * random.uniform() - 1 } }
    return Model(
      users: values(Self.users * factors), items: values(Self.items * factors),
      biases: values(Self.items))
  }

  private var triples: [Int32] {
    var random = Random(seed: 9, stream: "triples")
    return (0..<40).flatMap { _ -> [Int32] in
      let item = random.below(Self.items)
      let other = (item + 1 + random.below(Self.items - 1)) % Self.items
      return [Int32(random.below(Self.users)), Int32(item), Int32(other)]
    }
  }

  private func reference(_ model: inout Model<Double>, _ factors: Int) -> Double {
    var loss = 0.0
    for step in 0..<triples.count / 3 {
      let (u, i, j) = (
        Int(triples[3 * step]), Int(triples[3 * step + 1]), Int(triples[3 * step + 2])
      )
      let p = Array(model.users[u * factors..<(u + 1) * factors])
      let (a, b) = (
        Array(model.items[i * factors..<(i + 1) * factors]),
        Array(model.items[j * factors..<(j + 1) * factors])
      )
      var x = model.biases[i] - model.biases[j]
      for k in 0..<factors { x += p[k] * (a[k] - b[k]) }
      loss += log1p(exp(-x))
      let z = 1 / (1 + exp(x))
      for k in 0..<factors {
        model.users[u * factors + k] += 0.05 * (z * (a[k] - b[k]) - 0.1 * p[k])
        model.items[i * factors + k] += 0.05 * (z * p[k] - 0.1 * a[k])
        model.items[j * factors + k] += 0.05 * (-z * p[k] - 0.1 * b[k])
      }
      model.biases[i] += 0.05 * (z - 0.1 * model.biases[i])
      model.biases[j] += 0.05 * (-z - 0.1 * model.biases[j])
    }
    return loss
  }

  @Test(arguments: [1, 15, 16, 17, 100]) func everyPathIsNearTheFormulaAndTheSame(
    _ factors: Int
  ) throws {
    let start = start(factors)
    var expected = Model<Double>(
      users: start.users.map(Double.init), items: start.items.map(Double.init),
      biases: start.biases.map(Double.init))
    let expectedLoss = reference(&expected, factors)
    var first: (Model<Float>, Double)?
    for path in KernelsTests.paths {
      let table = try #require(path.table)
      var model = start
      let loss = table.bpr(
        triples.count / 3, triples, factors, &model.users, &model.items, &model.biases, 0.05, 0.1)
      #expect(abs(loss - expectedLoss) < 1e-5 * expectedLoss)
      #expect(near(model.users, expected.users))
      #expect(near(model.items, expected.items))
      #expect(near(model.biases, expected.biases))
      if let first {
        #expect(first.0.users == model.users && first.0.items == model.items)
        #expect(first.0.biases == model.biases && first.1 == loss)
      } else {
        first = (model, loss)
      }
    }
    var model = start
    let loss = descendPairwise(
      triples: triples, count: triples.count / 3, factors: factors, users: &model.users,
      items: &model.items, biases: &model.biases, learningRate: 0.05, l2: 0.1)
    #expect(first?.1 == loss && first?.0.users == model.users)
  }

  private func near(_ got: [Float], _ wanted: [Double]) -> Bool {
    zip(got, wanted).allSatisfy { abs(Double($0) - $1) < 1e-5 }
  }

  /// Far apart scores: the loss is finite, and is the distance where the order is wrong.
  @Test(arguments: KernelsTests.paths) func farScoresStayFinite(_ path: KernelPath) throws {
    let table = try #require(path.table)
    for (bias, expected) in [(Float(1000), 0.0), (-1000, 1000), (40, 4.2e-18), (-20, 20)] {
      var (user, items, biases): ([Float], [Float], [Float]) = ([0], [0, 0], [bias, 0])
      let loss = table.bpr(1, [0, 0, 1], 1, &user, &items, &biases, 0.1, 0)
      #expect(abs(loss - expected) < 1e-5 * max(1, expected))
      #expect(biases[0].isFinite && biases[1].isFinite)
      #expect(abs(biases[0] - bias - (bias < 0 ? 0.1 : 0)) < 1e-4)
    }
  }
}
