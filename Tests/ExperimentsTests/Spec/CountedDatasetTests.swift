import Basics
import Experiments
import Testing

/// Tables of data sets that are counted.
@Suite struct CountedDatasetTests {
  private func spec(_ table: String) throws -> Spec {
    let quantities = #"[{"name": "users", "kind": "users", "published": {"A": 3}}]"#
    return try Spec(
      decoding: JSON.parse(
        #"{"title": "T", "tables": [{"name": "t", "#
          + (table.contains("quantities") ? "" : #""quantities": \#(quantities), "#)
          + "\(table)}]}", file: "a.json"))
  }

  @Test func rowsNameTheirData() throws {
    let spec = try spec(
      #""rows": "dataset", "datasets": {"A": {"dataset": "ml-1m", "feedback": {"ratingAtLeast": 4}}}"#
    )
    let row = try #require(spec.tables[0].datasets.first)
    #expect(row.row == "A" && row.data.dataset == "ml-1m" && row.data.feedback == .ratingAtLeast(4))
    #expect(spec.isMeasured)
    #expect(
      spec.tables[0].encoded()["datasets"] == [
        "A": ["dataset": "ml-1m", "files": [], "feedback": ["ratingAtLeast": 4]]
      ])
    // One that counts nothing is as it was.
    let audited = try self.spec(#""rows": "dataset""#)
    #expect(!audited.isMeasured && audited.tables[0].encoded()["datasets"] == nil)
  }

  @Test(arguments: [
    (
      #""datasets": {"A": {"dataset": "ml-1m"}}"#,
      #""datasets" is used where "rows" is "dataset" only"#
    ),
    (
      #""rows": "dataset", "datasets": {"A": {"dataset": "ml-1m", "split": {}}}"#,
      #"datasets.A.split: "split" is not used here: the whole data set is counted"#
    ),
    (
      #""rows": "dataset", "datasets": {"A": {"dataset": "ml-1m", "sample": 3}}"#,
      #"datasets.A.sample: "sample" is not used here: the whole data set is counted"#
    ),
    (
      #""rows": "dataset", "datasets": {"A": {"dataset": "ml-2m"}}"#,
      #"unknown data set "ml-2m"; did you mean "ml-1m"?"#
    ),
    (
      #""rows": "dataset", "datasets": {"B": {"dataset": "ml-1m"}}"#,
      #"published.A: "A" is not among the table's "datasets"; did you mean "B"?"#
    ),
    (
      #""rows": "dataset", "systems": ["A"], "datasets": {"A": {"dataset": "ml-1m"}}"#,
      #"systems: "systems" is not used beside "datasets""#
    ),
    (
      #""rows": "dataset", "datasets": {"A": {"dataset": "ml-1m"}}, "#
        + #""quantities": [{"name": "s", "kind": "seconds", "published": {"A": 3}}]"#,
      #"nothing is counted in "datasets"; expected a quantity of the kind "users", "items", "#
        + #""interactions", "sparsity""#
    ),
  ])
  func refuses(table: String, mention: String) {
    let problem = #expect(throws: Problem.self) { try spec(table) }
    #expect(problem?.message.contains(mention) == true, "\(String(describing: problem))")
    #expect(problem?.message.hasPrefix("a.json:1:") == true)
  }
}
