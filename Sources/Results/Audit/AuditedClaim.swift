/// A sentence of a paper, held against the numbers that the paper prints beside it.
public struct AuditedClaim: Sendable {
  /// What the printed numbers say of it.
  public enum Answer: String, CaseIterable, Sendable, CustomStringConvertible {
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

    /// The word.
    public var description: String { rawValue }
  }

  /// The spec's file.
  public let file: String
  /// What is said.
  public let claim: Claim
  /// What the printed numbers are; nil for a claim without a kind.
  public let finding: ClaimFinding?

  /// Judges a claim on the numbers of its spec's tables.
  public init(file: String, _ claim: Claim, on published: PublishedNumbers) {
    (self.file, self.claim) = (file, claim)
    finding = claim.finding(on: published)
  }

  /// Whether it is so.
  public var answer: Answer {
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
