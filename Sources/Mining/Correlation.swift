/// The correlation of two columns (Pearson 1895):
/// G = Σ (p − p̄)(q − q̄) / ((N − 1) u_p u_q).
package enum Correlation: String, CaseIterable, Sendable {
  /// u are standard deviations with N − 1: G is r, from −1 to 1.
  case sample
  /// u are standard deviations with N: G is r · N / (N − 1), which may pass 1.
  case population

  /// G of two columns of equal length; nil where it is not defined: a column is constant, or there
  /// are fewer than two numbers.
  package func of(_ p: [Double], _ q: [Double]) -> Double? {
    precondition(p.count == q.count, "columns differ in length")
    guard p.count > 1, !p.isConstant, !q.isConstant else { return nil }
    let n = Double(p.count)
    let (meanP, meanQ) = (p.reduce(0, +) / n, q.reduce(0, +) / n)
    var (both, ofP, ofQ) = (0.0, 0.0, 0.0)
    for (x, y) in zip(p, q) {
      both += (x - meanP) * (y - meanQ)
      ofP += (x - meanP) * (x - meanP)
      ofQ += (y - meanQ) * (y - meanQ)
    }
    // One root of the product is exact for equal columns; it may be out of range, and one each is
    // not.
    let product = ofP * ofQ
    let r =
      both / (product.isNormal ? product.squareRoot() : ofP.squareRoot() * ofQ.squareRoot())
    guard r.isFinite else { return nil }
    // Rounding carries r past 1 by a last digit.
    let bounded = min(1, max(-1, r))
    return self == .sample ? bounded : bounded * n / (n - 1)
  }

  /// G of each two of the columns; nil where it is not defined.
  package func matrix(_ columns: [[Double]]) -> [[Double?]] {
    var matrix = [[Double?]](
      repeating: [Double?](repeating: nil, count: columns.count), count: columns.count)
    for i in columns.indices {
      for j in i..<columns.count {
        let value = of(columns[i], columns[j])
        (matrix[i][j], matrix[j][i]) = (value, value)
      }
    }
    return matrix
  }
}

extension [Double] {
  /// Whether all are equal.
  package var isConstant: Bool { allSatisfy { $0 == self[0] } }
}
