/// Zeroed, cache-line-aligned memory that lives as long as its owner.
package final class Buffer<S: Scalar> {
  /// The first element; valid as long as the buffer.
  package let pointer: UnsafeMutablePointer<S>
  package let count: Int

  /// `count` zeros.
  package init(_ count: Int) {
    self.count = count
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<S>.stride, alignment: 64)
    pointer = raw.bindMemory(to: S.self, capacity: max(1, count))
    Engine.clear(pointer, max(1, count))
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }

  /// Sets every element to zero.
  package func clear() { Engine.clear(pointer, count) }

  /// The elements, copied.
  package var array: [S] { Array(UnsafeBufferPointer(start: pointer, count: count)) }
}

/// A matrix in a graph: a value, how it is made, and room for the gradient of the loss by it.
///
/// Row-major, [rows, columns]; a row is an example of the batch. `capacity` rows are allocated
/// once, when the graph is built; a step uses the first `rows` of them, so a short last batch costs
/// neither memory nor a new graph.
package final class Tensor<S: Scalar> {
  /// The most rows that a step may use.
  package let capacity: Int
  /// The length of a row.
  package let columns: Int
  /// Rows in use in this step; set by whoever fills an input, else by the operation.
  package var rows: Int
  /// The elements, [capacity, columns] row-major; valid as long as the tensor.
  package let value: UnsafeMutablePointer<S>
  /// The operation that makes the value; nil for an input.
  package let producer: (any Operation<S>)?

  /// The tensor whose room this takes.
  let replaced: Tensor<S>?
  private let storage: Buffer<S>
  private var gradientStorage: Buffer<S>?
  private var gradientIsFresh = true

  /// An input, to be filled through `value` before each step.
  package init(rows: Int, columns: Int) {
    (self.rows, capacity, self.columns, producer, replaced) = (rows, rows, columns, nil, nil)
    storage = Buffer(rows * columns)
    value = storage.pointer
  }

  /// The result of an operation.
  package init(rows: Int, columns: Int, by producer: any Operation<S>) {
    (self.rows, capacity, self.columns, self.producer, replaced) = (
      rows, rows, columns, producer, nil
    )
    storage = Buffer(rows * columns)
    value = storage.pointer
  }

  /// The result of an operation on the elements of `x` that leaves it in the room of `x`, value and
  /// gradient, which nothing else may read.
  ///
  /// - Parameter keepsSigns: Whether what was positive in `x` is so in the result, or has no
  ///   gradient.
  init(replacing x: Tensor<S>, by producer: any Operation<S>, keepsSigns: Bool = false) {
    let read = x.producer?.resultRead ?? .nothing
    precondition(
      read == .nothing || read == .signs && keepsSigns, "the way back needs what would be replaced")
    (rows, capacity, columns, self.producer, replaced) = (
      x.rows, x.capacity, x.columns, producer, x
    )
    storage = x.storage
    value = storage.pointer
  }

  /// Elements in use.
  package var count: Int { rows * columns }

  /// Whether the backward pass that runs, or ran last, wants the gradient by this tensor. Two
  /// programs may share it: what one moves is a constant of the other.
  package private(set) var needsGradient = false

  /// The gradient of the loss by this tensor, complete once every use of it has run backward; the
  /// operation that made the tensor may use it up then.
  package var gradient: UnsafeMutablePointer<S> {
    guard let gradient = accumulatedGradient() else {
      preconditionFailure("no backward pass wants the gradient by this tensor")
    }
    return gradient
  }

  /// Where an operation adds its share of the gradient; zeroed before the first; nil if unwanted.
  package func accumulatedGradient() -> UnsafeMutablePointer<S>? {
    guard needsGradient, let gradientStorage else { return nil }
    if gradientIsFresh {
      clear(gradientStorage.pointer, count)
      gradientIsFresh = false
    }
    return gradientStorage.pointer
  }

  /// Where an operation that can overwrite adds its share, such as a matrix product, and the `beta`
  /// (0 for the first share, then 1).
  func productGradient() -> (pointer: UnsafeMutablePointer<S>, beta: S)? {
    guard needsGradient, let gradientStorage else { return nil }
    defer { gradientIsFresh = false }
    return (gradientStorage.pointer, gradientIsFresh ? 0 : 1)
  }

  /// Adds a gradient by this tensor, [rows, columns], that lies elsewhere.
  func addGradient(_ own: S.Source) {
    guard let (target, beta) = productGradient() else { return }
    if beta == 0 { copy(count, own, target) } else { S.add(count, own, target) }
  }

  /// Adds the gradient of `y`, which is that by this tensor as well.
  func passGradient(of y: Tensor<S>) {
    if y.replaced === self {
      _ = y.gradient
      gradientIsFresh = false
    } else {
      addGradient(y.gradient)
    }
  }

  /// Makes room for the gradient.
  func reserveGradient() {
    guard gradientStorage == nil else { return }
    replaced?.reserveGradient()
    gradientStorage = replaced?.gradientStorage ?? Buffer(capacity * columns)
  }

  /// Forgets the last step's gradient, and says whether there is to be one in this.
  func beginBackward(wantsGradient: Bool) {
    (needsGradient, gradientIsFresh) = (wantsGradient, true)
  }
}

/// Requires that the tensors have one shape; an operation of several inputs checks it once, when
/// the graph is built.
func requireOneShape<S>(_ tensors: [Tensor<S>]) {
  precondition(
    tensors.allSatisfy {
      $0.columns == tensors[0].columns && $0.capacity == tensors[0].capacity
    }, "tensors of one shape are needed, not \(tensors.map { [$0.capacity, $0.columns] })")
}
