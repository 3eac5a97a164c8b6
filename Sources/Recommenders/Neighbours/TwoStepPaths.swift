import Datasets

/// The paths of two steps through a 0/1 matrix A [rows, columns], there and back:
/// `M = A diag(w) Aᵀ`, [rows, rows].
///
/// With weights of 1, `M_ij` is the number of columns that rows i and j have in common.
struct TwoStepPaths {
  private let there: Interactions
  private let back: Interactions
  private let weights: [Double]

  /// The number of rows and columns of M.
  var order: Int { there.users }

  /// The number of entries of a row of A.
  func degree(_ row: Int) -> Int { there[row].count }

  /// Paths from rows of A to rows of A. `weight` makes a column's weight of its number of entries.
  init(_ matrix: Interactions, weight: (Int) -> Double = { _ in 1 }) {
    there = matrix
    back = matrix.transposed()
    weights = (0..<matrix.items).map { [back] in weight(back[$0].count) }
  }

  /// Writes row `row` of M over `sums` [rows]; with `upTo`, only its first so many elements.
  ///
  /// It takes as many additions as there are paths.
  func add(_ row: Int, upTo end: Int? = nil, to sums: UnsafeMutablePointer<Double>) {
    let end = Int32(end ?? order)
    sums.update(repeating: 0, count: Int(end))
    there.columns.withUnsafeBufferPointer { middles in
      back.columns.withUnsafeBufferPointer { targets in
        for step in there.rowStarts[row]..<there.rowStarts[row + 1] {
          let middle = Int(middles[step])
          let weight = weights[middle]
          for place in back.rowStarts[middle]..<back.rowStarts[middle + 1] {
            // Targets ascend.
            guard targets[place] < end else { break }
            sums[Int(targets[place])] += weight
          }
        }
      }
    }
  }

  /// The lower triangle of M, [rows, rows]; above the diagonal are zeros.
  func lowerTriangle() -> [Double] {
    let order = order
    var matrix = [Double](repeating: 0, count: order * order)
    matrix.withUnsafeMutableBufferPointer { matrix in
      guard let base = matrix.baseAddress else { return }
      for row in 0..<order { add(row, upTo: row + 1, to: base + row * order) }
    }
    return matrix
  }
}
