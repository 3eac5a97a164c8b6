/// A sentence of a paper, held against the numbers that the paper prints beside it.
package struct AuditedClaim: Sendable {
  /// What the printed numbers say of it.
  package enum Answer: String, CaseIterable, Sendable, CustomStringConvertible {
    /// It is so, whatever the numbers were before they were rounded.
    case isTrue = "true"
    /// It is so for none of the numbers that round to those printed.
    case isFalse = "false"
    /// The printed digits do not decide it.
    case undecided
    /// It speaks of numbers that the paper does not print, such as points of a curve.
    case notPrinted = "not printed"
    /// No number can tell.
    case notTestable = "not testable"

    package var description: String { rawValue }

    /// What they say of a sentence that stands as several claims: all of those that can be tested
    /// have to be so.
    init(ofAll answers: [Answer]) {
      let order: [Answer] = [.isFalse, .undecided, .notPrinted, .isTrue]
      self = order.first(where: answers.contains) ?? .notTestable
    }
  }

  package let file: String
  package let claim: Claim
  /// What the printed numbers are; nil for a claim without a kind.
  package let finding: ClaimFinding?

  /// Judges a claim on the numbers of its spec's tables.
  package init(file: String, _ claim: Claim, on published: PublishedNumbers) {
    (self.file, self.claim) = (file, claim)
    finding = claim.finding(on: published)
  }

  /// Whether it is so.
  package var answer: Answer {
    guard claim.notTestable == nil, let finding else { return .notTestable }
    return switch finding.truth {
    case .holds: .isTrue
    case .fails: .isFalse
    case .undecided: .undecided
    case nil: .notPrinted
    }
  }

  /// For readers: what was expected and what is printed, or why nothing can tell.
  var reason: String {
    if let why = claim.notTestable { return why }
    return "\(claim.rule?.expectation ?? ""); \(finding?.text ?? "")"
  }
}
