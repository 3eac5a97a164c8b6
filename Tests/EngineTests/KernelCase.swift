import Basics
import CKernels
import Engine
import Testing

/// Memory for one call of a kernel: two read arrays and three that are read and written, in single
/// and in double precision with the same starting values.
final class KernelMemory<S: Scalar> {
  let n: Int
  let x, y, a, b, c: Buffer<S>
  /// Beyond the last element, where no kernel may write.
  static var canary: S { 12345 }
  private static var margin: Int { 32 }

  /// `values` fills the read arrays and, shifted, the others; positive in `c`, as second moments
  /// are.
  init(_ n: Int, _ values: [Float]) {
    self.n = n
    func array(_ shift: Int, _ map: (Float) -> Float = { $0 }) -> Buffer<S> {
      let buffer = Buffer<S>(n + Self.margin)
      for i in 0..<n { buffer.pointer[i] = S(map(values[(i + shift) % values.count])) }
      for i in n..<n + Self.margin { buffer.pointer[i] = Self.canary }
      return buffer
    }
    (x, y, a, b) = (array(0), array(7), array(13), array(21))
    c = array(29) { abs($0) }
  }

  /// The arrays that a kernel writes.
  var results: [[S]] { [a, b, c].map { Array($0.array.prefix(n)) } }

  /// Whether a kernel wrote past its end.
  var isOverrun: Bool {
    [a, b, c].contains { $0.array.dropFirst(n).contains { $0 != Self.canary } }
  }
}

/// One function of a kernel table, and the same in double precision.
struct KernelCase: Sendable, CustomTestStringConvertible {
  /// The name in the C header.
  let name: String
  /// How far a result may be from the reference: `bound · max(|reference|, floor(n))`.
  let bound: Double
  let floor: @Sendable (Int) -> Double
  let run: @Sendable (KernelTable, KernelMemory<Float>) -> Double
  let reference: @Sendable (KernelMemory<Double>) -> Double

  var testDescription: String { name }

  /// A kernel that returns nothing.
  init(
    _ name: String, bound: Double, floor: Double = 0,
    _ run: @escaping @Sendable (KernelTable, KernelMemory<Float>) -> Void,
    reference: @escaping @Sendable (KernelMemory<Double>) -> Void
  ) {
    self.init(
      returning: name, bound: bound, floor: { _ in floor },
      {
        run($0, $1)
        return 0
      },
      reference: {
        reference($0)
        return 0
      })
  }

  /// A kernel that returns a number.
  init(
    returning name: String, bound: Double, floor: @escaping @Sendable (Int) -> Double,
    _ run: @escaping @Sendable (KernelTable, KernelMemory<Float>) -> Double,
    reference: @escaping @Sendable (KernelMemory<Double>) -> Double
  ) {
    (self.name, self.bound, self.floor) = (name, bound, floor)
    (self.run, self.reference) = (run, reference)
  }
}

/// Sums and differences of numbers up to 3 lose the last bits of the largest term.
private let one = 1.0
/// Factors are exact in single precision, so that both sides compute with the same numbers.
private let factor = 0.75

