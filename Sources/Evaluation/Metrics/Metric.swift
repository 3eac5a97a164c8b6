import Basics
import Datasets

/// A metric as a spec asks for it, with everything that its value depends on.
///
/// Specs say `"precision@5"` or, to choose between definitions,
/// `{ "name": "ndcg", "at": 5, "ideal": "full" }`. Two metrics are equal when their names are: the
/// name holds every setting that is not the default.
package struct Metric: Sendable, Hashable, CustomStringConvertible {
  package let rule: any MetricRule
  /// The canonical name, `precision@5` or `ndcg@5(ideal=full)`; it decodes to the same metric.
  package let name: String

  /// The metric with the given rule and settings.
  package init<Rule: MetricRule>(_ rule: Rule) {
    self.rule = rule
    self.name = MetricName(rule).text
  }

  /// Decodes a metric from a string or an object.
  ///
  /// - Throws: `Problem` naming the place and the nearest valid choice: for an unknown metric or
  ///   setting, a cut-off that is missing, below 1 or not taken by this metric.
  package init(decoding json: JSON) throws(Problem) {
    let (name, settings) = try MetricName.split(json)
    guard let rule = MetricList.all.first(where: { $0.name == name }) else {
      throw json.problem("unknown metric \"\(name)\"" + Self.suggestion(for: name))
    }
    self = try Metric.decode(rule, settings)
  }

  /// The metric that papers print so, or that is spelt almost so.
  private static func suggestion(for name: String) -> String {
    let printed = MetricList.all.filter { $0.heading.lowercased() == name.lowercased() }
    guard let first = printed.first else {
      return Basics.suggestion(for: name, among: MetricList.all.map { $0.name })
    }
    return "; did you mean \"\(first.name)\"?"
  }

  /// Decodes a metric from its name, as on a command line.
  package init(_ text: String) throws(Problem) {
    try self.init(decoding: .string(text))
  }

  /// N, or `nil` for a metric of the whole ranking.
  package var cutoff: Int? { rule.at }

  package var task: LearningTask { Swift.type(of: rule).task }

  /// Which of its values are the better ones.
  package var better: Better { Self.better(of: rule) }

  /// Whether it is taken over the records that were learned from, by which nothing can be chosen.
  package var isOfTraining: Bool { (rule as? any ClickMetric)?.on == .training }

  /// Whether it keeps bins of predicted probabilities, of which a reliability plot is made.
  package var hasReliability: Bool { rule is CalibrationError }

  /// Whether the value is the plain mean of the users' values.
  package var isMeanOverUsers: Bool { rule.isMeanOverUsers }

  /// What arithmetic knows of its values, for the audit.
  package var measure: Measure {
    let kind = rule.measure
    return Measure(kind, at: [.share, .number].contains(kind) ? nil : cutoff)
  }

  /// The metric that this is a bound of.
  package var bounded: Metric? { rule.bounded }

  /// Its name at any length: `f1@N(of=means)`.
  package var family: String {
    guard let at = rule.at else { return name }
    return name.replacing("@\(at)", with: "@N", maxReplacements: 1)
  }

  /// The exact definition: averaging, denominators, cuts.
  package var definition: String { rule.definition }

  /// The canonical name, as a spec may say it.
  package var encoded: JSON { .string(name) }

  /// The canonical name.
  package var description: String { name }

  /// Whether the names, and so all settings, are equal.
  package static func == (a: Metric, b: Metric) -> Bool { a.name == b.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  private static func better<Rule: MetricRule>(of _: Rule) -> Better { Rule.better }

  private static func decode<Rule: MetricRule>(
    _: Rule.Type, _ settings: JSON
  ) throws(Problem) -> Metric {
    Metric(try Rule(decoding: settings))
  }
}
