import Basics
import COpenBLAS

/// Linear algebra of dense symmetric matrices in double precision, by the LAPACK within OpenBLAS.
///
/// A matrix is [n, n], row-major, and only its lower triangle is read; n is at least 1. On one
/// thread the same input gives the same bits.
package enum LAPACK {
  /// Replaces the lower triangle of a positive definite `matrix` by that of its inverse: a Cholesky
  /// factorisation, n³/3 multiplications, and twice as many for the inverse.
  ///
  /// Throws `Problem.run` when rounding leaves the matrix not positive definite.
  package static func invert(_ matrix: UnsafeMutablePointer<Double>, order: Int) throws(Problem) {
    guard lapack_cholesky(Int32(order), matrix) == 0, lapack_inverse(Int32(order), matrix) == 0
    else {
      throw .run("a matrix of order \(order) is not positive definite to double precision")
    }
  }

  /// Solves `A x = b` for a positive definite `matrix`, which is overwritten; `vector` [n] is b and
  /// becomes x. It allocates nothing.
  ///
  /// Returns false when rounding leaves the matrix not positive definite.
  package static func solve(
    _ matrix: UnsafeMutablePointer<Double>, order: Int, _ vector: UnsafeMutablePointer<Double>
  ) -> Bool {
    lapack_solve(Int32(order), matrix, vector) == 0
  }

  /// The `count` largest eigenvalues, in descending order, with their vectors of length 1, as rows
  /// [count, n]; `matrix` is overwritten. Direct: reduction to a tridiagonal matrix, 4n³/3
  /// multiplications and additions, then relatively robust representations (`dsyevr`).
  ///
  /// Throws `Problem.run` when the iteration for the tridiagonal matrix fails.
  package static func largestEigenpairs(
    _ matrix: UnsafeMutablePointer<Double>, order: Int, count: Int
  ) throws(Problem) -> (values: [Double], vectors: [Double]) {
    precondition((1...order).contains(count), "\(count) eigenvalues of a matrix of order \(order)")
    var values = [Double](repeating: 0, count: order)
    var vectors = [Double](repeating: 0, count: count * order)
    var support = [Int32](repeating: 0, count: 2 * order)
    var (work, integers) = ([0.0], [Int32(0)])
    func call(_ size: Int32, _ integerSize: Int32) -> Int32 {
      lapack_eigenpairs(
        Int32(order), matrix, Int32(order - count + 1), Int32(order), &values, &vectors, &support,
        &work, size, &integers, integerSize)
    }
    _ = call(-1, -1)
    work = [Double](repeating: 0, count: Int(work[0]))
    integers = [Int32](repeating: 0, count: Int(integers[0]))
    guard call(Int32(work.count), Int32(integers.count)) == 0 else {
      throw .run("the eigenvalues of a matrix of order \(order) do not converge")
    }
    let descending = (0..<count).reversed()
    return (
      descending.map { values[$0] },
      descending.flatMap { vectors[$0 * order..<($0 + 1) * order] }
    )
  }
}
