import Basics

/// "Converges after about 600 iterations and remains stable": from an epoch on, a learning curve
/// stays within δ of its last value.
struct ConvergenceClaim: ClaimRule {
  static let kind = "converges"
  static let summary = "from an epoch on, a learning curve stays within δ of its last value"

  var trend = Trend.curves([])
  /// The epoch N, from which on the curve is stable.
  var by = 0.0
  /// δ, in the unit of the metric.
  var within = 0.0

  /// The decoder asks for a curve, an epoch and δ.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<ConvergenceClaim>] = [
    .trend(kind, \.trend, "a learning curve, or several").required(),
    .number("by", \.by, 0 ... .infinity, "the epoch from which on it is stable").required(),
    .number("within", \.within, 0 ... .infinity, "how far from its last value").required(),
  ]

  /// Takes learning curves.
  func check(_ json: JSON) throws(Problem) {
    guard trend.curves.isEmpty else { return }
    throw (json[Self.kind] ?? json).problem("expected a learning curve, found points")
  }

  var expectation: String {
    "\(trend.text) within \(NumberText.exact(within)) of the last value"
      + " from epoch \(NumberText.exact(by)) on"
  }

  var numbers: [Quantity] { [] }

  var curves: [Quantity] { trend.curves }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    trend.curves.map {
      ClaimCondition(.curve($0, .deviation(LearningCurve.Part(from: by))), .atMost(within))
    }
  }
}
