import Basics
import Foundation

/// LogLoss: the mean of `−ln p` of clicks and `−ln(1 − p)` of the others (Guo et al. 2017; the
/// DeepFM/NeuMF paper's eq. 17, which prints `1 − p` for its logarithm).
struct LogLoss: ClickMetric {
  static let name = "log-loss"
  static let heading = "LogLoss"
  static let summary = "mean negative logarithm of the probability given to what happened, in nats"
  static let better = Better.lower
  /// The base of the logarithm.
  enum Base: String, CaseIterable, Sendable {
    case e
    case two = "2"
    case ten = "10"

    /// How the logarithm is written.
    var symbol: String { self == .e ? "ln" : "log\(rawValue)" }

    /// The natural logarithm of the base.
    var natural: Double {
      switch self {
      case .e: 1
      case .two: log(2)
      case .ten: log(10)
      }
    }
  }

  var base = Base.e
  var on = ClickPart.test

  static var fields: [Field<Self>] {
    [.choice("base", \.base, "base of the logarithm; papers rarely say it"), .part]
  }

  var measure: Measure.Kind { on == .training || base != .e ? .number : .logLoss }

  var definition: String { "mean −\(base.symbol) of the probability of what happened" + place }

  func value(of predictions: Predictions) -> Double {
    predictions.meanLogLoss(predictions.labels) / base.natural
  }
}

/// The LogLoss that is expected of these predictions if clicks were drawn anew: its labels are the
/// true probabilities. No prediction's is below that of the true probabilities themselves.
struct ExpectedLogLoss: ClickMetric {
  static let name = "expected-log-loss"
  static let heading = "expected LogLoss"
  static let summary = "log-loss expected under the true probabilities, which simulations know"
  static let better = Better.lower
  static let needs = ClickNeeds.probabilities
  var on = ClickPart.test

  static var fields: [Field<Self>] { [.part] }

  var definition: String {
    "mean −q ln p − (1 − q) ln(1 − p), q the true probability" + place
  }

  func value(of predictions: Predictions) -> Double {
    predictions.truths.map(predictions.meanLogLoss) ?? .nan
  }
}
