import Basics
import Engine
import TestSupport
import Testing

/// A layer over blocks of rows, its weights, output and gradients known from another program.
final class GoldenNetwork<S: Scalar> {
  let store = ParameterStore<S>(player: "golden", seed: 1)
  let blocks: RowBlocks
  /// What the layer reads, with a gradient of its own.
  let x: Tensor<S>
  private let table: Parameter<S>

  init(_ lengths: [Int], width: Int) {
    blocks = RowBlocks(blocks: lengths.count, maxLength: lengths.max() ?? 1)
    for length in lengths { blocks.append(length: length) }
    table = store.make("x", rows: blocks.rows, columns: width, .zeros)
    let rows = IndexInput(capacity: blocks.capacity)
    rows.set((0..<Int32(blocks.rows)).map { $0 })
    x = gather(table, rows)
  }

  func order(reversed: Bool) -> SequenceOrder {
    let order = SequenceOrder(of: blocks, reversed: reversed)
    order.take(blocks)
    return order
  }

  /// Compares output and gradients of the sum of squares with what `golden` holds under
  /// `parameters`, `output` and `gradients`.
  func check(_ y: Tensor<S>, _ golden: JSON) throws {
    let values = try golden.member("parameters")
    for parameter in store.parameters {
      for (index, value) in try values.member(parameter.name).numbers.enumerated() {
        parameter.value[index] = S(value)
      }
    }
    let program = Program(squaredNorm(y), moving: store.parameters)
    program.forward()
    program.backward()
    let output = try golden.member("output").numbers
    #expect(output.count == y.count)
    for (index, value) in output.enumerated() {
      #expect(abs(Double(y.value[index]) - value) < 1e-5, "output \(index)")
    }
    let gradients = try golden.member("gradients")
    for (parameter, gradient) in zip(store.parameters, program.gradients(of: store.parameters)) {
      let expected = try gradients.member(parameter.name).numbers
      #expect(expected.count == gradient.count)
      for (mine, theirs) in zip(gradient, expected) {
        #expect(abs(Double(mine) - theirs) < 1e-4, "\(parameter.name)")
      }
    }
  }
}

extension JSON {
  var numbers: [Double] { get throws { try asArray().map { try $0.asNumber() } } }
}
