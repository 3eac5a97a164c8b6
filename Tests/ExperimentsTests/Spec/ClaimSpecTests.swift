import Basics
import Experiments
import Results
import Testing

/// How claims must fit the spec that makes them.
@Suite struct ClaimSpecTests {
  /// The good spec with one claim of these members.
  private func spec(_ members: String, more: String = "") throws -> Spec {
    try specPatched(#"{\#(more)"claims": [{"quote": "q", \#(members)}]}"#)
  }

  @Test(arguments: [
    (
      #""ratio": [["BRP", "precision@5"], ["ItemPop", "precision@5"]], "expected": 2"#,
      #"1:39: claims[0].ratio[0][0]: unknown system "BRP"; did you mean "BPR"?"#
    ),
    (
      #""ratio": [["BPR", "precison@5"], ["ItemPop", "precision@5"]], "expected": 2"#,
      #"1:46: claims[0].ratio[0][1]: "precison@5" is not among the metrics of this spec; did you mean "precision@5"?"#
    ),
    (
      #""order": [["BPR", "precision@5", "table5"], ["ItemPop", "precision@5"]]"#,
      #"1:61: claims[0].order[0][2]: unknown table "table5"; did you mean "table4"?"#
    ),
    (
      #""reported": [["BPR", "ndcg@5(ideal=full)", "table4"]]"#,
      #"1:49: claims[0].reported[0][1]: the table has no column "ndcg@5(ideal=full)"; expected one of precision@5"#
    ),
    (
      #""best": "BPR", "on": ["recall@5"]"#,
      #"1:50: claims[0].on[0]: "recall@5" is not among the metrics of this spec; expected one of precision@5, ndcg@5(ideal=full)"#
    ),
    (
      #""best": "BPR", "on": ["precision@5"], "among": ["Random"]"#,
      #"1:76: claims[0].among[0]: unknown system "Random"; expected one of ItemPop, BPR"#
    ),
    (
      #""best": "ItemPop", "on": ["precision@5"]"#,
      #"1:13: claims[0]: no other row is printed to compare with; name the rows in "among""#
    ),
    (
      #""converges": ["ItemPop", "precision@5"], "by": 5, "within": 0.1"#,
      #"1:42: claims[0].converges[0]: "ItemPop" is fitted once and has no learning curve; expected a system that learns by epochs"#
    ),
    (
      #""equal": [{"row": "ItemPop", "column": "precision@5", "take": "best"}], "expected": 1"#,
      #"1:46: claims[0].equal[0].row: "ItemPop" is fitted once and has no learning curve; expected a system that learns by epochs"#
    ),
    (
      #""monotone": ["BPR", "loss"], "direction": "rising""#,
      #"1:48: claims[0].monotone[1]: "loss" is not among the metrics of this spec; expected one of precision@5, ndcg@5(ideal=full)"#
    ),
  ])
  func refusals(members: String, expected: String) {
    #expect(throws: Problem.usage("patch.json:" + expected)) { try spec(members) }
  }

  private let two = #"""
    "tables": [
      {"name": "one", "columns": ["precision@5"], "published": {"ItemPop": {"precision@5": 0.2}}},
      {"name": "two", "columns": ["precision@5"], "published": {"ItemPop": {"precision@5": 0.20}}}],

    """#

  @Test func aCellOfTwoTablesNeedsTheTablesName() throws {
    #expect(
      throws: Problem.usage(
        "patch.json:4:41: claims[0].reported[0][0]: the tables \"one\" and \"two\" print different"
          + " numbers there; expected the name of one as well")
    ) { try spec(#""reported": [["ItemPop", "precision@5"]]"#, more: two) }
    let named = try spec(#""reported": [["ItemPop", "precision@5", "two"]]"#, more: two)
    // .20 is not .2: the digits are kept.
    let cells = named.publishedNumbers.cells
    #expect(cells.map(\.number.decimals) == [1, 2] && cells.map(\.table) == ["one", "two"])
  }

  @Test func theClaimIsJudgedOnTheSpecsOwnTable() throws {
    let claims = try spec(
      #""ratio": [["BPR", "precision@5"], ["ItemPop", "precision@5"]], "expected": 2"#,
      more:
        #""tables": [{"name": "t", "columns": ["precision@5"], "published": {"ItemPop": {"precision@5": 0.20}, "BPR": {"precision@5": 0.40}}}], "#
    )
    #expect(claims.claims[0].finding(on: claims.publishedNumbers)?.truth == .holds)
  }
}
