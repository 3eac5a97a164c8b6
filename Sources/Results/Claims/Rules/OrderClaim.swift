import Basics

/// "A is better than B, and B than C": each number is greater than the next.
struct OrderClaim: ClaimRule {
  static let kind = "order"
  static let summary = "each number is greater than the next"

  /// From the greatest to the least.
  var operands: [Quantity] = []

  /// The decoder asks for operands.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<OrderClaim>] = [
    .quantities(kind, \.operands, atLeast: 2, "from the greatest number to the least").required()
  ]

  var expectation: String { operands.map(\.text).joined(separator: " > ") }

  var numbers: [Quantity] { operands }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    zip(operands, operands.dropFirst()).map { ClaimCondition(.difference($0, $1), .above(0)) }
  }
}
