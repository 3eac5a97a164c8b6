import Basics

/// Gradient descent, plain or with momentum.
///
/// Plain: `w −= η (g + λw)`. With momentum (as in Sutskever et al. 2013, without dampening):
/// `u = μu + g + λw`, `w −= ηu`. Plain descent without L2 and decay leaves rows without a gradient
/// where they are, and so visits only the rows a batch touched.
final class SGD<S: Scalar>: Optimizer {
  let rule: OptimizerRule
  private let velocity: [Buffer<S>]
  private var steps: UInt64 = 0

  init(_ rule: OptimizerRule, _ store: ParameterStore<S>) {
    self.rule = rule
    velocity = rule.method == .momentum ? store.parameters.map { Buffer($0.count) } : []
  }

  var movesOnlyTouchedRows: Bool { rule.method == .sgd && rule.l2 == 0 && rule.decay == 0 }

  @_specialize(where S == Float)
  func beginStep() { if steps < .max { steps += 1 } }

  @_specialize(where S == Float)
  func move(_ index: Int, _ parameter: Parameter<S>, rows: Range<Int>, gradient: S.Target) {
    let offset = rows.lowerBound * parameter.columns
    let count = rows.count * parameter.columns
    let weights = parameter.value + offset
    let decay = S(rule.learningRate * rule.decay)
    if rule.method == .momentum {
      S.momentum(
        count, weights, gradient, velocity[index].pointer + offset, step: S(rule.learningRate),
        momentum: S(rule.momentum), l2: S(rule.l2), decay: decay)
    } else {
      S.sgd(count, weights, gradient, step: S(rule.learningRate), l2: S(rule.l2), decay: decay)
    }
  }

  func state(of store: ParameterStore<S>) -> State {
    var state = State()
    for (index, buffer) in velocity.enumerated() {
      let parameter = store.parameters[index]
      state.tensors["optimizer/\(store.player)/\(parameter.name)/velocity"] = State.Array(
        buffer.pointer, rows: parameter.rows, columns: parameter.columns)
    }
    state.counters["optimizer/\(store.player)/steps"] = [steps]
    return state
  }

  func restore(_ state: State, _ store: ParameterStore<S>) throws {
    for (index, buffer) in velocity.enumerated() {
      let parameter = store.parameters[index]
      try state.copy(
        "optimizer/\(store.player)/\(parameter.name)/velocity", to: buffer.pointer,
        rows: parameter.rows, columns: parameter.columns)
    }
    steps = try state.counter(named: "optimizer/\(store.player)/steps")
  }
}
