import Basics
import Testing

@testable import Results

/// Every refusal names the place and says what was expected.
@Suite struct ClaimDecodingTests {
  private static let good = [
    #""ratio": [["A", "P"], ["B", "P"]], "expected": 2.7, "rounding": {"decimals": 1}, "note": "so""#,
    #""difference": [["A", "P"], ["B", "P", "t"]], "expected": 0.1"#,
    #""equal": [["A", "P"]], "expected": 2"#,
    #""order": [["A", "P"], {"row": "B", "column": "P", "take": "best"}]"#,
    #""best": "A", "on": ["P", "R"], "among": ["B"], "better": "lower", "table": "t""#,
    #""monotone": ["A", "P"], "direction": "falling", "from": 5, "to": 10, "within": 0.1"#,
    #""peaked": [{"x": 1, "y": ["A", "P"]}, {"x": 2, "y": ["B", "P"]}], "expected": 2"#,
    #""converges": [["A", "P"], ["A", "R"]], "by": 600, "within": 0.01"#,
    #""reported": [["A", "P"]]"#,
    #""parts": [{"order": [["A", "P"], ["B", "P"]]}, {"equal": [["A", "P"]], "expected": 2}]"#,
    #""notTestable": "no""#,
  ]

  @Test(arguments: good)
  func theEncodingDecodesToItself(members: String) throws {
    let first = try claim(members)
    let again = try Claim(decoding: JSON.parse(first.encoded.canonicalText, file: "again"))
    #expect(again.encoded.canonicalText == first.encoded.canonicalText)
    #expect(again.rule?.expectation == first.rule?.expectation)
    #expect(again.kind == first.kind && again.quote == "so it is" && again.note == first.note)
  }

