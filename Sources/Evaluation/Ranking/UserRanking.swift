/// What one user's ranking looks like to a metric: the top of the list and where the held-out items
/// ended up.
///
/// Candidates are all items of the catalogue but the user's masked ones. They are ordered by
/// descending score, equal scores as `TieOrder` says, and numbered from 1.
/// Metrics are pure functions of this value (and of the catalogue), so each can be computed by
/// hand.
package struct UserRanking: Sendable {
  /// The user's row number.
  package internal(set) var user: Int

  /// The best candidates, best first: as many as the deepest metric asks for, fewer only when the
  /// user has fewer candidates.
  package internal(set) var top: [Int32]

  /// The scores of `top`, where all candidates are drawn ones and held-out ones; else empty.
  package internal(set) var scores: [Float]

  /// Positions within `top` of the held-out items, counted from 1, ascending.
  package internal(set) var hits: [Int]

  /// The ratings of `hits`, in their order. Empty unless a metric has asked for them.
  package internal(set) var hitRatings: [Double]

  /// The ratings of all held-out items. Empty unless a metric has asked for them.
  package internal(set) var ratings: [Double]

  /// |T|, the number of the user's held-out items; at least 1.
  package internal(set) var heldOutCount: Int

  /// Number of items that were ranked.
  package internal(set) var candidateCount: Int

  /// Positions of the held-out items in the *whole* ranking, counted from 1, ascending.
  /// Empty unless a metric has asked for them; only the first when that is all that was asked for.
  package internal(set) var ranks: [Int]

  /// The groups of `top` that are of several candidates or hold held-out items, best first, the
  /// last of them whole even where `top` ends within it. Empty where no two candidates are equal.
  package internal(set) var groups: [TieGroup]

  /// The groups in the *whole* ranking of the held-out items that `ranks` has. Empty where none of
  /// them is equal to an item that is not held out.
  package internal(set) var rankGroups: [TieGroup]

  /// The candidates behind `top` that are equal to its last. Empty unless a metric has asked for
  /// them.
  package internal(set) var others: [Int32]

  /// Whether metrics are to be averaged over the orders of equal candidates. Otherwise `top`,
  /// `hits` and `ranks` are what counts.
  package internal(set) var isAveraged: Bool

  /// How the held-out items compare with the never-seen ones, pair by pair.
  /// All zero unless a metric has asked for it.
  package internal(set) var pairs: Pairs

  /// Counts of (held-out item, never-seen item) pairs; never seen means neither masked nor held
  /// out.
  package struct Pairs: Sendable, Equatable {
    /// Pairs in which the held-out item has the higher score.
    package var won: Int
    /// Pairs with equal scores.
    package var tied: Int
    /// All pairs.
    package var count: Int

    /// Counts of pairs won, tied and compared.
    package init(won: Int = 0, tied: Int = 0, count: Int = 0) {
      self.won = won
      self.tied = tied
      self.count = count
    }
  }

  /// A ranking put together by hand.
  package init(
    user: Int = 0, top: [Int32], scores: [Float] = [], hits: [Int], heldOutCount: Int,
    hitRatings: [Double] = [], ratings: [Double] = [], candidateCount: Int, ranks: [Int] = [],
    groups: [TieGroup] = [], rankGroups: [TieGroup] = [],
    others: [Int32] = [], isAveraged: Bool = false, pairs: Pairs = Pairs()
  ) {
    self.user = user
    self.top = top
    self.scores = scores
    self.hits = hits
    self.heldOutCount = heldOutCount
    (self.hitRatings, self.ratings) = (hitRatings, ratings)
    self.candidateCount = candidateCount
    self.ranks = ranks
    self.groups = groups
    self.rankGroups = rankGroups
    self.others = others
    self.isAveraged = isAveraged
    self.pairs = pairs
  }

  /// Number of held-out items among the first `cutoff`, or the mean of it.
  package func hitCount(at cutoff: Int) -> Double {
    if let groups = openGroups { return groups.reduce(0) { $0 + $1.hits(within: cutoff) } }
    var count = 0
    while count < hits.count, hits[count] <= cutoff { count += 1 }
    return Double(count)
  }

  /// `groups`, where orders are to be averaged over and make a difference to where hits are.
  var openGroups: [TieGroup]? {
    isAveraged && groups.contains(where: \.isMixed) ? groups : nil
  }

  /// `groups`, where orders are to be averaged over and ratings count.
  var gradedGroups: [TieGroup]? { isAveraged && !groups.isEmpty ? groups : nil }

  /// `rankGroups`, where orders are to be averaged over.
  var openRankGroups: [TieGroup]? { isAveraged && !rankGroups.isEmpty ? rankGroups : nil }

  /// The mean of a property of the items over the first `cutoff`, or the mean of it over orders.
  func mean(within cutoff: Int, of property: (Int32) -> Double) -> Fraction {
    let list = top.prefix(cutoff)
    let count = Double(list.count)
    guard isAveraged, let cut = groups.first(where: { $0.isCut(at: cutoff) }) else {
      return Fraction(list.reduce(0) { $0 + property($1) }, over: count)
    }
    let (certain, rest) = (top.prefix(cut.first - 1), top.dropFirst(cut.first - 1))
    let tied = rest.prefix(cut.size)
    let total = others.reduce(tied.reduce(0) { $0 + property($1) }) {
      tied.count < cut.size ? $0 + property($1) : $0
    }
    let share = Double(cut.places(within: cutoff)) / Double(cut.size)
    return Fraction(certain.reduce(0) { $0 + property($1) } + share * total, over: count)
  }
}
