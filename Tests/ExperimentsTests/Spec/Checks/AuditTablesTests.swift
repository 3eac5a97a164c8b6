import Basics
import Evaluation
import Experiments
import Results
import Testing

/// Specs that hold what a paper prints, and what the audit is told of them.
@Suite struct AuditTablesTests {
  private func spec(_ text: String) throws -> Spec {
    try Spec(decoding: JSON.parse(text, file: "a.json"))
  }

  private func message(_ text: String) -> String? {
    let problem = #expect(throws: Problem.self) { try spec(text) }
    return problem?.message
  }

  @Test func aSpecWithoutSystemsHoldsPublishedTables() throws {
    let spec = try spec(
      #"""
      {"title": "T", "source": {"doi": "10.1/2"}, "tables": [
        {"name": "t", "columns": ["precision@5", "map"], "definitions": {"averaging": "micro"},
         "published": {"B": {"precision@5": 0.20, "map": null}, "A": {"precision@5": "NaN"}},
         "quantities": [{"name": "loss", "kind": "log-loss", "published": {"B": 0.10, "C": 3}}]}]}
      """#)
    #expect(spec.systems.isEmpty)
    let table = try #require(spec.auditTables(file: "x.json").first)
    #expect(table.file == "x.json")
    #expect(table.document == "10.1/2")
    #expect(table.labels == ["B", "A", "C"])
    #expect(table.columns.map(\.name) == ["precision@5", "map", "loss"])
    #expect(
      table.columns.map(\.measure) == [
        Measure(.precision, at: 5), Measure(.share), Measure(.logLoss),
      ])
    #expect(table.definitions.averaging == .micro)
    let text = spec.tables[0].encoded().canonicalText
    let again = try TableSpec(decoding: JSON.parse(text, file: "again"))
    #expect(again.encoded().canonicalText == text)
    #expect(text.contains(#""A":{"precision@5":"NaN"}"#))
  }

  @Test func definitionsComeFromTheMetricsAndTheDataWhereTheTableIsSilent() throws {
    let measured = try specPatched().auditTables(file: "x.json")[0]
    #expect(measured.definitions.dataset == "ml-100k")
    #expect(measured.definitions.averaging == nil)
    #expect(measured.labels == ["ItemPop", "BPR"])
    let named = try spec(
      #"""
      {"title": "T", "tables": [{"name": "t",
        "columns": ["precision@5(averaging=micro)", "ndcg@5(ideal=full)", "recall@5(over=truncated)"]}]}
      """#
    ).auditTables(file: "x.json")[0]
    #expect(named.definitions.averaging == .micro)
    #expect(named.definitions.ideal == .full)
    #expect(named.columns[2].measure == Measure(.share))
    #expect(named.definitions.dataset == nil)
  }

  @Test(arguments: [
    (
      #"{"title": "T"}"#,
      "there is nothing to measure and nothing to audit; expected \"systems\", or"
    ),
    (
      #"{"title": "T", "seeds": [1], "tables": []}"#,
      "the key \"systems\" is missing (what is compared; none: nothing is measured)"
    ),
    (
      #"{"title": "T", "systems": [{"label": "A", "recommender": "item-pop"}]}"#,
      "the key \"data\" is missing (what is learned from and tested on)"
    ),
    (
      #"{"title": "T", "tables": [{"name": "t"}]}"#,
      "the key \"columns\" is missing (the metrics shown; or \"quantities\" of the paper's own)"
    ),
    (
      #"{"title": "T", "tables": [{"name": "t", "quantities": [{"name": "s", "kind": "second", "published": {}}]}]}"#,
      "tables[0].quantities[0].kind: unknown value \"second\"; did you mean \"seconds\"?"
    ),
    (
      #"{"title": "T", "tables": [{"name": "t", "quantities": [{"name": "s", "kind": "seconds"}]}]}"#,
      "tables[0].quantities[0]: the key \"published\" is missing"
    ),
    (
      #"{"title": "T", "tables": [{"name": "t", "quantities": [{"name": "s", "kind": "seconds", "published": {"A": "fast"}}]}]}"#,
      "published.A: expected a number, null or \"NaN\", found \"fast\""
    ),
    (
      #"{"title": "T", "tables": [{"name": "t", "columns": ["mrr@5"], "quantities": [{"name": "mrr@5", "kind": "mrr", "published": {}}]}]}"#,
      "tables[0].quantities[0].name: \"mrr@5\" is given twice"
    ),
    (
      #"{"title": "T", "tables": [{"name": "t", "columns": ["mrr@5"], "definitions": {"averaging": "pooled"}}]}"#,
      "tables[0].definitions.averaging: unknown value \"pooled\"; expected one of macro, micro"
    ),
  ])
  func refusals(text: String, expected: String) throws {
    let found = try #require(message(text))
    #expect(found.contains(expected), "\(found)")
    #expect(found.hasPrefix("a.json:1:"))
  }

  @Test func aRowOfAMeasuredTableIsOneOfItsSystems() {
    #expect(
      throws: Problem.usage(
        "patch.json:1:128: tables[0].quantities[0].published.ItemPup: unknown system \"ItemPup\";"
          + " did you mean \"ItemPop\"?")
    ) {
      try specPatched(
        #"{"tables": [{"name": "t", "columns": ["precision@5"], "quantities": [{"name": "s", "kind": "seconds", "published": {"ItemPup": 2}}]}]}"#
      )
    }
  }
}
