import Basics

/// "2.7 times that of …": the first number over the second is the expected one, as it was rounded.
struct RatioClaim: ClaimRule {
  static let kind = "ratio"
  static let summary = "the first number over the second is as expected"

  /// The dividend and the divisor.
  var operands: [Quantity] = []
  var expected = PrintedNumber(0)
  /// Which ratios would have been written so; nil: those that round to the digits of `expected`.
  var rounding: Rounding?

  /// The decoder asks for operands and a number.
  init() {}

  /// The keys of the claim.
  static let fields: [Field<RatioClaim>] = [
    .quantities(kind, \.operands, atLeast: 2, "[dividend, divisor]").required(),
    .printed("expected", \.expected, "the ratio that the sentence says").required(),
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

  private var statistic: ClaimStatistic { .ratio(operands[0], operands[1]) }
}
