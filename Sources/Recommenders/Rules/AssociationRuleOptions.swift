import Basics
import Datasets

/// What a minimum support is given in.
package enum SupportUnit: String, CaseIterable, Sendable {
  /// Users who have all of a set.
  case users
  /// Their share of the users who have anything.
  case share
}

/// What becomes of several rules that conclude to one item.
package enum RuleCombination: String, CaseIterable, Sendable {
  case best, sum
}

/// Which frequent sets and rules there are, and how they are put together.
package struct AssociationRuleOptions: Settings {
  package var algorithm = FrequentSetAlgorithm.fpGrowth
  package var minimumSupport = 10.0
  package var supportUnit = SupportUnit.users
  package var longest = 2
  package var mostSets = 5_000_000
  package var minimumConfidence = 0.0
  package var strength = RuleStrength.confidence
  package var combination = RuleCombination.best

  package init() {}

  package static let fields: [Field<AssociationRuleOptions>] = [
    .choice("algorithm", \.algorithm, "how frequent sets are found; they are the same"),
    .number(
      "minimumSupport", \.minimumSupport, Double.leastNonzeroMagnitude...1e9,
      "how many users a frequent set is had by, or their share"),
    .choice("supportUnit", \.supportUnit, "what minimumSupport counts"),
    .integer(
      "longest", \.longest, 2...30, "the most items of a frequent set, the consequent among them"),
    .integer(
      "mostSets", \.mostSets, 1...100_000_000,
      "how many frequent sets there may be, some 40 bytes each; with more the trial fails"),
    .number("minimumConfidence", \.minimumConfidence, 0...1, "below it a rule is left out"),
    .choice("by", \.strength, "what rules are ranked by"),
    .choice("combine", \.combination, "whether the best rule for an item counts, or their sum"),
  ]

  /// Refuses a support that is none of its unit's.
  package func check(_ json: JSON) throws(Problem) {
    let place = json["minimumSupport"] ?? json
    switch supportUnit {
    case .users:
      guard minimumSupport < 1 || minimumSupport != minimumSupport.rounded() else { return }
      throw place.problem(
        "expected a whole number of users, 1 at least; a share needs \"supportUnit\": \"share\"")
    case .share:
      guard minimumSupport > 1 else { return }
      throw place.problem(
        "expected a share, 1 at most; a number of users needs \"supportUnit\": \"users\"")
    }
  }

  /// The sets that are looked for among so many users who have anything.
  func search(among users: Int, for name: String) -> FrequentSetSearch {
    FrequentSetSearch(
      minimumCount: minimumCount(among: users), longest: longest, most: mostSets, name: name)
  }

  /// The least number of users that `minimumSupport` is reached with.
  func minimumCount(among users: Int) -> Int {
    guard supportUnit == .share else { return Int(minimumSupport) }
    // A share times a number may be rounded to more than a whole number.
    let count = max(1, Int((minimumSupport * Double(users)).rounded(.up)))
    return count > 1 && Double(count - 1) / Double(users) >= minimumSupport ? count - 1 : count
  }
}
