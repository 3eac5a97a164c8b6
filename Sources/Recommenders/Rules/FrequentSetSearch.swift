import Basics
import Datasets

/// How frequent sets are found; the sets are the same.
package enum FrequentSetAlgorithm: String, CaseIterable, Sendable {
  case fpGrowth = "fp-growth"
  case apriori
}

/// Which sets of items are looked for.
struct FrequentSetSearch: Sendable {
  /// How many transactions have to hold a set, 1 at least.
  let minimumCount: Int
  /// The most items of a set.
  let longest: Int
  /// How many sets may be found; memory is bounded by it.
  let most: Int
  /// Who looks for them, for messages.
  let name: String

  /// All sets of these transactions.
  ///
  /// Throws `Problem.run` where there are more than `most`.
  func sets(
    of transactions: Interactions, by algorithm: FrequentSetAlgorithm
  ) throws(Problem) -> FrequentSets {
    switch algorithm {
    case .fpGrowth: try FPGrowth.sets(of: transactions, self)
    case .apriori: try Apriori.sets(of: transactions, self)
    }
  }

  /// Refuses a set that is one too many: that makes more than `most`, or that has more parts than
  /// may be found.
  func check(sets: Int, size: Int) throws(Problem) {
    guard sets > most || size >= 62 || 1 << size - 1 > most else { return }
    throw .run(
      "\(name): more than \(most) sets of up to \(longest) items are had by at least"
        + " \(minimumCount) users; raise minimumSupport, lower longest or raise mostSets")
  }

  /// How many transactions hold each item, and how many there are.
  func counts(_ transactions: Interactions) -> (items: [Int32], transactions: Int) {
    var counts = [Int32](repeating: 0, count: transactions.items)
    for item in transactions.columns { counts[Int(item)] += 1 }
    return (counts, (0..<transactions.users).count { !transactions[$0].isEmpty })
  }
}
