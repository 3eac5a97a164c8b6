import Basics

/// "Best at about 650 iterations, then a slight decline": a trend rises to a place and falls after
/// it.
///
/// The place is `expected`, as its rounding rule reads it. Over epochs: the mean of what was
/// measured there lies above the first and above the last value of the curve, and the greatest
/// value of all lies there. Over points: each is above the one before it up to the greatest point
/// of the place, and below it from there on; where several points lie in the place, the order among
/// them is left open.
struct PeakedClaim: ClaimRule {
  static let kind = "peaked"
  static let summary = "a trend rises up to a place and falls after it"

  var trend = Trend.curves([])
  /// The epoch or x of the peak.
  var expected = PrintedNumber(0)
  /// Which places would have been called so; nil: those that round to the digits of `expected`.
  var rounding: Rounding?

  /// The decoder asks for a trend and a place.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<PeakedClaim>] = [
    .trend(kind, \.trend, "a learning curve, several, or points").required(),
    .printed("expected", \.expected, "the epoch or x of the peak").required(),
    .object("rounding", \.rounding, "how expected is to be read; null: by its digits"),
  ]

  /// Takes points in the place of the peak and on both sides of it.
  func check(_ json: JSON) throws(Problem) {
    try expected.check(rounding, json)
    guard case .points(let points) = trend else { return }
    let inside = points.count { place.low <= $0.x && $0.x <= place.high }
    guard inside > 0, inside < points.count else {
      throw (json["expected"] ?? json).problem(
        "\(inside == 0 ? "no" : "every") point lies within \(place.text); the points are at "
          + points.map { NumberText.exact($0.x) }.joined(separator: ", "))
    }
  }

  var expectation: String { "\(trend.text) greatest at \(expected.text(rounding))" }

  var numbers: [Quantity] { trend.numbers }

  var curves: [Quantity] { trend.curves }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    guard case .points(let points) = trend else {
      return trend.curves.flatMap { curve in
        [
          ClaimCondition(.curve(curve, .rise(to: place)), .above(0)),
          ClaimCondition(.curve(curve, .fall(from: place)), .above(0)),
          ClaimCondition(.curve(curve, .peak(place)), .within(place)),
        ]
      }
    }
    return zip(points, points.dropFirst()).compactMap { left, right in
      if right.x <= place.high, left.x < place.low {
        return ClaimCondition(.difference(right.y, left.y), .above(0))
      }
      if left.x >= place.low, right.x > place.high {
        return ClaimCondition(.difference(left.y, right.y), .above(0))
      }
      return nil
    }
  }

  private var place: Interval { expected.interval(rounding) }
}
