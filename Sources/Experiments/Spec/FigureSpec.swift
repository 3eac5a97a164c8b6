import Basics
import Evaluation

/// A figure to draw: metrics against epochs or a setting, or of the systems side by side.
package struct FigureSpec: Settings {
  /// What the horizontal axis is.
  package enum Axis: String, CaseIterable, Sendable {
    /// Epochs, or what the recommender counts as one: a line a system.
    case epoch
    /// The values that the systems have for a setting: a point a system, a line a recommender.
    case setting
    /// The systems themselves: a bar each, beside the paper's number.
    case system
    /// The values that the systems have of a metric: a point a system.
    case metric
    /// Predicted probabilities of clicks, against which their shares are drawn: a line a system.
    case probability
  }

  /// What a line stands for.
  package enum Series: String, CaseIterable, Sendable {
    /// One of the compared systems, by its label.
    case system
  }

  /// The name of the files.
  package var name = ""
  /// What the horizontal axis is.
  package var x = Axis.epoch
  /// The setting of the horizontal axis, where it is one.
  package var setting: String?
  /// The value of the setting that the paper calls the best.
  package var optimum: Double?
  /// The metric of the horizontal axis, where it is one.
  package var metric: Metric?
  /// A panel each.
  package var y: [Metric] = []
  /// What a line stands for.
  package var series = Series.system
  /// The labels that are shown, in this order; empty: all, in the spec's order.
  package var systems: [String] = []

  /// The decoder asks for a name and metrics.
  package init() {}

  /// The keys of a spec's `figures`, each.
  package static let fields: [Field<FigureSpec>] = [
    .text("name", \.name, "the name of the files").required(),
    .choice("x", \.x, "what the horizontal axis is"),
    .text("setting", \.setting, "x setting: the setting in which the systems differ"),
    .number(
      "optimum", \.optimum, -.infinity ... .infinity,
      "x setting: the value that the paper calls the best"),
    .metric("metric", \.metric, "x metric: the metric of that axis").omittedByDefault(),
    .metrics("y", \.y, "the metrics shown, of those measured; a panel each").required(),
    .choice("series", \.series, "what a line stands for"),
    .texts("systems", \.systems, "the labels shown, in this order; none: all"),
  ]

  /// Refuses a setting or a metric where the axis is none, and asks for it where it is.
  package func check(_ json: JSON) throws(Problem) {
    if x == .setting, setting == nil {
      throw json.problem("the key \"setting\" is missing (the axis is one)")
    }
    if x == .metric, metric == nil {
      throw json.problem("the key \"metric\" is missing (the axis is one)")
    }
    for (key, axis) in [("setting", Axis.setting), ("optimum", .setting), ("metric", .metric)] {
      guard axis != x, let value = json[key], !value.isNull else { continue }
      throw value.problem("\"\(key)\" is used where \"x\" is \"\(axis.rawValue)\" only")
    }
    if x == .probability, let place = y.firstIndex(where: { !$0.hasReliability }) {
      throw (json["y"] ?? json).problem(
        "\"\(y[place])\" keeps no bins of probabilities; expected \"calibration-error\"")
    }
    if let metric, y.contains(metric) {
      throw (json["metric"] ?? json).problem("\"\(metric)\" is on both axes")
    }
  }

  /// Refuses a setting that a shown system has not, or not as a number.
  func checkSetting(of systems: [SystemSpec], _ place: JSON) throws(Problem) {
    guard let setting else { return }
    for system in systems {
      let numeric = system.recommender.fields.filter(\.kind.isNumber).map(\.name)
      guard !numeric.contains(setting) else { continue }
      throw (place["setting"] ?? place).problem(
        "\"\(system.label)\" has no number \"\(setting)\""
          + suggestion(for: setting, among: numeric))
    }
  }
}

extension FieldKind {
  /// Whether its values are numbers.
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .number: true
    case .named(_, let kind): kind.isNumber
    default: false
    }
  }
}
