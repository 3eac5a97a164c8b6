import Basics

/// Adam (Kingma & Ba 2015, algorithm 1).
///
/// `m = β₁m + (1−β₁)g`, `v = β₂v + (1−β₂)g²`, `w −= η √(1−β₂ᵗ)/(1−β₁ᵗ) · m / (√v + ε √(1−β₂ᵗ))`,
/// which is the algorithm's `η m̂ / (√v̂ + ε)` with the corrections moved to the step size.
/// Every row moves at every step, as its moments do, also where its gradient is zero.
final class Adam<S: Scalar>: Optimizer {
  let rule: OptimizerRule
  private let first: [Buffer<S>]
  private let second: [Buffer<S>]
  private var steps: UInt64 = 0
  private var step: S = 0
  private var epsilon: S = 0

  init(_ rule: OptimizerRule, _ store: ParameterStore<S>) {
    self.rule = rule
    first = store.parameters.map { Buffer($0.count) }
    second = store.parameters.map { Buffer($0.count) }
  }

  var movesOnlyTouchedRows: Bool { false }

  // The corrections are functions of the step count alone, so a resumed run has the same.
  @_specialize(where S == Float)
  func beginStep() {
    // A damaged checkpoint may say any number.
    if steps < .max { steps += 1 }
    let correction1 = 1 - power(rule.beta1, steps)
    let correction2 = (1 - power(rule.beta2, steps)).squareRoot()
    step = S(rule.learningRate * correction2 / correction1)
    epsilon = S(rule.epsilon * correction2)
  }

  private func power(_ base: Double, _ exponent: UInt64) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }

  @_specialize(where S == Float)
  func move(_ index: Int, _ parameter: Parameter<S>, rows: Range<Int>, gradient: S.Target) {
    let offset = rows.lowerBound * parameter.columns
    S.adam(
      rows.count * parameter.columns, parameter.value + offset, gradient,
      first[index].pointer + offset, second[index].pointer + offset, step: step,
      beta1: S(rule.beta1), beta2: S(rule.beta2), epsilon: epsilon, l2: S(rule.l2),
      decay: S(rule.learningRate * rule.decay))
  }

  func state(of store: ParameterStore<S>) -> State {
    var state = State()
    for (index, parameter) in store.parameters.enumerated() {
      let group = "optimizer/\(store.player)/\(parameter.name)"
      for (moment, buffer) in [("first", first[index]), ("second", second[index])] {
        state.tensors["\(group)/\(moment)"] = State.Array(
          buffer.pointer, rows: parameter.rows, columns: parameter.columns)
      }
    }
    state.counters["optimizer/\(store.player)/steps"] = [steps]
    return state
  }

  func restore(_ state: State, _ store: ParameterStore<S>) throws {
    for (index, parameter) in store.parameters.enumerated() {
      let group = "optimizer/\(store.player)/\(parameter.name)"
      for (moment, buffer) in [("first", first[index]), ("second", second[index])] {
        try state.copy(
          "\(group)/\(moment)", to: buffer.pointer, rows: parameter.rows,
          columns: parameter.columns)
      }
    }
    steps = try state.counter(named: "optimizer/\(store.player)/steps")
  }
}
