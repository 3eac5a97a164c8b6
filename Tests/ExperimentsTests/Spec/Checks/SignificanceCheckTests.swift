import Basics
import Experiments
import Testing

@Suite struct SignificanceCheckTests {
  @Test(arguments: [
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "ItemPob"}}]}"#,
      #"1:83: tables[0].significance.against: "ItemPob" is no row of this table; did you mean "ItemPop"?"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "BPR"}, "systems": ["ItemPop"]}]}"#,
      #"1:83: tables[0].significance.against: "BPR" is no row of this table; expected one of ItemPop"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "ItemPop"}, "systems": ["ItemPop"]}]}"#,
      #"1:83: tables[0].significance.against: the table has no other row to compare with this one"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"test": "wilcoxon"}}]}"#,
      #"1:71: tables[0].significance: the key "against" is missing (the label of the row that the others are compared with)"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "BPR", "test": "t-test"}}]}"#,
      #"1:98: tables[0].significance.test: unknown value "t-test"; expected one of paired-t, wilcoxon, randomisation"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "BPR", "correction": "hulm"}}]}"#,
      #"1:104: tables[0].significance.correction: unknown value "hulm"; did you mean "holm"?"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "BPR", "level": 0}}]}"#,
      #"1:99: tables[0].significance.level: 0 is out of range; expected above 0 and at most 0.5"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "BPR", "resamples": 999}}]}"#,
      #"1:103: tables[0].significance.resamples: the paired t-test draws nothing; leave this out"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "BPR", "test": "randomisation", "resamples": 9}}]}"#,
      #"1:128: tables[0].significance.resamples: 9 is out of range; expected 99…10000000"#
    ),
    (
      #"{"seeds": [4], "tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "BPR", "over": "seeds"}}]}"#,
      #"1:112: tables[0].significance.over: a test over seeds needs at least two seeds, and the spec has 1"#
    ),
    (
      #"{"metrics": ["precision@5", "coverage@5"], "tables": [{"name": "t", "columns": ["coverage@5"], "significance": {"against": "BPR"}}]}"#,
      #"1:112: tables[0].significance: no column of the table is a mean over users, so no test can be"#
    ),
    (
      #"{"selection": {"on": "test"}, "tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "ItemPop"}}]}"#,
      #"1:100: tables[0].significance: "BPR" is chosen by the test part, at an epoch whose values per user are not kept; expected "over": "seeds", or a selection on validation data"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "ItemPop"}}, {"name": "t-significance", "columns": ["precision@5"]}]}"#,
      #"1:71: tables[0].significance: its results go to t-significance.csv, which is the name of another table or figure"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "ItemPop"}}], "systems": [{"label": "ItemPop", "recommender": "item-pop"}, {"label": "B", "recommender": "item-pop", "data": {"sample": 9}}]}"#,
      #"1:83: tables[0].significance.against: "B" and "ItemPop" have different data, so their differences are no test of the systems; expected a table of systems with the same data"#
    ),
  ])
  func refusals(patch: String, expected: String) {
    let problem = #expect(throws: Problem.self) { try specPatched(patch) }
    #expect(problem?.kind == .usage && problem?.message == "patch.json:" + expected)
  }

  @Test func aTestOverSeedsNeedsTwo() throws {
    let spec = try specPatched(
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "BPR", "over": "seeds"}}]}"#
    )
    #expect(
      throws: Problem.usage(
        "--seeds 1: the significance test of the table \"t\" is over seeds and needs at least two")
    ) { try spec.check(seeds: 1) }
    #expect(throws: Never.self) { try spec.check(seeds: 2) }
    #expect(throws: Never.self) { try specPatched().check(seeds: 1) }
  }
}
