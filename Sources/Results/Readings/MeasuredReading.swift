/// What was measured under one reading of the data and of the ranking, of each row that it is
/// compared with.
package struct MeasuredReading: Sendable {
  /// What differs from what is stated.
  package let choices: [ReadingChoice]
  /// Of each row, every metric in the order of ``Definitions/metrics``, over the seeds; nil where
  /// it was not measured.
  package let values: [[Spread?]]
  /// Whether it is what one training measured, so that nobody knows how far seeds lie apart.
  package let isOfOneSeed: Bool

  package init(_ choices: [ReadingChoice], values: [[Spread?]], isOfOneSeed: Bool = false) {
    (self.choices, self.values, self.isOfOneSeed) = (choices, values, isOfOneSeed)
  }
}

/// A row as a paper prints it, a number a column; nil where it prints none.
package typealias PrintedRow = [PrintedNumber?]
