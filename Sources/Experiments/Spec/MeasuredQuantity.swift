import Basics
import Evaluation
import Results

/// What stands of ours beside one of the paper's own columns: a metric or a cost, in each row that
/// of one system. So one row may be a system at several amounts of data, a column each.
package struct MeasuredQuantity: Settings {
  /// The metric; nil: another is shown.
  package var metric: Metric?
  /// The metrics whose mean is shown, such as one at several lengths; none: another is shown.
  package var meanOf: [Metric] = []
  /// What the system took, in seconds, bytes or learned numbers; nil: another is shown.
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
    .metric("metric", \.metric, "the metric shown; null: another"),
    .metrics(
      "meanOf", \.meanOf, "metrics whose mean is shown, as one at several lengths; null: another"
    )
    .omittedByDefault(),
    .choice(
      "cost", \.cost, "what the systems took, in seconds, bytes or numbers; null: another is shown"
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

  /// The metrics that it is made of.
  package var metrics: [Metric] { (metric.map { [$0] } ?? []) + meanOf }

  /// Refuses several things to show, and none, and the learning curve of what is no metric.
  package func check(_ json: JSON) throws(Problem) {
    let shown = ["metric", "meanOf", "cost"].compactMap { key in
      json[key].flatMap { $0.isNull ? nil : (key, $0) }
    }
    guard let first = shown.first else {
      throw json.problem(
        "there is nothing to show; expected a \"metric\", \"meanOf\" or a \"cost\"")
    }
    if shown.count > 1 {
      throw shown[1].1.problem("a quantity is a \"\(first.0)\" or a \"\(shown[1].0)\", not both")
    }
    if metric == nil, take != .reported {
      throw (json["take"] ?? json).problem(
        "a \"\(first.0)\" has no learning curve; \"\(take.rawValue)\" is of a metric")
    }
  }
}
