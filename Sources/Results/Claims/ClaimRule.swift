import Basics

/// One kind of claim: what it says of which numbers, as the conditions that must all be so.
///
/// Each is a `Settings` type whose first key is the kind's name, so that one declaration decodes,
/// checks and describes it. A new kind is a file with such a type and a name in ``ClaimList``.
package protocol ClaimRule: Settings, Equatable {
  /// The key that says the kind: `ratio`.
  static var kind: String { get }
  /// One line: what it asserts.
  static var summary: String { get }

  /// What the sentence says, in symbols: `UR-GAN P@5 / ItemPop P@5 = 2.7 (2.65…2.75)`.
  var expectation: String { get }
  /// The numbers that are addressed.
  var numbers: [Quantity] { get }
  /// The learning curves that are addressed.
  var curves: [Quantity] { get }
  /// What it says, one thing after another: itself, but for the kind that has parts.
  var parts: [any ClaimRule] { get }
  /// What must be so; at least one condition.
  ///
  /// - Parameter published: says which rows a table has, for claims about all of them.
  func conditions(_ published: PublishedNumbers) -> [ClaimCondition]
}

extension ClaimRule {
  /// The claim speaks of no learning curve.
  package var curves: [Quantity] { [] }
  /// The claim says one thing.
  package var parts: [any ClaimRule] { [self] }
}

/// The kinds of claims that a spec can make.
package enum ClaimList {
  /// All of them, in the order in which messages name them.
  package static let all: [any ClaimRule.Type] = simple + [PartsClaim.self]

  /// Those that say one thing.
  static let simple: [any ClaimRule.Type] = [
    PairClaim<Ratio>.self, PairClaim<Subtraction>.self, EqualityClaim.self, OrderClaim.self,
    BestClaim.self,
    MonotoneClaim.self, PeakedClaim.self, ConvergenceClaim.self, ReportedClaim.self,
  ]
}
