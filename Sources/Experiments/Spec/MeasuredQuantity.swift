import Basics
import Evaluation
import Results

/// What stands of ours beside one of the paper's own columns: a metric or a cost, in each row that
/// of one system. So one row may be a system at several amounts of data, a column each.
package struct MeasuredQuantity: Settings {
  /// The metric; nil: a cost is shown.
  package var metric: Metric?
  /// What the system took, in seconds, bytes or learned numbers; nil: a metric is shown.
  package var cost: Cost?
  /// Which of the metric's numbers is shown.
  package var take = Quantity.Reading.reported
  /// The label of the system by the row's.
  package var systems: [Row] = []

  /// One row and the system whose number stands there.
  package struct Row: Sendable, Equatable {
    /// The row's label, as the paper has it.
    package let label: String
    package let system: String
    /// Where the system was named; equal rows may stand in different places.
    let position: JSON.Position?

    /// Whether both show the same system in the same row.
    package static func == (a: Row, b: Row) -> Bool { a.label == b.label && a.system == b.system }
  }

  /// The decoder asks for systems, and for a metric or a cost.
  package init() {}

  /// The keys of a quantity's `measured`.
  package static let fields: [Field<MeasuredQuantity>] = [
    .metric("metric", \.metric, "the metric shown; null: a cost is"),
    .choice(
      "cost", \.cost, "what the systems took, in seconds, bytes or numbers; null: a metric is shown"
    ),
    .choice(
      "take", \.take, "the metric's reported number, the best of its learning curve, or its epoch"
    ).omittedByDefault(),
    .custom(
      "systems", \.systems, .map(.text), "the label of the system whose number stands in each row",
      decode: { json throws(Problem) in
        var rows: [Row] = []
        for member in try json.asObject() {
          let system = try member.value.asString()
          rows.append(Row(label: member.key, system: system, position: member.value.position))
        }
        if rows.isEmpty { throw json.problem("expected at least one row and its system") }
        return rows
      },
      encode: { .object($0.map { ($0.label, .string($0.system)) }) }
    ).required(),
  ]

  /// Refuses both a metric and a cost, and neither, and a cost's learning curve.
  package func check(_ json: JSON) throws(Problem) {
    if metric == nil, cost == nil {
      throw json.problem("there is nothing to show; expected a \"metric\" or a \"cost\"")
    }
    if metric != nil, cost != nil {
      throw (json["cost"] ?? json).problem("a quantity is a \"metric\" or a \"cost\", not both")
    }
    if cost != nil, take != .reported {
      throw (json["take"] ?? json).problem(
        "costs have no learning curve; \"\(take.rawValue)\" is of a metric")
    }
  }
}
