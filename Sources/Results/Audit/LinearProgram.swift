/// The least mean of a cost over mixtures of points, when means of other coordinates are bounded.
///
/// minimise Σ w_j c_j over weights w ≥ 0 with Σ w_j = 1 and low_k ≤ Σ w_j x_jk ≤ high_k, by the
/// simplex method on a dense table (Dantzig 1963); Bland's rule, which cannot cycle, after many
/// steps.
struct LinearProgram {
  /// One point of a mixture.
  struct Point {
    /// The coordinates whose means are bounded.
    var coordinates: [Double]
    /// What is minimised.
    var cost: Double
  }

  /// What the mean of each coordinate may be.
  let bounds: [Interval]
  private let points: [Point]

  /// Mixtures of these points, each with a coordinate for every bound.
  init(_ points: [Point], bounds: [Interval]) { (self.points, self.bounds) = (points, bounds) }

  /// The least mean cost; nil when no mixture keeps the bounds.
  func least() -> Double? {
    // A row for Σ w = 1, with an artificial variable that phase 1 drives out; then for each bound
    // Σ w (low − x) + s = 0 and Σ w (x − high) + s = 0, whose slack variables s start in the basis.
    let rows = 1 + 2 * bounds.count
    let scales = bounds.indices.map { k in
      points.reduce(1) { Swift.max($0, abs($1.coordinates[k])) }
    }
    var table = Table(rows: rows, columns: points.count + rows)
    for (j, point) in points.enumerated() {
      table[0, j] = 1
      for (k, bound) in bounds.enumerated() {
        table[1 + 2 * k, j] = (bound.low - point.coordinates[k]) / scales[k]
        table[2 + 2 * k, j] = (point.coordinates[k] - bound.high) / scales[k]
      }
    }
    let artificial = points.count
    for row in 0..<rows { table[row, points.count + row] = 1 }
    table.basis = (0..<rows).map { points.count + $0 }
    table.right[0] = 1
    var cost = [Double](repeating: 0, count: points.count + rows)
    cost[artificial] = 1
    table.minimise(cost)
    guard table.value(cost) < 1e-9 else { return nil }
    table.banned = artificial
    cost[artificial] = 0
    for (j, point) in points.enumerated() { cost[j] = point.cost }
    table.minimise(cost)
    return table.value(cost)
  }
}

/// The simplex table: every row is an equation solved for its basic variable.
private struct Table {
  let rows: Int
  let columns: Int
  var basis: [Int] = []
  /// Right-hand sides, never below 0.
  var right: [Double]
  /// A variable that may not enter the basis.
  var banned = -1
  private var cells: [Double]

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    right = [Double](repeating: 0, count: rows)
    cells = [Double](repeating: 0, count: rows * columns)
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row * columns + column] }
    set { cells[row * columns + column] = newValue }
  }

  func value(_ cost: [Double]) -> Double {
    (0..<rows).reduce(0) { $0 + cost[basis[$1]] * right[$1] }
  }

  /// Walks from corner to corner until no step lowers the cost.
  mutating func minimise(_ cost: [Double]) {
    for step in 0..<20_000 {
      guard let entering = entering(cost, byBland: step > 500), let leaving = leaving(entering)
      else { return }
      pivot(leaving, entering)
    }
  }

  /// The variable whose rise lowers the cost most, or by Bland's rule the first that lowers it.
  private func entering(_ cost: [Double], byBland: Bool) -> Int? {
    let prices = basis.map { cost[$0] }
    var best: (column: Int, gain: Double)?
    for column in 0..<columns where column != banned {
      var gain = -cost[column]
      for row in 0..<rows where prices[row] != 0 {
        gain += prices[row] * cells[row * columns + column]
      }
      guard gain > max(1e-11, best?.gain ?? 0) else { continue }
      best = (column, gain)
      if byBland { break }
    }
    return best?.column
  }

  /// The row that first reaches 0; of equals the one whose basic variable comes first.
  private func leaving(_ column: Int) -> Int? {
    var best: (row: Int, ratio: Double)?
    for row in 0..<rows where self[row, column] > 1e-11 {
      let ratio = right[row] / self[row, column]
      if let known = best {
        let isEqual = abs(ratio - known.ratio) <= 1e-15
        guard isEqual ? basis[row] < basis[known.row] : ratio < known.ratio else { continue }
      }
      best = (row, ratio)
    }
    return best?.row
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let scale = 1 / self[row, column]
    for j in 0..<columns { self[row, j] *= scale }
    right[row] *= scale
    for other in 0..<rows where other != row {
      let factor = self[other, column]
      guard factor != 0 else { continue }
      for j in 0..<columns { cells[other * columns + j] -= factor * cells[row * columns + j] }
      right[other] = max(0, right[other] - factor * right[row])
    }
    basis[row] = column
  }
}
