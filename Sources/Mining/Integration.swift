/// Which of several correlated columns stay.
///
/// Column after column: one whose |G| with an earlier column that stays reaches the threshold is
/// left out for it, of several for the one with the largest |G|. So of each group that says the same
/// the first stays. What is not defined is no correlation.
package struct Integration: Sendable, Equatable {
  /// For each column that is left out the earlier one that stands for it; nil: it stays.
  package let standIns: [Int?]

  /// The columns that stay.
  package var kept: [Int] { standIns.indices.filter { standIns[$0] == nil } }

  /// Integrates the columns of a matrix of correlations.
  package init(_ matrix: [[Double?]], threshold: Double) {
    var standIns: [Int?] = []
    for column in matrix.indices {
      var (standIn, most) = (Int?.none, threshold)
      for other in 0..<column where standIns[other] == nil {
        guard let value = matrix[column][other].map(abs) else { continue }
        if value > most || (value == most && standIn == nil) { (standIn, most) = (other, value) }
      }
      standIns.append(standIn)
    }
    self.standIns = standIns
  }
}
