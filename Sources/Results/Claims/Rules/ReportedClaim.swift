import Basics

/// "We compare with IRGAN": the paper announces numbers, so its tables hold them.
///
/// A table that lacks one contradicts the paper; on our side the numbers are to be measured and
/// finite.
struct ReportedClaim: ClaimRule {
  static let kind = "reported"
  static let summary = "the tables hold the numbers that the text announces"

  var operands: [Quantity] = []

  /// The decoder asks for operands.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<ReportedClaim>] = [
    .quantities(kind, \.operands, atLeast: 1, "the numbers that the text announces").required()
  ]

  var expectation: String { "printed: " + Quantity.text(operands) }

  var numbers: [Quantity] { operands }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    operands.map { ClaimCondition(.announced($0), .atLeast(-.infinity)) }
  }
}