  @Test func eachKindSaysWhatItExpects() throws {
    #expect(
      try Self.good.map { try claim($0).rule?.expectation } == [
        "A P / B P = 2.7 (2.65…2.75)", "A P − B P = 0.1 (0.05…0.15)", "A P = 2 (1.5…2.5)",
        "A P > B best P", "A lower than B in P, R", "A P falling from 5 to 10, back by at most 0.1",
        "A P at 1, B P at 2 greatest at 2 (1.5…2.5)",
        "A P, R within 0.01 of the last value from epoch 600 on", "printed: A P",
        "A P > B P; A P = 2 (1.5…2.5)", nil,
      ])
  }

  @Test(arguments: [
    (
      #"{"quote": "q"}"#,
      "1:1: the claim has no kind; expected one of ratio, difference, equal, order, best, monotone,"
        + " peaked, converges, reported, parts"
    ),
    (#"{"quote": "q", "rato": []}"#, "1:24: rato: the claim has no kind; did you mean \"ratio\"?"),
    (
      #"{"quote": "q", "order": [], "ratio": []}"#,
      "1:29: ratio: the claim has two kinds, \"order\" and \"ratio\"; expected one, or \"parts\""
    ),
    (#"{"ratio": []}"#, "1:1: the key \"quote\" is missing (the paper's words)"),
    (#"{"quote": ""}"#, "1:11: quote: a claim needs the paper's words"),
    (
      #"{"quote": "q", "notTestable": ""}"#,
      "1:31: notTestable: expected the reason why, found no words"
    ),
    (
      #"{"quote": "q", "ratio": [["A", "P"], ["B", "P"]], "expect": 2}"#,
      "1:51: expect: unknown key; did you mean \"expected\"?"
    ),
    (
      #"{"quote": "q", "ratio": [["A", "P"], ["B", "P"]]}"#,
      "1:1: the key \"expected\" is missing (the ratio that the sentence says)"
    ),
    (
      #"{"quote": "q", "ratio": [["A", "P"]], "expected": 2}"#,
      "1:25: ratio: this list has 1; expected at least 2 elements"
    ),
    (
      #"{"quote": "q", "difference": [["A", "P"], ["B", "P"], ["C", "P"]], "expected": 2}"#,
      "1:30: difference: expected 2 numbers, found 3"
    ),
    (
      #"{"quote": "q", "ratio": ["A", "P"], "expected": 2}"#,
      "1:26: ratio[0]: expected [row, column], as [\"UR-GAN\", \"precision@5\"], found \"A\""
    ),
    (
      #"{"quote": "q", "equal": [["A"]], "expected": 2}"#,
      "1:26: equal[0]: expected [row, column], as [\"UR-GAN\", \"precision@5\"], found an array"
    ),
    (
      #"{"quote": "q", "equal": [{"row": "A", "column": "P", "take": "last"}], "expected": 2}"#,
      "1:62: equal[0].take: unknown value \"last\"; expected one of reported, best, best-epoch"
    ),
    (
      #"{"quote": "q", "equal": [["A", "P"]]}"#,
      "1:25: equal: one number needs \"expected\" to be equal to"
    ),
    (
      #"{"quote": "q", "equal": [["A", "P"], ["B", "P"]], "rounding": {"relative": 0.1}}"#,
      "1:63: rounding: expected \"rounding\" with \"absolute\" or \"decimals\": how far apart equal"
        + " numbers may lie"
    ),
    (
      #"{"quote": "q", "equal": [["A", "P"]], "expected": 0, "rounding": {"significant": 1}}"#,
      "1:66: rounding: 0 has no significant digits"
    ),
    (
      #"{"quote": "q", "best": "A", "on": ["P"], "among": ["B", "A"]}"#,
      "1:57: among[1]: \"A\" cannot be ahead of itself"
    ),
    (
      #"{"quote": "q", "best": "A", "on": []}"#,
      "1:35: on: this list is empty; expected at least 1 element"
    ),
    (
      #"{"quote": "q", "monotone": ["A", "P"], "direction": "up"}"#,
      "1:53: direction: unknown value \"up\"; expected one of rising, falling"
    ),
    (
      #"{"quote": "q", "monotone": ["A", "P"], "direction": "rising", "from": 5, "to": 5}"#,
      "1:80: to: expected more than \"from\""
    ),
    (
      #"{"quote": "q", "monotone": [], "direction": "rising"}"#,
      "1:28: monotone: this list is empty; expected a learning curve, or points"
    ),
    (
      #"{"quote": "q", "monotone": [{"row": "A", "column": "P", "take": "best"}], "direction": "rising"}"#,
      "1:65: monotone[0].take: a trend looks at the whole learning curve"
    ),
    (
      #"{"quote": "q", "peaked": [{"x": 2, "y": ["A", "P"]}, {"x": 2, "y": ["B", "P"]}], "expected": 2}"#,
      "1:54: peaked[1]: the points do not ascend in x"
    ),
    (
      #"{"quote": "q", "peaked": [{"x": 2, "y": ["A", "P"]}], "expected": 2}"#,
      "1:26: peaked: a trend needs at least 2 points"
    ),
    (
      #"{"quote": "q", "peaked": [{"x": 2, "y": ["A", "P"]}, {"x": 3, "y": ["B", "P"]}], "expected": 1}"#,
      "1:94: expected: no point lies within 0.5…1.5; the points are at 2, 3"
    ),
    (
      #"{"quote": "q", "converges": [{"x": 2, "y": ["A", "P"]}, {"x": 3, "y": ["B", "P"]}], "by": 1, "within": 1}"#,
      "1:29: converges: expected a learning curve, found points"
    ),
    (
      #"{"quote": "q", "converges": ["A", "P"], "by": 1}"#,
      "1:1: the key \"within\" is missing (how far from its last value)"
    ),
  ])
  func refusals(text: String, expected: String) {
    let problem = #expect(throws: Problem.self) {
      try Claim(decoding: JSON.parse(text, file: "c.json"))
    }
    #expect(problem?.message == "c.json:\(expected)")
    #expect(problem?.kind == .usage)
  }
}
