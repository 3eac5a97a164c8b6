import Basics

/// "It is the best in P@5, and NDCG@5 is 0.4133": one sentence that says several things.
///
/// All of them have to be so, and the sentence counts once.
package struct PartsClaim: ClaimRule {
  package static let kind = "parts"
  package static let summary = "each part is so; a part is a claim of another kind without words"

  private var own: [ClaimPart] = []

  /// The decoder asks for parts.
  package init() {}

  /// The keys of the claim.
  package static var fields: [Field<PartsClaim>] {
    [
      .list(
        kind, \.own,
        of: .named(
          "part", .either(ClaimPart.descriptions(of: ClaimList.simple).map { .object($0) })),
        atLeast: 2, "what the sentence says, one thing after another",
        decode: { json throws(Problem) in
          try ClaimPart(decoding: json, among: ClaimList.simple)
        }, encode: \.encoded
      ).required()
    ]
  }

  package var parts: [any ClaimRule] { own.map(\.rule) }

  package var expectation: String { parts.map(\.expectation).joined(separator: "; ") }

  package var numbers: [Quantity] { parts.flatMap(\.numbers) }

  package var curves: [Quantity] { parts.flatMap(\.curves) }

  package func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    parts.flatMap { $0.conditions(published) }
  }
}
