/// One step of a graph: how an output is computed from inputs and parameters, and how the
/// gradient flows back. Forward stands beside backward in one file per family.
///
/// A graph is built once and replayed: an operation holds no state of a step other than what its
/// backward needs, and allocates nothing after its construction.
///
/// Backward may use up `y.gradient`, to what it passes on; `addGradient` then sees what is left.
package protocol Operation<S>: AnyObject {
  associatedtype S: Scalar
  /// The tensors this reads.
  var inputs: [Tensor<S>] { get }
  /// The parameters this reads.
  var parameters: [Parameter<S>] { get }
  /// What `backward` and `addGradient` read of the value of `y`.
  var resultRead: ResultRead { get }
  /// Computes `y`, and sets `y.rows`.
  func forward(_ y: Tensor<S>)
  /// Adds the gradient by each input that wants one, given `y.gradient`.
  func backward(_ y: Tensor<S>)
  /// `target = beta · target + gradient` by rows `rows` of `parameter`; `beta` is 0 or 1, and with
  /// 0 whatever `target` [rows, columns] held is overwritten. Reads no parameter's value: those
  /// asked before this one have moved already.
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S)
  /// The share of `y` that lies so near to a bound that hardly any gradient passes; nil where there
  /// are no bounds.
  func saturation(of y: Tensor<S>) -> Double?
  /// The rows of `parameter` whose gradient is not zero, or nil for all of them.
  func touchedRows(of parameter: Parameter<S>) -> UnsafeBufferPointer<Int32>?
  /// As `addGradient`, to rows that are numbered anew: row `r` goes to row `slot[r]` of `target`.
  func addSparseGradient(
    of parameter: Parameter<S>, slot: UnsafePointer<Int32>, _ y: Tensor<S>, to target: S.Target)
}

/// What the way back needs of an operation's result: as much must be left of it where another
/// operation takes its room.
package enum ResultRead: Sendable {
  case nothing, signs, values
}

extension Operation {
  /// The values: nothing may take their room.
  package var resultRead: ResultRead { .values }
  package var parameters: [Parameter<S>] { [] }
  /// Does nothing: there are no parameters.
  package func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ y: Tensor<S>, to target: S.Target, beta: S
  ) {}
  /// Nil: there are no bounds.
  package func saturation(of y: Tensor<S>) -> Double? { nil }
  /// Nil: any row may have a gradient.
  package func touchedRows(of parameter: Parameter<S>) -> UnsafeBufferPointer<Int32>? { nil }
  /// Does nothing: no rows are named, so nobody asks.
  package func addSparseGradient(
    of parameter: Parameter<S>, slot: UnsafePointer<Int32>, _ y: Tensor<S>, to target: S.Target
  ) {}
}
