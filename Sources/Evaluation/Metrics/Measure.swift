/// What a published column measures, as far as arithmetic needs to know it.
package struct Measure: Sendable, Hashable {
  /// The quantities that rules know, and the plain ones that they leave alone.
  package enum Kind: String, CaseIterable, Sendable {
    /// Hits over N.
    case precision
    /// Hits over held-out items.
    case recall
    /// Discounted gain over the ideal list's.
    case ndcg
    /// 1 / rank of the first hit.
    case mrr
    /// Share of users with a hit.
    case hitRate = "hit-rate"
    /// Harmonic mean of precision and recall.
    case f1
    /// Area under the ROC curve.
    case auc
    /// Mean negative logarithm of the probability given to what happened, in nats.
    case logLoss = "log-loss"
    /// Users of a data set.
    case users
    /// Items of a data set.
    case items
    /// Ratings, clicks, purchases of a data set.
    case interactions
    /// 100 (1 − interactions / (users · items)).
    case sparsity
    /// A part of a whole, 0 to 1.
    case share
    /// A part of a whole, 0 to 100.
    case percent
    case seconds
    /// A whole number of anything.
    case count
    /// Any number.
    case number

    /// Whether only whole numbers make sense.
    package var isWhole: Bool { [.users, .items, .interactions, .count].contains(self) }
  }

  package let kind: Kind
  /// N, the length of the list; nil where there is none.
  package let cutoff: Int?

  /// A quantity, at a cut-off or without one.
  package init(_ kind: Kind, at cutoff: Int? = nil) { (self.kind, self.cutoff) = (kind, cutoff) }

  /// The values that it can take.
  package var range: ClosedRange<Double> {
    switch kind {
    case .precision, .recall, .ndcg, .mrr, .hitRate, .f1, .auc, .share: 0...1
    case .sparsity, .percent: 0...100
    case .logLoss, .seconds, .count: 0 ... .infinity
    case .users, .items, .interactions: 1 ... .infinity
    case .number: -.infinity ... .infinity
    }
  }

  /// Whether only whole numbers make sense.
  package var isWhole: Bool { kind.isWhole }
}
