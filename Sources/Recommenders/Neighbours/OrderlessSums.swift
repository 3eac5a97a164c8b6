/// Scores as sums that do not depend on the order of what is summed: in `Double`, of `Float`
/// weights, and rounded once.
///
/// A sum of n weights between 2⁻ᵇ and 1 is exact where 24 + b + log₂ n ≤ 53, which similarities and
/// the numbers of neighbours keep to; where it is not, it is off by some 10⁻¹⁶, which the rounding
/// hides.
enum OrderlessSums {
  /// The sums of one user, one an item.
  struct Row {
    fileprivate let sums: UnsafeMutableBufferPointer<Double>

    /// The sum of an item.
    subscript(item: Int) -> Double {
      get { sums[item] }
      nonmutating set { sums[item] = newValue }
    }

    /// Adds a row of weights.
    func add(_ weights: SparseRows, row: Int) {
      for place in weights[row] {
        sums[Int(weights.indices[place])] += Double(weights.values[place])
      }
    }
  }

  /// Fills in the scores of users, [users, items], each from the sums that `add` makes of zeros.
  static func fill(
    _ scores: ScoreMatrix, of users: Range<Int>, add: (Int, Row) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: scores.items) { sums in
      for (row, user) in users.enumerated() {
        sums.initialize(repeating: 0)
        add(user, Row(sums: sums))
        let scores = scores[row].pointer
        for item in 0..<sums.count { scores[item] = Float(sums[item]) }
      }
    }
  }
}
