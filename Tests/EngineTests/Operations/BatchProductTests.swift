import Basics
import CKernels
import TestSupport
import Testing

@testable import Engine

/// The product of a batch and a large weight, on every instruction set that has one of its own.
@Suite struct BatchProductTests {
  static let paths = KernelsTests.paths.filter { path in
    var none: [Float] = []
    return path.table?.batch_product(0, 0, 0, 0, [], 0, [], 0, 0, &none, 0) == 1
  }

  struct Shape: Sendable {
    let m, n, k: Int
    /// Numbers between the end of a row and the next.
    var gap = 0
  }

  /// Whole tiles, tiles that no side fills, one row, one column, more rows than are turned at once.
  static let shapes = [
    Shape(m: 1, n: 1, k: 1), Shape(m: 32, n: 96, k: 64), Shape(m: 15, n: 1682, k: 70),
    Shape(m: 64, n: 50, k: 1024), Shape(m: 65, n: 49, k: 129, gap: 3), Shape(m: 7, n: 47, k: 15),
    Shape(m: 8, n: 48, k: 1, gap: 1), Shape(m: 33, n: 3, k: 17), Shape(m: 4, n: 4, k: 16),
  ]

  /// `|error| ≤ 1e-6 · Σ_k |a| |b|`, the backward bound of a sum of k products.
  @Test(arguments: paths, shapes)
  func isNearTheReference(_ path: KernelPath, _ shape: Shape) throws {
    let product = try #require(path.table?.batch_product)
    for (transposed, adds) in [(false, false), (false, true), (true, false), (true, true)] {
      var random = Random(seed: 7, stream: "products")
      func matrix(_ rows: Int, _ columns: Int) -> [Float] {
        (0..<rows * (columns + shape.gap)).map { _ in 2 * random.uniform() - 1 }
      }
      let (m, n, k) = (shape.m, shape.n, shape.k)
      let (lda, ldb, ldc) = (k + shape.gap, (transposed ? k : n) + shape.gap, n + shape.gap)
      let (a, b, before) = (
        matrix(m, k), transposed ? matrix(n, k) : matrix(k, n), matrix(m + 1, n)
      )
      var c = before
      _ = product(transposed ? 1 : 0, m, n, k, a, lda, b, ldb, adds ? 1 : 0, &c, ldc)
      for row in 0...m {
        for column in 0..<ldc {
          let got = Double(c[row * ldc + column])
          let old = Double(before[row * ldc + column])
          guard row < m && column < n else {
            #expect(got == old, "wrote beyond the end at \(row), \(column)")
            continue
          }
          var (sum, size) = adds ? (old, abs(old)) : (0, 0)
          for p in 0..<k {
            let term =
              Double(a[row * lda + p]) * Double(b[transposed ? column * ldb + p : p * ldb + column])
            sum += term
            size += abs(term)
          }
          #expect(abs(got - sum) <= 1e-6 * size, "\(row), \(column) of \(shape)")
        }
      }
    }
  }

  /// The product of the engine, which chooses between this kernel and OpenBLAS, at CFGAN's sizes.
  @Test(arguments: [15, 32, 64, 65], [false, true])
  func theEngineAgreesWithDoublePrecision(_ rows: Int, _ transposed: Bool) {
    let (n, k) = (1682, 512)
    var random = Random(seed: 8, stream: "products")
    let a = (0..<rows * k).map { _ in 2 * random.uniform() - 1 as Float }
    let b = (0..<n * k).map { _ in 2 * random.uniform() - 1 as Float }
    var c = [Float](repeating: 1, count: rows * n)
    Float.gemm(false, transposed, rows, n, k, 1, a, k, b, transposed ? k : n, 1, &c, n)
    var expected = [Double](repeating: 1, count: rows * n)
    Double.gemm(
      false, transposed, rows, n, k, 1, a.map(Double.init), k, b.map(Double.init),
      transposed ? k : n, 1, &expected, n)
    // k terms of at most 1.
    #expect(zip(c, expected).allSatisfy { abs(Double($0) - $1) <= 1e-6 * Double(k) })
  }
}
