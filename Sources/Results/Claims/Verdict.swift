/// What becomes of a claim.
///
/// | the spec says | on the paper's numbers | on ours | verdict |
/// |---|---|---|---|
/// | not testable | anything | anything | not testable |
/// | | fails | anything | inconsistent in the paper |
/// | | else | not measured | not measured yet |
/// | | else | holds | reproduced |
/// | | else | fails | not reproduced |
/// | | else | undecided | inconclusive |
///
/// *On the paper's numbers* a claim fails when it is false for every number that is printed so:
/// .5345 is anything from .53445 to .53455. It is undecided when only some of these make it true,
/// and nothing can be said when a number is not printed, as the points of a drawn curve; neither
/// counts against it.
///
/// *On ours* each condition of the claim is a mean over seeds, with its 95 % confidence interval
/// (of Student's t; over pairs where two systems share a seed's split). The condition holds when it
/// is true in the whole interval, fails when it is true nowhere in it, and is undecided when it is
/// true in a part. One seed has no interval and decides nothing, and the verdict says "one seed"; nor
/// do NaN and infinity.
///
/// A claim of several conditions (better in *each* index) holds when all hold, each by itself,
/// which needs no correction for their number (Berger 1982), and fails when one fails. A learning
/// curve that ends before the epochs of the claim is not measured yet.
package enum Verdict: String, CaseIterable, Sendable {
  /// Our numbers bear it out.
  case reproduced = "reproduced"
  /// Our numbers contradict it.
  case notReproduced = "not reproduced"
  /// Our numbers are too uncertain to tell.
  case inconclusive = "inconclusive"
  /// The paper's own numbers contradict it.
  case inconsistent = "inconsistent in the paper"
  /// Numbers of ours that it needs are missing.
  case notMeasured = "not measured yet"
  /// Nothing that is measured can tell.
  case notTestable = "not testable"

  /// What becomes of a sentence that stands as several claims: all of those that can be tested have
  /// to be so.
  init(ofAll verdicts: [Verdict]) {
    let order: [Verdict] = [
      .inconsistent, .notReproduced, .notMeasured, .inconclusive, .reproduced,
    ]
    self = order.first(where: verdicts.contains) ?? .notTestable
  }

  /// The table above.
  init(isTestable: Bool, published: Truth?, measured: Truth?) {
    guard isTestable else {
      self = .notTestable
      return
    }
    self =
      switch (published, measured) {
      case (.fails, _): .inconsistent
      case (_, nil): .notMeasured
      case (_, .holds): .reproduced
      case (_, .fails): .notReproduced
      case (_, .undecided): .inconclusive
      }
  }
}

/// A claim, judged on the paper's numbers and on ours.
package struct JudgedClaim: Sendable {
  package let claim: Claim
  /// On the paper's numbers; nil for a claim without a kind.
  package let published: ClaimFinding?
  /// On what was measured; nil for a claim without a kind.
  package let measured: ClaimFinding?

  /// What becomes of it.
  package var verdict: Verdict {
    Verdict(
      isTestable: claim.notTestable == nil, published: published?.truth, measured: measured?.truth)
  }
}

extension Claim {
  /// What the paper's own numbers say of the claim; nil for a claim without a kind.
  package func finding(on published: PublishedNumbers) -> ClaimFinding? {
    rule.map { rule in
      ClaimFinding(rule.conditions(published).map { $0.reading(published) })
    }
  }

  /// What the measured numbers say of the claim; nil for a claim without a kind.
  ///
  /// - Parameters:
  ///   - published: says which rows a table has, for claims about all of them.
  ///   - others: what other seeds have measured.
  package func finding(
    on measured: MeasuredNumbers, published: PublishedNumbers,
    others: MeasuredNumbers = MeasuredNumbers()
  ) -> ClaimFinding? {
    rule.map { rule in
      ClaimFinding(rule.conditions(published).map { $0.reading(measured, others: others) })
    }
  }

  /// Both, and the verdict.
  package func judged(
    published: PublishedNumbers, measured: MeasuredNumbers,
    others: MeasuredNumbers = MeasuredNumbers()
  ) -> JudgedClaim {
    JudgedClaim(
      claim: self, published: finding(on: published),
      measured: finding(on: measured, published: published, others: others))
  }
}
