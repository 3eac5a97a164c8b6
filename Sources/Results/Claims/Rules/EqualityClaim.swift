import Basics

/// "The best P@5 is 0.3908", "both are equally fast": numbers are the expected one, or one another.
struct EqualityClaim: ClaimRule {
  static let kind = "equal"
  static let summary = "the numbers are as expected, or equal to the first of them"

  var operands: [Quantity] = []
  /// What the sentence says each of them is; nil: it says that they are alike.
  var expected: PrintedNumber?
  /// Which numbers would have been called so; nil: those that round to the digits of `expected`.
  var rounding: Rounding?

  /// The decoder asks for operands.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<EqualityClaim>] = [
    .quantities(kind, \.operands, atLeast: 1, "the numbers that are equal").required(),
    .printed("expected", \.expected, "what each is; null: they are like the first"),
    .object(
      "rounding", \.rounding,
      "how expected is to be read; without expected, how far apart equal numbers may lie:"
        + " absolute or decimals"),
  ]

  /// Takes a number to compare with, or two numbers and how far apart they may lie.
  func check(_ json: JSON) throws(Problem) {
    if let expected { return try expected.check(rounding, json) }
    guard operands.count >= 2 else {
      throw (json[Self.kind] ?? json).problem("one number needs \"expected\" to be equal to")
    }
    guard let rounding, rounding.absolute != nil || rounding.decimals != nil else {
      throw (json["rounding"] ?? json).problem(
        "expected \"rounding\" with \"absolute\" or \"decimals\": how far apart equal numbers may lie"
      )
    }
  }

  var expectation: String {
    if let expected {
      return Quantity.text(operands) + " = " + expected.text(rounding)
    }
    let radius = NumberText.exact(PrintedNumber(0).interval(rounding).high)
    return operands.map(\.text).joined(separator: " = ") + " within " + radius
  }

  var numbers: [Quantity] { operands }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    if let expected {
      return operands.map { ClaimCondition(.value($0), expected.accepted(rounding)) }
    }
    let alike = PrintedNumber(0).accepted(rounding)
    return operands.dropFirst().map { ClaimCondition(.difference(operands[0], $0), alike) }
  }
}
