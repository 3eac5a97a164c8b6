import Evaluation

/// Under which readings of a paper the rows of one of its tables come near to what is measured.
package struct TableReadings: Sendable {
  /// A row of the table.
  package struct Row: Sendable {
    package let label: String
    /// Whether the readings hold what the row's own system measured.
    package let hasOwn: Bool
    /// How many joint readings were compared.
    package let count: Int
    /// What the spec states; nil where the own system was not measured so.
    package let stated: ReadingMatch?
    /// The nearest of all.
    package let nearest: ReadingMatch
    /// Of columns that are not within their tolerance there, the reading that is nearest to that
    /// column alone.
    package let alone: [String: ReadingMatch]
    /// The share of rows drawn at random that are found as near.
    package let chance: Double

    package init(
      _ label: String, hasOwn: Bool, count: Int, stated: ReadingMatch?, nearest: ReadingMatch,
      alone: [String: ReadingMatch], chance: Double
    ) {
      (self.label, self.hasOwn, self.count) = (label, hasOwn, count)
      (self.stated, self.nearest, self.alone, self.chance) = (stated, nearest, alone, chance)
    }
  }

  package let table: String
  package let columns: [Metric]
  package let rows: [Row]
  /// The nearest reading of all rows together whose systems need no training; nil for fewer than
  /// two.
  package let together: ReadingMatch?
  /// What was not measured, and why.
  package let notes: [String]
  /// All that was measured.
  package let values: ReadingValues

  package init(
    _ table: String, _ columns: [Metric], rows: [Row], together: ReadingMatch?, notes: [String],
    values: ReadingValues
  ) {
    (self.table, self.columns, self.rows) = (table, columns, rows)
    (self.together, self.notes, self.values) = (together, notes, values)
  }
}

extension TableReadings.Row {
  /// What is found, in words.
  package var verdict: String {
    if nearest.isOfOneSeed || stated?.isOfOneSeed == true { return "inconclusive, of one seed" }
    if stated?.isReproduced == true { return "reproduced as stated" }
    if nearest.isReproduced { return "reproduced under another reading" }
    return "not reproduced under any of \(count) readings"
  }
}