extension KernelCase {
  static let elementwise: [KernelCase] = [
    KernelCase("add", bound: 3e-7, floor: one) {
      $0.add($1.n, $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.add($0.n, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("axpy", bound: 4e-7, floor: one) {
      $0.axpy($1.n, Float(factor), $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.axpy($0.n, factor, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("scale", bound: 1e-7) {
      $0.scale($1.n, Float(factor), $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.scale($0.n, factor, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("multiply_add", bound: 4e-7, floor: one) {
      $0.multiply_add($1.n, $1.x.pointer, $1.y.pointer, $1.a.pointer)
    } reference: {
      Double.multiplyAdd($0.n, $0.x.pointer, $0.y.pointer, $0.a.pointer)
    },
    KernelCase("multiply", bound: 1e-7) {
      $0.multiply($1.n, $1.x.pointer, $1.y.pointer, $1.a.pointer)
    } reference: {
      Double.multiply($0.n, $0.x.pointer, $0.y.pointer, $0.a.pointer)
    },
    KernelCase("masked_axpy", bound: 4e-7, floor: one) {
      $0.masked_axpy($1.n, Float(factor), $1.x.pointer, $1.y.pointer, $1.a.pointer)
    } reference: {
      Double.maskedAxpy($0.n, factor, $0.x.pointer, $0.y.pointer, $0.a.pointer)
    },
    KernelCase("exponential", bound: 2e-7) {
      $0.exponential($1.n, $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.exponential($0.n, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("sigmoid", bound: 3e-7) {
      $0.sigmoid($1.n, $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.sigmoid($0.n, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("sigmoid_backward", bound: 1e-6, floor: one) {
      $0.sigmoid_backward($1.n, $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.sigmoidBackward($0.n, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("hyperbolic_tangent", bound: 2e-6) {
      $0.hyperbolic_tangent($1.n, $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.hyperbolicTangent($0.n, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("hyperbolic_tangent_backward", bound: 1e-6, floor: one) {
      $0.hyperbolic_tangent_backward($1.n, $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.hyperbolicTangentBackward($0.n, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("leaky_relu", bound: 1e-7) {
      $0.leaky_relu($1.n, Float(factor), $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.leakyReLU($0.n, factor, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("leaky_relu_backward", bound: 4e-7, floor: one) {
      $0.leaky_relu_backward($1.n, Float(factor), $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.leakyReLUBackward($0.n, factor, $0.x.pointer, $0.a.pointer)
    },
  ]

  static let reductions: [KernelCase] = [
    KernelCase(returning: "dot", bound: 1e-6, floor: { Double($0) }) {
      Double($0.dot($1.n, $1.x.pointer, $1.y.pointer))
    } reference: {
      Double.dot($0.n, $0.x.pointer, $0.y.pointer)
    },
    KernelCase(returning: "sum", bound: 1e-6, floor: { Double($0) }) {
      Double($0.sum($1.n, $1.x.pointer))
    } reference: {
      Double.sum($0.n, $0.x.pointer)
    },
    KernelCase(returning: "masked_square", bound: 1e-6, floor: { Double($0) }) {
      Double($0.masked_square($1.n, $1.x.pointer, $1.y.pointer))
    } reference: {
      Double.maskedSquare($0.n, $0.x.pointer, $0.y.pointer)
    },
  ]

  /// Kernels over the rows of a matrix, here of 5 rows or, where short, of one column.
  static let rowwise: [KernelCase] = [
    KernelCase("add_row", bound: 3e-7, floor: one) {
      let (rows, columns) = shape($1.n)
      $0.add_row(rows, columns, $1.x.pointer, $1.a.pointer)
    } reference: {
      let (rows, columns) = shape($0.n)
      Double.addRow(rows, columns, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("column_sums", bound: 1e-6, floor: one) {
      let (rows, columns) = shape($1.n)
      $0.column_sums(rows, columns, $1.x.pointer, $1.a.pointer)
    } reference: {
      let (rows, columns) = shape($0.n)
      Double.columnSums(rows, columns, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("gather_sum", bound: 1e-6, floor: one) {
      let (rows, columns) = shape($1.n)
      let named = (0..<Int32(rows)).reversed() + (0..<Int32(rows))
      $0.gather_sum(named.count, named, columns, $1.x.pointer, $1.a.pointer)
    } reference: {
      let (rows, columns) = shape($0.n)
      let named = (0..<Int32(rows)).reversed() + (0..<Int32(rows))
      Double.gatherSum(named.count, named, columns, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("softmax", bound: 2e-6) {
      let (rows, columns) = shape($1.n)
      $0.softmax(rows, columns, Float(factor), $1.x.pointer, $1.a.pointer)
    } reference: {
      let (rows, columns) = shape($0.n)
      Double.softmax(rows, columns, factor, $0.x.pointer, $0.a.pointer)
    },
  ]

  static func shape(_ n: Int) -> (rows: Int, columns: Int) {
    n % 5 == 0 ? (5, n / 5) : (1, n)
  }

  static let steps: [KernelCase] = [
    KernelCase("adam", bound: 2e-6, floor: one) {
      $0.adam(
        $1.n, $1.a.pointer, $1.x.pointer, $1.b.pointer, $1.c.pointer, 0.125, 0.875, 0.9375,
        0.0625, 0.25, 0.03125)
    } reference: {
      Double.adam(
        $0.n, $0.a.pointer, $0.x.pointer, $0.b.pointer, $0.c.pointer, step: 0.125, beta1: 0.875,
        beta2: 0.9375, epsilon: 0.0625, l2: 0.25, decay: 0.03125)
    },
    KernelCase("momentum", bound: 1e-6, floor: one) {
      $0.momentum($1.n, $1.a.pointer, $1.x.pointer, $1.b.pointer, 0.125, 0.875, 0.25, 0.03125)
    } reference: {
      Double.momentum(
        $0.n, $0.a.pointer, $0.x.pointer, $0.b.pointer, step: 0.125, momentum: 0.875, l2: 0.25,
        decay: 0.03125)
    },
    KernelCase("sgd", bound: 1e-6, floor: one) {
      $0.sgd($1.n, $1.a.pointer, $1.x.pointer, 0.125, 0.25, 0.03125)
    } reference: {
      Double.sgd($0.n, $0.a.pointer, $0.x.pointer, step: 0.125, l2: 0.25, decay: 0.03125)
    },
  ]

  /// Recurrent units, where the arrays hold rows of three gates for units of a width of 5 or 1.
  static let recurrent: [KernelCase] = [
    KernelCase("gru", bound: 2e-6, floor: one) {
      let (rows, width) = units($1.n)
      let y = $1.y.pointer
      $0.gru(rows, width, $1.x.pointer, y, $1.b.pointer, y, $1.a.pointer, $1.c.pointer)
    } reference: {
      let (rows, width) = units($0.n)
      let y = $0.y.pointer
      Double.gru(rows, width, $0.x.pointer, y, $0.b.pointer, y, $0.a.pointer, $0.c.pointer)
    },
    KernelCase("gru_backward", bound: 2e-6, floor: 100) {
      let (rows, width) = units($1.n)
      $0.gru_backward(
        rows, width, $1.a.pointer, $1.b.pointer, $1.y.pointer, $1.c.pointer, $1.a.pointer)
    } reference: {
      let (rows, width) = units($0.n)
      Double.gruBackward(
        rows, width, $0.a.pointer, $0.b.pointer, $0.y.pointer, $0.c.pointer, $0.a.pointer)
    },
  ]

  /// Scores of pairs of 3 left and many right rows over 4 hidden units.
  static let pairwise: [KernelCase] = [
    KernelCase("additive_scores", bound: 1e-6, floor: 10) {
      let right = $1.n / 4
      $0.additive_scores(
        right == 0 ? 0 : 3, right, 4, 0.25, $1.b.pointer, $1.x.pointer, $1.y.pointer, $1.a.pointer)
    } reference: {
      let right = $0.n / 4
      Double.additiveScores(
        right == 0 ? 0 : 3, right, 4, 0.25, $0.b.pointer, $0.x.pointer, $0.y.pointer, $0.a.pointer)
    },
    KernelCase("additive_scores_backward", bound: 1e-5, floor: 1000) {
      let right = $1.n / 4
      let width = right == 0 ? 0 : 4
      $0.additive_scores_backward(
        1, right, width, 0.25, $1.y.pointer, $1.x.pointer, $1.y.pointer, $1.x.pointer,
        $1.c.pointer, $1.a.pointer, $1.b.pointer)
    } reference: {
      let right = $0.n / 4
      let width = right == 0 ? 0 : 4
      Double.additiveScoresBackward(
        1, right, width, 0.25, $0.y.pointer, $0.x.pointer, $0.y.pointer, $0.x.pointer,
        $0.c.pointer, $0.a.pointer, $0.b.pointer)
    },
  ]

  private static func units(_ n: Int) -> (rows: Int, width: Int) {
    n % 15 == 0 ? (5, n / 15) : (1, n / 3)
  }

  static let all = elementwise + reductions + rowwise + recurrent + sequences + pairwise + steps
}
