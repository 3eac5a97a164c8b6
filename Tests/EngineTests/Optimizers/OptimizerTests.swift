import Foundation
import TestSupport
import Testing

@testable import Engine

/// Every rule against its formula written out, over several steps of one small problem.
@Suite struct OptimizerTests {
  /// `L = ‖θ + c‖²`, whose gradient is `2 (θ + c)`.
  private func descend<S: Scalar>(_ rule: OptimizerRule, steps: Int, as type: S.Type) -> [S] {
    let store = ParameterStore<S>(player: "p", seed: 1)
    let parameter = store.make("θ", rows: 1, columns: 3, .zeros)
    let one = Tensor<S>(rows: 1, columns: 1)
    one.value[0] = 1
    let target = Tensor<S>(rows: 1, columns: 3)
    for index in 0..<3 {
      parameter.value[index] = S(Self.start[index])
      target.value[index] = S(Self.offset[index])
    }
    let learner = Learner(store, rule: rule)
    let program = learner.program(
      minimizing: squaredNorm(sum([product(one, parameter), target])))
    for _ in 0..<steps { learner.descend(program) }
    return (0..<3).map { parameter.value[$0] }
  }

  private static let start = [1, -0.5, 0.25]
  private static let offset = [0.5, 0.25, -2]

  private func check(
    _ rule: OptimizerRule, sourceLocation: SourceLocation = #_sourceLocation,
    _ formula: (_ w: Double, _ g: Double, _ m: inout Double, _ v: inout Double, _ t: Int) -> Double
  ) {
    for steps in [1, 2, 7] {
      let expected = (0..<3).map { index in
        var (w, m, v) = (Self.start[index], 0.0, 0.0)
        for step in 1...steps { w = formula(w, 2 * (w + Self.offset[index]), &m, &v, step) }
        return w
      }
      for (got, wanted) in zip(descend(rule, steps: steps, as: Double.self), expected) {
        #expect(abs(got - wanted) < 1e-13, "\(steps) steps", sourceLocation: sourceLocation)
      }
      for (got, wanted) in zip(descend(rule, steps: steps, as: Float.self), expected) {
        #expect(abs(Double(got) - wanted) < 3e-6, "\(steps) steps", sourceLocation: sourceLocation)
      }
    }
  }

  @Test(arguments: [0, 0.1], [0, 0.2]) func plainDescent(_ l2: Double, _ decay: Double) {
    check(OptimizerRule(.sgd, learningRate: 0.05, l2: l2, decay: decay)) { w, g, _, _, _ in
      w - 0.05 * (g + l2 * w) - 0.05 * decay * w
    }
  }

  @Test(arguments: [0, 0.1], [0, 0.2]) func momentum(_ l2: Double, _ decay: Double) {
    check(
      OptimizerRule(.momentum, learningRate: 0.05, l2: l2, decay: decay, momentum: 0.8)
    ) { w, g, u, _, _ in
      u = 0.8 * u + g + l2 * w
      return w - 0.05 * u - 0.05 * decay * w
    }
  }

  /// Algorithm 1 of the paper as printed, with the moments corrected one by one.
  @Test(arguments: [0, 0.1], [0, 0.2]) func adam(_ l2: Double, _ decay: Double) {
    check(
      OptimizerRule(
        .adam, learningRate: 0.05, l2: l2, decay: decay, beta1: 0.8, beta2: 0.95, epsilon: 1e-3)
    ) { w, g, m, v, t in
      let gradient = g + l2 * w
      m = 0.8 * m + 0.2 * gradient
      v = 0.95 * v + 0.05 * gradient * gradient
      let first = m / (1 - pow(0.8, Double(t)))
      let second = v / (1 - pow(0.95, Double(t)))
      return w - 0.05 * first / (second.squareRoot() + 1e-3) - 0.05 * decay * w
    }
  }

  /// A row that a batch does not touch moves on by its moments, as dense Adam has it.
  @Test func adamMovesRowsWithoutAGradient() {
    let store = ParameterStore<Double>(player: "p", seed: 1)
    let table = store.make("E", rows: 2, columns: 1, .constant(1))
    let rows = IndexInput(capacity: 1)
    let learner = Learner(store, rule: .adam(0.1))
    let program = learner.program(minimizing: squaredNorm(gather(table, rows)))
    rows.set([0])
    learner.descend(program)
    #expect(table.value[1] == 1)
    let after = table.value[0]
    rows.set([1])
    learner.descend(program)
    #expect(table.value[0] < after && table.value[1] < 1)
  }

  /// The corrections after very many steps: `1 − βᵗ` is 1, so a step is `η m / (√v + ε)`.
  @Test func adamAfterManySteps() throws {
    let store = ParameterStore<Double>(player: "p", seed: 1)
    let parameter = store.make("w", rows: 1, columns: 1, .constant(2))
    let learner = Learner(store, rule: .adam(0.1))
    var state = try learner.state
    state.counters["optimizer/p/steps"] = [1_000_000_000]
    try learner.restore(state)
    let one = Tensor<Double>(rows: 1, columns: 1)
    one.value[0] = 1
    learner.descend(learner.program(minimizing: squaredNorm(product(one, parameter))))
    let expected = 2 - 0.1 * 0.4 / ((0.001 * 16.0).squareRoot() + 1e-8)
    #expect(abs(parameter.value[0] - expected) < 1e-12)
  }

  /// A damaged checkpoint may say any number of steps; the last one stays the last.
  @Test(arguments: [OptimizerRule.adam(0.1), .sgd(0.1)])
  func thereMayBeNoMoreStepsToCount(_ rule: OptimizerRule) throws {
    let store = ParameterStore<Double>(player: "p", seed: 1)
    let parameter = store.make("w", rows: 1, columns: 1, .constant(2))
    let learner = Learner(store, rule: rule)
    var state = try learner.state
    state.counters["optimizer/p/steps"] = [.max]
    try learner.restore(state)
    let one = Tensor<Double>(rows: 1, columns: 1)
    one.value[0] = 1
    learner.descend(learner.program(minimizing: squaredNorm(product(one, parameter))))
    #expect(parameter.value[0] < 2)
    #expect(try learner.state.counters["optimizer/p/steps"] == [.max])
  }
}
