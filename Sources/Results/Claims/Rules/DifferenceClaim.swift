import Basics

/// "0.03 higher than …": the first number less the second is the expected one, as it was rounded.
struct DifferenceClaim: ClaimRule {
  static let kind = "difference"
  static let summary = "the first number less the second is as expected"

  /// The greater and the lesser, as the sentence has them.
  var operands: [Quantity] = []
  var expected = PrintedNumber(0)
  /// Which differences would have been written so; nil: those that round to the digits of `expected`.
  var rounding: Rounding?

  /// The decoder asks for operands and a number.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<DifferenceClaim>] = [
    .quantities(kind, \.operands, atLeast: 2, "[this, less that]").required(),
    .printed("expected", \.expected, "the difference that the sentence says").required(),
    .object("rounding", \.rounding, "how expected is to be read; null: by its digits"),
  ]

  /// Takes two numbers, and a number to compare with.
  func check(_ json: JSON) throws(Problem) {
    try operands.checkPair(json, Self.kind)
    try expected.check(rounding, json)
  }

  var expectation: String {
    statistic.text + " = " + expected.text(rounding)
  }

  var numbers: [Quantity] { operands }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    [ClaimCondition(statistic, expected.accepted(rounding))]
  }

  private var statistic: ClaimStatistic { .difference(operands[0], operands[1]) }
}
