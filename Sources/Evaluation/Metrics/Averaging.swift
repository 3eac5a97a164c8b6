/// How the users' values become one number.
package enum Averaging: String, CaseIterable, Sendable {
  /// The mean of the tested users' values: each of them counts the same.
  case macro
  /// The tested users' numerators over their denominators: each held-out item counts the same.
  case micro
  /// The mean over all users of the data, those without held-out items counting as 0.
  case allUsers = "all-users"

  /// For definitions: `macro`, `macro over all users, 0 without held-out items`.
  var means: String {
    self == .allUsers ? "macro over all users, 0 without held-out items" : rawValue
  }
}

/// One user's share of a metric, kept apart so that it can be pooled.
package struct Fraction: Sendable, Equatable {
  /// What was reached.
  package var numerator: Double
  /// What could be reached; zero when the metric is not defined for this user.
  package var denominator: Double

  /// `numerator / denominator`.
  package init(_ numerator: Double, over denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The user's own value, NaN where it is not defined.
  package var value: Double { denominator > 0 ? numerator / denominator : .nan }
}

/// The running average of fractions. Users for whom the metric is not defined are left out, unless
/// all users count.
struct AverageTally: MetricTally {
  let averaging: Averaging
  /// How many users the data have; asked for where all count.
  let users: Int
  let worth: (borrowing UserRanking) -> Fraction
  private var numerator = 0.0
  private var denominator = 0.0

  init(
    averaging: Averaging, users: Int = 0, worth: @escaping (borrowing UserRanking) -> Fraction
  ) {
    (self.averaging, self.users, self.worth) = (averaging, users, worth)
  }

  mutating func add(_ ranking: borrowing UserRanking) -> Double? {
    let share = worth(ranking)
    guard share.denominator > 0 else { return .nan }
    switch averaging {
    case .macro, .allUsers:
      numerator += share.value
      denominator += 1
    case .micro:
      numerator += share.numerator
      denominator += share.denominator
    }
    return share.value
  }

  var value: Double {
    Fraction(numerator, over: averaging == .allUsers ? Double(users) : denominator).value
  }
}
