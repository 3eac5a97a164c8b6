import Basics
import Testing

@testable import Recommenders

/// A factor model in double precision, and the same numbers as the engine's.
struct DoubleFactors {
  var users: [[Double]]
  var items: [[Double]]
  var biases: [Double]

  init(_ model: FactorModel) {
    func rows(_ parameter: Recommenders.Parameter) -> [[Double]] {
      (0..<parameter.rows).map { row in
        (0..<parameter.columns).map { Double(parameter.value[row * parameter.columns + $0]) }
      }
    }
    (users, items) = (rows(model.users), rows(model.items))
    biases = (0..<model.biases.rows).map { Double(model.biases.value[$0]) }
  }

  func score(_ user: Int, _ item: Int) -> Double {
    biases[item] + zip(users[user], items[item]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private var all: [Double] { Array((users + items + [biases]).joined()) }

  /// The largest difference of any parameter.
  func distance(to model: FactorModel) -> Double {
    zip(all, DoubleFactors(model).all).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }
}

/// Gives every parameter, biases too, values of some size.
func scatter(_ model: FactorModel, size: Float = 0.8, seed: UInt64 = 7) {
  var random = Random(seed: seed, stream: "scatter")
  for parameter in [model.users, model.items, model.biases] {
    for index in 0..<parameter.count { parameter.value[index] = size * (2 * random.uniform() - 1) }
  }
}

@Suite struct FactorModelTests {
  private let model = FactorModel(
    player: "model", users: 4, items: 6, factors: 3, start: .normal(deviation: 0.1), seed: 1)

  @Test func startsAsSaidWithBiasesOfZero() {
    #expect(model.store.parameters.map(\.name) == ["users", "items", "biases"])
    #expect((0..<6).allSatisfy { model.biases.value[$0] == 0 })
    #expect((0..<12).contains { model.users.value[$0] != 0 })
  }

  @Test func scoresAreBiasPlusInnerProductForAnyBlockOfUsers() {
    scatter(model)
    let exact = DoubleFactors(model)
    var scores = [Float](repeating: .nan, count: 12)
    model.scores(of: 1..<3, into: &scores)
    for row in 0..<2 {
      for item in 0..<6 {
        #expect(abs(Double(scores[row * 6 + item]) - exact.score(row + 1, item)) < 1e-6)
      }
    }
  }
}
