import Basics

/// `a b` by a loop, `a` [m, k], `b` [k, n].
func plainProduct(_ m: Int, _ n: Int, _ k: Int, _ a: [Double], _ b: [Double]) -> [Double] {
  var product = [Double](repeating: 0, count: m * n)
  product.withUnsafeMutableBufferPointer { c in
    b.withUnsafeBufferPointer { b in
      for row in 0..<m {
        for term in 0..<k {
          let factor = a[row * k + term]
          for column in 0..<n { c[row * n + column] += factor * b[term * n + column] }
        }
      }
    }
  }
  return product
}

/// Two matrices and their product by a plain loop. Entries are multiples of 2⁻¹², exact in either
/// precision.
struct ProductCase {
  let (m, n, k): (Int, Int, Int)
  let a: [Double]
  let b: [Double]
  let product: [Double]

  /// `a` [m, k], `b` [k, n].
  init(_ m: Int, _ n: Int, _ k: Int, _ random: inout Random) {
    (self.m, self.n, self.k) = (m, n, k)
    func entries(_ count: Int) -> [Double] {
      (0..<count).map { _ in Double(random.below(8191) - 4095) / 4096 }
    }
    a = entries(m * k)
    b = entries(k * n)
    product = plainProduct(m, n, k, a, b)
  }

  /// The first one of a stream.
  static func first(_ m: Int, _ n: Int, _ k: Int) -> ProductCase {
    var random = Random(seed: 1, stream: "product")
    return ProductCase(m, n, k, &random)
  }

  /// A product of one precision, as at ``Scalar``.
  typealias Product<T> = (
    Bool, Bool, Int, Int, Int, T, UnsafePointer<T>, Int, UnsafePointer<T>, Int, T,
    UnsafeMutablePointer<T>, Int
  ) -> Void

  /// The first product that is wrong, all transpositions and factors tried.
  func fault<T: BinaryFloatingPoint>(_ name: String, _ multiply: Product<T>) -> String? {
    let factors: [(alpha: Double, beta: Double)] = [(1, 0), (1, 1), (-0.5, 1.5)]
    for transposeA in [false, true] {
      let left: Rows<T> = Rows(a, m, k, isTransposed: transposeA)
      for transposeB in [false, true] {
        let right: Rows<T> = Rows(b, k, n, isTransposed: transposeB)
        for (alpha, beta) in factors {
          var result: Rows<T> = Rows(rows: m, columns: n, filled: beta == 0 ? .nan : 0.75)
          multiply(
            transposeA, transposeB, m, n, k, T(alpha), left.values, left.stride, right.values,
            right.stride, T(beta), &result.values, result.stride)
          let isRight = result.isNear(tolerance: tolerance(T.ulpOfOne)) { row, column in
            alpha * product[row * n + column] + beta * 0.75
          }
          if !isRight {
            let sides = "\(m)×\(k)\(transposeA ? "ᵀ" : "") · \(k)×\(n)\(transposeB ? "ᵀ" : "")"
            return "\(name) \(sides), α \(alpha), β \(beta)"
          }
        }
      }
    }
    return nil
  }

  /// The same of `xᵀ x` for the right matrix, of which the lower triangle alone may change.
  func gramFault() -> String? {
    guard n <= 130 else { return nil }
    let transposed: Rows<Double> = Rows(b, k, n, isTransposed: true)
    let plain = plainProduct(n, n, k, transposed.packed, b)
    var result: Rows<Double> = Rows(rows: n, columns: n, filled: 0.75, gap: 0)
    BLAS.addGram(k, n, -0.5, b, 1.5, &result.values)
    let isRight = result.isNear(tolerance: tolerance(Double.ulpOfOne)) { row, column in
      column > row ? 0.75 : 1.125 - 0.5 * plain[row * n + column]
    }
    return isRight ? nil : "dsyrk \(n)×\(k)"
  }

  /// Many times what rounding makes of a sum of that many terms below 1, and far below what a
  /// product of shorter numbers does.
  private func tolerance<T: BinaryFloatingPoint>(_ epsilon: T) -> Double {
    16 * Double(epsilon) * Double(k + 4)
  }
}

/// A matrix as products take it, with a gap behind every row that holds no number.
private struct Rows<T: BinaryFloatingPoint> {
  let (rows, columns, stride): (Int, Int, Int)
  var values: [T]

  init(rows: Int, columns: Int, filled: T, gap: Int = 3) {
    (self.rows, self.columns, stride) = (rows, columns, columns + gap)
    values = [T](repeating: .nan, count: rows * stride)
    for row in 0..<rows {
      for column in 0..<columns { values[row * stride + column] = filled }
    }
  }

  /// `matrix` [rows, columns], or its transpose.
  init(_ matrix: [Double], _ rows: Int, _ columns: Int, isTransposed: Bool) {
    self.init(
      rows: isTransposed ? columns : rows, columns: isTransposed ? rows : columns, filled: 0)
    for row in 0..<rows {
      for column in 0..<columns {
        let place = isTransposed ? column * stride + row : row * stride + column
        values[place] = T(matrix[row * columns + column])
      }
    }
  }

  /// The rows without their gaps.
  var packed: [T] { (0..<rows).flatMap { values[$0 * stride..<$0 * stride + columns] } }

  /// Whether every entry is what is expected, and every gap is as it was.
  func isNear(tolerance: Double, _ expected: (Int, Int) -> Double) -> Bool {
    for row in 0..<rows {
      for column in 0..<columns {
        let difference = abs(Double(values[row * stride + column]) - expected(row, column))
        // False for what is no number, too.
        guard difference <= tolerance else { return false }
      }
      for place in columns..<stride where !values[row * stride + place].isNaN { return false }
    }
    return true
  }
}
