/// Min–max normalisation of a column: X' = (X − X_min) / (X_max − X_min).
///
/// Least and largest value are those of the rows that it is fitted on; values of other rows may
/// leave [0, 1]. A constant column is 0/0: everything that is as those rows becomes 0, and what
/// differs keeps its difference, as scikit-learn has it.
package struct MinMax: Sendable, Equatable {
  /// X_min.
  package let least: Double
  /// X_max.
  package let most: Double

  /// Fits the rows of a column; 0 and 0 without rows.
  package init(_ column: [Double]) {
    (least, most) = (column.min() ?? 0, column.max() ?? 0)
  }

  /// Whether all that it was fitted on is equal.
  package var isConstant: Bool { least == most }

  /// X'.
  package func callAsFunction(_ value: Double) -> Double {
    (value - least) / (isConstant ? 1 : most - least)
  }
}
