import Basics

/// "Declines as the number of iterations increases": a trend goes one way from its first point to
/// its last.
///
/// Over epochs: the last measured value of the part is beyond the first, and nowhere does the curve
/// go back by more than `within`. Over points: each is beyond the one before it; or, with `within`,
/// none goes back by more, and the last is beyond the first.
struct MonotoneClaim: ClaimRule {
  /// Which way a trend goes.
  enum Direction: String, CaseIterable, Sendable {
    /// Up.
    case rising
    /// Down.
    case falling
  }

  static let kind = "monotone"
  static let summary = "a trend rises, or falls, from its first point to its last"

  var trend = Trend.curves([])
  /// Which way it goes.
  var direction = Direction.rising
  /// The first epoch or x that is looked at; nil: the first there is.
  var from: Double?
  /// The last epoch or x that is looked at; nil: the last there is.
  var to: Double?
  /// How far it may go back on its way, in the unit of the numbers.
  var within = 0.0

  /// The decoder asks for a trend and a direction.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<MonotoneClaim>] = [
    .trend(kind, \.trend, "a learning curve, several, or points").required(),
    .choice("direction", \.direction, "which way it goes").required(),
    .number("from", \.from, -.infinity ... .infinity, "the first epoch or x; null: from the first"),
    .number("to", \.to, -.infinity ... .infinity, "the last epoch or x; null: to the last"),
    .number("within", \.within, 0 ... .infinity, "how far it may go back on its way"),
  ]

  /// Refuses a part of the axis that is empty.
  func check(_ json: JSON) throws(Problem) {
    if let from, let to, from >= to {
      throw (json["to"] ?? json).problem("expected more than \"from\"")
    }
    guard case .points = trend, points.count < 2 else { return }
    throw (json["from"] ?? json["to"] ?? json).problem("fewer than 2 points are left")
  }

  var expectation: String {
    let back = within == 0 ? "" : ", back by at most \(NumberText.exact(within))"
    return "\(trend.text) \(direction.rawValue)\(part.text)\(back)"
  }

  var numbers: [Quantity] { trend.numbers }

  var curves: [Quantity] { trend.curves }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    let isRising = direction == .rising
    func step(_ a: Quantity, _ b: Quantity) -> ClaimStatistic {
      isRising ? .difference(b, a) : .difference(a, b)
    }
    guard case .points = trend else {
      return trend.curves.flatMap { curve in
        [
          ClaimCondition(.curve(curve, .change(part, isRising: isRising)), .above(0)),
          ClaimCondition(.curve(curve, .retreat(part, isRising: isRising)), .atMost(within)),
        ]
      }
    }
    let way = points
    let steps = zip(way, way.dropFirst()).map {
      ClaimCondition(step($0, $1), within == 0 ? .above(0) : .atLeast(-within))
    }
    guard within > 0, let first = way.first, let last = way.last else { return steps }
    return [ClaimCondition(step(first, last), .above(0))] + steps
  }

  private var part: LearningCurve.Part { LearningCurve.Part(from: from, to: to) }

  private var points: [Quantity] {
    guard case .points(let points) = trend else { return [] }
    return points.filter { $0.x >= from ?? $0.x && $0.x <= to ?? $0.x }.map(\.y)
  }
}
