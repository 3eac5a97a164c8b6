import Basics
import Evaluation

/// How the best grid point and number of epochs are chosen.
package struct SelectionSettings: Settings {
  /// The part that the choice is made by.
  package enum Part: String, CaseIterable, Sendable {
    /// The validation part; the chosen setting is then fitted again on training and validation.
    case validation
    /// The test part, as some papers do: the report says "leaky".
    case test
  }

  /// What is chosen by: the best value wins.
  package var metric = Metric.unread
  /// The part that the choice is made by.
  package var part = Part.validation

  /// The decoder asks for a metric.
  package init() {}

  /// The keys of a spec's `selection`.
  package static let fields: [Field<SelectionSettings>] = [
    .metric("metric", \.metric, "what is chosen by: the best value wins").required(),
    .choice("on", \.part, "the part to choose by; test is leaky, and reported so"),
  ]
}
