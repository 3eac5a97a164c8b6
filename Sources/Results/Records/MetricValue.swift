import Basics

/// The value of a metric, with the definition by which it was computed.
package struct MetricValue: Settings, Equatable {
  /// The metric's canonical name, `ndcg@5`.
  package var metric = ""
  /// How it is defined: averaging, denominators, cuts.
  package var definition = ""
  /// NaN where the metric is not defined for any user.
  package var value = 0.0

  /// An empty value, for decoding.
  package init() {}

  /// The value of a metric.
  package init(_ metric: String, definition: String, value: Double) {
    self.metric = metric
    self.definition = definition
    self.value = value
  }

  /// The keys of the JSON object.
  package static var fields: [Field<Self>] {
    [
      .text("metric", \.metric, "canonical name").required(),
      .text("definition", \.definition, "how it is computed").required(),
      .measured("value", \.value, "its value, null where undefined").required(),
    ]
  }
}
