import Datasets
import Engine
import Foundation

/// Half a sweep of alternating least squares: the rows of one factor matrix solved for, given the
/// other's; see ``IALS`` for the objective.
///
/// For each row x with the entries S, fixed rows y, and `G = Σ y yᵀ` over all of them, summed once:
/// `(G + α Σ_{y ∈ S} y yᵀ + λ_x I) x = (1 + α) Σ_{y ∈ S} y`. Memory is made once.
final class LeastSquaresStep {
  private let moving: Parameter
  private let fixed: Parameter
  private let rows: Interactions
  private let confidence: Double
  /// λ_x of each row.
  private let penalties: [Double]
  private let factors: Int
  /// The fixed rows in double precision, [fixed rows, factors], and their G, [factors, factors].
  private let precise: UnsafeMutablePointer<Double>
  private let gram: UnsafeMutablePointer<Double>
  /// The fixed rows of S [most entries of a row, factors], the system and its right side.
  private let gathered: UnsafeMutablePointer<Double>
  private let system: UnsafeMutablePointer<Double>
  private let right: UnsafeMutablePointer<Double>

  /// - Parameter rows: which of the fixed rows each of the moving ones has, [moving rows, fixed
  ///   rows].
  init(
    _ moving: Parameter, by fixed: Parameter, _ rows: Interactions, _ options: IALS.Options
  ) {
    (self.moving, self.fixed, self.rows) = (moving, fixed, rows)
    (confidence, factors) = (options.confidence, moving.columns)
    penalties = (0..<rows.users).map {
      let weight = options.confidence * Double(rows[$0].count) + Double(rows.items)
      return options.l2 * pow(weight, options.frequencyExponent)
    }
    let most = (0..<rows.users).map { rows[$0].count }.max() ?? 0
    precise = .allocate(capacity: fixed.count)
    gram = .allocate(capacity: factors * factors)
    gathered = .allocate(capacity: max(1, most) * factors)
    system = .allocate(capacity: factors * factors)
    right = .allocate(capacity: factors)
  }

  deinit {
    for memory in [precise, gram, gathered, system, right] { memory.deallocate() }
  }

  /// Solves for every row. One whose system rounding leaves without a solution becomes not a
  /// number, which the loss shows.
  func solve() {
    refresh()
    for row in 0..<rows.users {
      let target = moving.value + row * factors
      let count = gather(row)
      // Without entries the right side is zero, and so is the solution.
      guard count > 0 else {
        target.update(repeating: 0, count: factors)
        continue
      }
      system.update(from: gram, count: factors * factors)
      BLAS.addGram(count, factors, confidence, gathered, 1, system)
      for factor in 0..<factors { system[factor * factors + factor] += penalties[row] }
      let isSolved = LAPACK.solve(system, order: factors, right)
      for factor in 0..<factors { target[factor] = isSolved ? Float(right[factor]) : .nan }
    }
  }

  /// Copies the entries of a row to `gathered` and their weighted sum to `right`; returns how many.
  private func gather(_ row: Int) -> Int {
    right.update(repeating: 0, count: factors)
    var count = 0
    for entry in rows[row] {
      let source = precise + Int(entry) * factors
      (gathered + count * factors).update(from: source, count: factors)
      for factor in 0..<factors { right[factor] += (1 + confidence) * source[factor] }
      count += 1
    }
    return count
  }

  private func refresh() {
    for place in 0..<fixed.count { precise[place] = Double(fixed.value[place]) }
    BLAS.addGram(fixed.rows, factors, 1, precise, 0, gram)
  }

  /// `Σ (1 + α r) (r − x · y)²` over all cells: the squares of all scores, which is `Σ xᵀ G x`,
  /// with the cells that have an entry put right.
  func weightedSquares() -> Double {
    refresh()
    var total = 0.0
    for row in 0..<rows.users {
      let x = moving.value + row * factors
      for a in 0..<factors {
        var line = 0.0
        for b in 0..<a { line += gram[a * factors + b] * Double(x[b]) }
        total += Double(x[a]) * (2 * line + gram[a * factors + a] * Double(x[a]))
      }
      for entry in rows[row] {
        let score = Double(Float.dot(factors, x, fixed.value + Int(entry) * factors))
        total += (1 + confidence) * (1 - score) * (1 - score) - score * score
      }
    }
    return total
  }

  /// `Σ λ_x ‖x‖²`.
  func penalty() -> Double {
    var total = 0.0
    for row in 0..<rows.users {
      let x = moving.value + row * factors
      total += penalties[row] * Double(Float.dot(factors, x, x))
    }
    return total
  }
}
