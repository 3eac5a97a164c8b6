/// Published numbers that cannot be what the table says they are.
package struct Finding: Sendable, Equatable {
  package let file: String
  /// The table, or the tables, that hold the numbers.
  package let table: String
  package let rule: String
  /// What the rule says in general: `MRR@N cannot fall as N grows`.
  package let law: String
  /// The numbers, as printed.
  package let cells: String
  /// What would be possible here: `MRR@20 is at least 0.7784`.
  package let bound: String
  /// The definition or circumstance under which the numbers would be possible; nil: there is none.
  package let condition: String?

  /// `impossible` or `possible only if …`.
  package var verdict: String { condition.map { "possible only if \($0)" } ?? "impossible" }
}

/// Something that a rule could not look at.
package struct Skipped: Sendable, Hashable {
  package let file: String
  package let table: String
  package let rule: String
  /// What is missing: `ItemPop: R@5 is not printed`.
  package let reason: String
}
