import Basics
import Testing

@testable import Results

@Suite struct RoundingTests {
  private func rounding(_ text: String) throws -> Rounding {
    try Rounding(decoding: JSON.parse(text, file: "r.json"))
  }

  @Test(arguments: [
    (#"{"decimals": 1}"#, 2.7, 2.65, 2.75), (#"{"decimals": 0}"#, 2, 1.5, 2.5),
    (#"{"decimals": -1}"#, 650, 645, 655), (#"{"significant": 1}"#, 650, 600, 700),
    (#"{"significant": 2}"#, 650, 645, 655), (#"{"significant": 2}"#, 0.0289, 0.0284, 0.0294),
    (#"{"significant": 1}"#, 1000, 500, 1500), (#"{"significant": 1}"#, -0.001, -0.0015, -0.0005),
    (#"{"relative": 0.05}"#, -2, -2.1, -1.9), (#"{"absolute": 50}"#, 600, 550, 650),
    (#"{"absolute": 0}"#, 600, 600, 600),
  ])
  func whatANumberStandsFor(rule: String, value: Double, low: Double, high: Double) throws {
    let interval = try rounding(rule).interval(around: value)
    #expect(abs(interval.low - low) < 1e-12 && abs(interval.high - high) < 1e-12)
  }

  @Test(arguments: [
    ("0.5345", 0.53445, 0.53455), ("0.5340", 0.53395, 0.53405), ("2", 1.5, 2.5),
    ("2.0", 1.95, 2.05), ("1e3", 500, 1500), ("2.50e-2", 0.02495, 0.02505),
  ])
  func printedDigitsCount(text: String, low: Double, high: Double) throws {
    let number = try PrintedNumber(decoding: JSON.parse(text, file: "n.json"))
    #expect(abs(number.interval.low - low) < 1e-12 && abs(number.interval.high - high) < 1e-12)
  }

  @Test func aNumberMadeByTheProgramHasItsShortestDigits() throws {
    #expect(PrintedNumber(0.25).decimals == 2)
    #expect(PrintedNumber(3).decimals == 0)
    #expect(PrintedNumber(1e-7).decimals == 7)
    #expect(try PrintedNumber(decoding: .number(0.125)).decimals == 3)
    #expect(try PrintedNumber(decoding: PrintedNumber(0.5, decimals: 3).encoded).decimals == 3)
  }

  @Test(arguments: ["{}", #"{"decimals": 1, "relative": 0.1}"#, #"{"decimals": null}"#])
  func justOneRule(text: String) {
    #expect(
      throws: Problem.usage(
        "r.json:1:1: expected one of \"decimals\", \"significant\", \"relative\" and \"absolute\"")
    ) { try rounding(text) }
  }
}

@Suite struct AcceptedTests {
  /// .5346 > .5345 by their digits, though both may stand for .53455; equal digits decide nothing.
  @Test func orderAmongPrintedDigits() {
    func truth(_ a: Double, _ b: Double) -> Truth {
      Accepted.above(0).truth(
        of: PrintedNumber(a, decimals: 4).interval - PrintedNumber(b, decimals: 4).interval)
    }
    #expect(truth(0.5346, 0.5345) == .holds)
    #expect(truth(0.5345, 0.5345) == .undecided)
    #expect(truth(0.5344, 0.5345) == .fails)
  }

  @Test func endsBelongToWhatIsAcceptedAndToAStrictComparisonTheyDoNot() {
    let window = Accepted.within(Interval(0.075, 0.085))
    #expect(window.truth(of: Interval(0.1 - 0.015, radius: 0)) == .holds)
    #expect(window.truth(of: Interval(0.0851, radius: 0)) == .fails)
    #expect(window.truth(of: Interval(0.08, 0.09)) == .undecided)
    #expect(window.truth(of: Interval(0.05, 0.2)) == .undecided)
    #expect(Accepted.above(0).truth(of: Interval(0, 0)) == .fails)
    #expect(Accepted.atLeast(0).truth(of: Interval(0, 0)) == .holds)
    #expect(Accepted.atMost(0).truth(of: Interval(0, 0)) == .holds)
    #expect(window.truth(of: .unknown) == .undecided)
  }

  @Test func intervalsOfDifferencesAndRatios() {
    #expect(Interval(1, 2) - Interval(0.5, 4) == Interval(-3, 1.5))
    #expect(Interval(-1, 2) / Interval(-4, -2) == Interval(-1, 0.5))
    #expect(!(Interval(1, 2) / Interval(-1, 1)).isKnown)
    #expect(!(Interval(1, 2) / Interval(0, 1)).isKnown)
    #expect(!(Interval(1, .nan)).isKnown && !Interval(.nan, 1).isKnown)
  }

  @Test func allOfSeveral() {
    #expect(Truth.all(of: [.holds, .holds]) == .holds)
    #expect(Truth.all(of: [.holds, .undecided]) == .undecided)
    #expect(Truth.all(of: [.undecided, nil]) == nil)
    #expect(Truth.all(of: [nil, .undecided, .fails]) == .fails)
  }
}
