import Basics
import Engine
import TestSupport
import Testing

/// A stage for gradient checks: makes filled inputs in double precision, and changes the number of
/// rows in use of all of them at once.
final class GradientScene {
  let store = ParameterStore<Double>(player: "scene", seed: 11)
  let capacity: Int
  private var random = Random(seed: 5, stream: "gradient scene")
  private var resizers: [(Int) -> Void] = []
  private var matrices: [SparseMatrix] = []

  init(capacity: Int = 5) { self.capacity = capacity }

  /// A parameter, uniform on ±1.
  func parameter(_ name: String, _ rows: Int, _ columns: Int) -> Parameter<Double> {
    store.make(name, rows: rows, columns: columns, .uniform(1))
  }

  /// An input that a parameter stands in for, so that the gradient by it is checked.
  func input(_ name: String, columns: Int) -> Tensor<Double> {
    let table = parameter(name, capacity, columns)
    let rows = IndexInput(capacity: capacity)
    rows.set((0..<Int32(capacity)).map { $0 })
    resizers.append { rows.set((0..<Int32($0)).map { $0 }) }
    return gather(table, rows)
  }

  /// An input of fixed values, uniform on 0…1.
  func constant(columns: Int) -> Tensor<Double> {
    let tensor = Tensor<Double>(rows: capacity, columns: columns)
    for index in 0..<tensor.count { tensor.value[index] = random.uniformDouble() }
    resizers.append { tensor.rows = $0 }
    return tensor
  }

  /// An input of zeros and ones.
  func mask(columns: Int) -> Tensor<Double> {
    let tensor = constant(columns: columns)
    for index in 0..<tensor.count { tensor.value[index] = tensor.value[index] < 0.5 ? 0 : 1 }
    return tensor
  }

  /// Row numbers, some of them twice.
  func indices(below bound: Int) -> IndexInput {
    let input = IndexInput(capacity: capacity)
    let all = (0..<capacity).map { Int32($0 < 2 ? 1 : random.below(bound)) }
    input.set(all)
    resizers.append { input.set(all.prefix($0)) }
    return input
  }

  /// Row numbers, so many an example.
  func indices(below bound: Int, each: Int) -> IndexInput {
    let input = IndexInput(capacity: capacity * each)
    let all = (0..<capacity * each).map { _ in Int32(random.below(bound)) }
    input.set(all)
    resizers.append { input.set(all.prefix($0 * each)) }
    return input
  }

  /// The rows of blocks step by step.
  func order(of blocks: RowBlocks, reversed: Bool) -> SequenceOrder {
    let order = SequenceOrder(of: blocks, reversed: reversed, capacity: capacity)
    order.take(blocks)
    resizers.append { _ in order.take(blocks) }
    return order
  }

  /// One long sequence, and two of one row: lengths 3, 1, 1 of five rows.
  func sequences() -> PackedSequences {
    let packed = PackedSequences(capacity: capacity, maxLength: capacity)
    func use(_ rows: Int) {
      let long = Swift.max(1, rows - 2)
      packed.set(count: 1 + rows - long) { $0 == 0 ? long : 1 }
    }
    use(capacity)
    resizers.append(use)
    return packed
  }

  /// Blocks of the scene's rows, of 3 and 2 of them where there are five.
  func blocks() -> RowBlocks {
    let blocks = RowBlocks(blocks: capacity, maxLength: 3)
    func use(_ rows: Int) {
      blocks.removeAll()
      for start in stride(from: 0, to: rows, by: 3) {
        blocks.append(length: Swift.min(3, rows - start))
      }
    }
    use(capacity)
    resizers.append(use)
    return blocks
  }

  /// Rows of columns: the first begins with 0 and 2, the second is empty, and the others have each
  /// column with probability one half.
  func sparse(columns: Int) -> SparseInput {
    let input = SparseInput(rows: capacity, columns: columns)
    let rows = (0..<capacity).map { row in
      (0..<Int32(columns)).filter {
        row == 0 && ($0 == 0 || $0 == 2) || row != 1 && random.uniform() < 0.5
      }
    }
    let matrix = SparseMatrix(
      columns: columns, starts: rows.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) },
      entries: rows.flatMap { $0 })
    matrices.append(matrix)
    func use(_ count: Int) {
      input.removeAll()
      for row in 0..<count { input.append(matrix, row) }
    }
    use(capacity)
    resizers.append(use)
    return input
  }

  /// Records of three fields: a row, a bag of rows, and a row with a factor; of a table of 7 rows.
  func fields() -> FieldInput {
    let input = FieldInput(
      capacity: capacity, bags: [nil, FieldBags([[3], [3, 4], [4, 3, 0]]), nil])
    let records = (0..<capacity).map { _ in
      (
        places: [Int32(random.below(3)), Int32(random.below(3)), Int32(5 + random.below(2))],
        factor: random.uniform() + 0.5
      )
    }
    func use(_ count: Int) {
      input.removeAll()
      for record in records.prefix(count) {
        input.append(record.places)
        input.setFactor(2, record.factor)
      }
    }
    use(capacity)
    resizers.append(use)
    return input
  }

  /// One number whose gradient by every element of `y` differs: `‖y + c‖²` of a random constant.
  func probe(_ y: Tensor<Double>) -> Tensor<Double> {
    squaredNorm(sum([y, constant(columns: y.columns)]))
  }

  /// Makes the batch `rows` examples long.
  func use(rows: Int) { for resize in resizers { resize(rows) } }
}

/// A graph to check, made anew on each stage.
struct GradientCase: Sendable, CustomTestStringConvertible {
  let name: String
  let loss: @Sendable (GradientScene) -> Tensor<Double>

  init(_ name: String, _ loss: @escaping @Sendable (GradientScene) -> Tensor<Double>) {
    (self.name, self.loss) = (name, loss)
  }

  var testDescription: String { name }

  /// Checks all gradients with a full batch, a short one, and a full one after the short ones,
  /// and that the loss is that of a graph that has seen no other batch.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let scene = GradientScene()
    let program = Program(loss(scene), moving: scene.store.parameters)
    for rows in [scene.capacity, 2, 1, scene.capacity] {
      scene.use(rows: rows)
      for comparison in compareGradients(of: program, by: scene.store) {
        #expect(
          comparison.error < 1e-6, "\(comparison.name), \(rows) rows",
          sourceLocation: sourceLocation)
        #expect(
          comparison.largest > 1e-4 || rows < scene.capacity, "\(comparison.name): no gradient",
          sourceLocation: sourceLocation)
      }
      for tensor in tensors(of: program.output) where tensor.capacity == scene.capacity {
        #expect(tensor.rows == rows, sourceLocation: sourceLocation)
      }
      // Nothing of an earlier, longer batch counts.
      let fresh = GradientScene()
      let first = Program(loss(fresh))
      fresh.use(rows: rows)
      first.forward()
      program.forward()
      #expect(
        program.output.value[0] == first.output.value[0], "\(rows) rows: the loss of another batch",
        sourceLocation: sourceLocation)
    }
  }

  /// The names of the operations in the graph.
  var operations: Set<String> {
    Set(
      tensors(of: loss(GradientScene())).compactMap(\.producer).map {
        String("\(type(of: $0))".prefix { $0 != "<" })
      })
  }

  /// The tensors that lead to `output`, and itself.
  private func tensors(of output: Tensor<Double>) -> [Tensor<Double>] {
    [output] + (output.producer?.inputs ?? []).flatMap { tensors(of: $0) }
  }
}
