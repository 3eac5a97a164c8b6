import Basics
import Datasets

/// What every metric says of itself, whatever it measures: its settings, and how to read its
/// values.
package protocol MetricRule: Settings, Hashable {
  /// The name in specs and tables: `precision`.
  static var name: String { get }
  /// The short name, as papers print it over a column: `P`.
  static var heading: String { get }
  /// One line for `reprise list metrics`: what it measures, with its range.
  static var summary: String { get }
  static var task: LearningTask { get }

  /// Which of its values are the better ones; the higher ones unless the metric says otherwise.
  static var better: Better { get }
  /// Whether the value is the plain mean of the users' values, so that users can be compared pair
  /// by pair.
  var isMeanOverUsers: Bool { get }

  /// N, the length of the list it looks at; `nil` where there is no list or all of it counts.
  var at: Int? { get }
  /// The exact definition, for the footnote of a table.
  var definition: String { get }
  /// Values of settings that are no choice under which papers print the metric, too: no cut-off,
  /// another discount.
  static var otherDefinitions: [String: [JSON]] { get }
  /// Settings of which papers name the value: no other is tried for a number that they print.
  static var namedSettings: Set<String> { get }
  /// What arithmetic knows of its values, for the audit of published ones; of a definition that no
  /// rule of the audit knows, no more than its range.
  var measure: Measure.Kind { get }
  /// The metric that this says the most of, for figures to draw both in one panel.
  var bounded: Metric? { get }
}

extension MetricRule {
  package static var better: Better { .higher }
  package static var heading: String { name }
  package static var otherDefinitions: [String: [JSON]] { [:] }
  package static var namedSettings: Set<String> { [] }
  package var measure: Measure.Kind { .number }
  package var bounded: Metric? { nil }
}
