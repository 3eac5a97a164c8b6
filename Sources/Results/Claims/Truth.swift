/// Whether something that is asserted is so, as far as is known.
package enum Truth: String, Sendable, Equatable {
  /// It is so whatever the number is, within what is known of it.
  case holds
  /// It is so for no number within what is known.
  case fails
  /// It is so for some of them.
  case undecided

  /// Whether all of them are so; nil where one was not measured and none of the others fails.
  static func all(of truths: [Truth?]) -> Truth? {
    if truths.contains(.fails) { return .fails }
    if truths.contains(nil) { return nil }
    return truths.contains(.undecided) ? .undecided : .holds
  }
}

/// The numbers for which an assertion is so.
struct Accepted: Sendable, Equatable {
  let interval: Interval
  /// Whether the least number itself is not among them.
  let isStrict: Bool

  /// Between two numbers, both included.
  static func within(_ interval: Interval) -> Accepted {
    Accepted(interval: interval, isStrict: false)
  }
  /// More than `low`.
  static func above(_ low: Double) -> Accepted {
    Accepted(interval: Interval(low, .infinity), isStrict: true)
  }
  /// At least `low`.
  static func atLeast(_ low: Double) -> Accepted { within(Interval(low, .infinity)) }
  /// At most `high`.
  static func atMost(_ high: Double) -> Accepted { within(Interval(-.infinity, high)) }

  /// Whether a number that lies somewhere in `known` is accepted.
  ///
  /// The ends of rounded numbers are decimal fractions, which binary numbers miss by a little: what
  /// lies beyond an end by a billionth of it still touches it. `.5346 > .5345` therefore holds
  /// though both may be .53455, and `.5345 > .5345` is undecided.
  func truth(of known: Interval) -> Truth {
    guard known.isKnown else { return .undecided }
    let ends = [interval.low, interval.high, known.low, known.high].filter(\.isFinite)
    let slack = 1e-9 * (ends.map(abs).max() ?? 0)
    let isBelow =
      isStrict ? known.high <= interval.low + slack : known.high < interval.low - slack
    if isBelow || known.low > interval.high + slack { return .fails }
    let isInside = known.low >= interval.low - slack && known.high <= interval.high + slack
    return isInside ? .holds : .undecided
  }

  /// How far the number is from being refused; below 0 where it may be.
  func margin(of known: Interval) -> Double {
    min(known.low - interval.low, interval.high - known.high)
  }
}
