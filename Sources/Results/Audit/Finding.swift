/// Published numbers that cannot be what the table says they are.
public struct Finding: Sendable, Equatable {
  /// The spec's file.
  public let file: String
  /// The table, or the tables, that hold the numbers.
  public let table: String
  /// The rule's name.
  public let rule: String
  /// What the rule says in general: `MRR@N cannot fall as N grows`.
  public let law: String
  /// The numbers, as printed.
  public let cells: String
  /// What would be possible here: `MRR@20 is at least 0.7784`.
  public let bound: String
  /// The definition or circumstance under which the numbers would be possible; nil: there is none.
  public let condition: String?

  /// `impossible` or `possible only if …`.
  public var verdict: String { condition.map { "possible only if \($0)" } ?? "impossible" }
}

/// Something that a rule could not look at.
public struct Skipped: Sendable, Hashable {
  /// The spec's file.
  public let file: String
  /// The table.
  public let table: String
  /// The rule's name.
  public let rule: String
  /// What is missing: `ItemPop: R@5 is not printed`.
  public let reason: String
}
