import Basics

/// What a sentence says of two numbers.
protocol PairStatistic {
  /// The key that says the kind: `ratio`.
  static var kind: String { get }
  /// One line: what is asserted.
  static var summary: String { get }
  /// What the two operands are.
  static var operands: String { get }
  static func statistic(_ a: Quantity, _ b: Quantity) -> ClaimStatistic
}

/// "2.7 times that of …": the first number over the second.
enum Ratio: PairStatistic {
  static let kind = "ratio"
  static let summary = "the first number over the second is as expected"
  static let operands = "[dividend, divisor]"
  static func statistic(_ a: Quantity, _ b: Quantity) -> ClaimStatistic { .ratio(a, b) }
}

/// "0.03 higher than …": the first number less the second.
enum Subtraction: PairStatistic {
  static let kind = "difference"
  static let summary = "the first number less the second is as expected"
  static let operands = "[this, less that]"
  static func statistic(_ a: Quantity, _ b: Quantity) -> ClaimStatistic { .difference(a, b) }
}

/// A statistic of two numbers is the expected one, as that was rounded.
struct PairClaim<Pair: PairStatistic & Sendable>: ClaimRule {
  static var kind: String { Pair.kind }
  static var summary: String { Pair.summary }

  /// The two numbers, in the order of the statistic.
  var operands: [Quantity] = []
  var expected = PrintedNumber(0)
  /// Which values would have been written so; nil: those that round to the digits of `expected`.
  var rounding: Rounding?

  /// The decoder asks for operands and a number.
  init() {}

  /// The keys of the claim.
  static var fields: [Field<PairClaim>] {
    [
      .quantities(kind, \.operands, atLeast: 2, Pair.operands).required(),
      .printed("expected", \.expected, "the \(kind) that the sentence says").required(),
      .object("rounding", \.rounding, "how expected is to be read; null: by its digits"),
    ]
  }

  /// Takes two numbers, and a number to compare with.
  func check(_ json: JSON) throws(Problem) {
    try operands.checkPair(json, Self.kind)
    try expected.check(rounding, json)
  }

  var expectation: String { statistic.text + " = " + expected.text(rounding) }

  var numbers: [Quantity] { operands }

  func conditions(_ published: PublishedNumbers) -> [ClaimCondition] {
    [ClaimCondition(statistic, expected.accepted(rounding))]
  }

  private var statistic: ClaimStatistic { Pair.statistic(operands[0], operands[1]) }
}
