import Basics

/// One player: its parameters, and the rule that moves them.
///
/// The gradient of a large weight is never held in memory whole: it is the sum of what each use of
/// the weight contributes, made a panel of rows at a time in a buffer that stays in the cache, and
/// used up by the optimizer at once.
package final class Learner<S: Scalar> {
  package let store: ParameterStore<S>
  private let optimizer: any Optimizer<S>
  private let parameters: [Parameter<S>]
  private let panel: Buffer<S>
  private let rowSets: [RowSet?]
  /// Elements of a panel, unless a single row is larger: half a megabyte of floats.
  static var panelElements: Int { 131_072 }

  /// A player that learns all of `store` by `rule`.
  package init(_ store: ParameterStore<S>, rule: OptimizerRule) {
    self.store = store
    parameters = store.parameters
    optimizer = rule.make(store)
    let sparse = optimizer.movesOnlyTouchedRows
    let largest = parameters.map { parameter in
      sparse
        ? parameter.count
        : Swift.min(parameter.count, Swift.max(Self.panelElements, parameter.columns))
    }
    panel = Buffer(largest.max() ?? 0)
    rowSets = parameters.map { sparse ? RowSet(capacity: $0.rows) : nil }
  }

  /// The program whose `descend` moves this player and no other.
  package func program(minimizing loss: Tensor<S>) -> Program<S> {
    Program(loss, moving: parameters)
  }

  /// Takes one step down the loss of `program`, and returns the loss before the step.
  ///
  /// Penalties that the optimizer adds (L2, decay) are not part of the returned loss.
  @discardableResult
  @_specialize(where S == Float)
  package func descend(_ program: Program<S>) -> Double {
    program.forward()
    program.backward()
    optimizer.beginStep()
    for (index, parameter) in parameters.enumerated() {
      if let rowSet = rowSets[index],
        program.collectTouchedRows(index, of: parameter, into: rowSet)
      {
        moveTouchedRows(index, parameter, rowSet, program)
      } else {
        moveAllRows(index, parameter, program)
      }
    }
    return Double(program.output.value.pointee)
  }

  private func moveAllRows(_ index: Int, _ parameter: Parameter<S>, _ program: Program<S>) {
    let height = Swift.max(1, Self.panelElements / Swift.max(1, parameter.columns))
    var row = 0
    while row < parameter.rows {
      let rows = row..<Swift.min(row + height, parameter.rows)
      program.writeGradient(index, of: parameter, rows: rows, to: panel.pointer)
      optimizer.move(index, parameter, rows: rows, gradient: panel.pointer)
      row = rows.upperBound
    }
  }

  private func moveTouchedRows(
    _ index: Int, _ parameter: Parameter<S>, _ rows: RowSet, _ program: Program<S>
  ) {
    clear(panel.pointer, rows.count * parameter.columns)
    program.addSparseGradient(index, of: parameter, slot: rows.slot, to: panel.pointer)
    for slot in 0..<rows.count {
      let row = Int(rows.rows[slot])
      optimizer.move(
        index, parameter, rows: row..<row + 1, gradient: panel.pointer + slot * parameter.columns)
    }
  }

  /// Parameters, moments and step counters.
  package var state: State {
    get throws(StateError) { try State(joining: store.state, optimizer.state(of: store)) }
  }

  /// Takes back what `state` gave; throws where a name or a shape does not fit.
  package func restore(_ state: State) throws {
    try store.restore(state)
    try optimizer.restore(state, store)
  }
}
