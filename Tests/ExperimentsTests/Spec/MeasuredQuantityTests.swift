import Basics
import Experiments
import Results
import Testing

/// Tables in the paper's own columns, with numbers of ours beside them.
@Suite struct MeasuredQuantityTests {
  private static let accuracy = """
    {"name": "accuracy", "kind": "percent", "published": {"A": 61.5},
     "measured": {"metric": "precision@5", "systems": {"A": "BPR", "B": "ItemPop"}}}
    """

  private func spec(_ quantities: String, _ more: String = "") throws -> Spec {
    try specPatched(#"{"tables": [{"name": "t", "quantities": [\#(quantities)]\#(more)}]}"#)
  }

  @Test func rowsAndSystemsAreApart() throws {
    let spec = try spec(
      Self.accuracy + """
        , {"name": "seconds", "kind": "seconds", "published": {},
           "measured": {"cost": "user-alone", "systems": {"B": "ItemPop", "A": "BPR"}}}
        """)
    let quantities = spec.tables[0].quantities
    #expect(quantities[0].measured?.metric?.name == "precision@5")
    #expect(quantities[1].measured?.cost == .userAlone)
    #expect(quantities[0].measured?.systems.map(\.system) == ["BPR", "ItemPop"])
    #expect(try Spec(decoding: spec.encoded()).tables[0].encoded() == spec.tables[0].encoded())
    #expect(spec.auditTables(file: "f")[0].labels == ["A"])
  }

  /// What is measured and not printed can be spoken of, too.
  @Test func claimsSpeakOfMeasuredColumns() throws {
    let means = """
      {"name": "mean", "kind": "number", "published": {},
       "measured": {"meanOf": ["precision@5", "ndcg@5(ideal=full)"], "systems": {"A": "BPR", "B": "ItemPop"}}}
      """
    let claim = #", "claims": [{"quote": "q", "order": [["A", "mean"], ["B", "mean"]]}]"#
    let tables = #"{"tables": [{"name": "t", "quantities": [\#(means)]}]\#(claim)}"#
    let spec = try specPatched(tables)
    #expect(spec.claims.count == 1)
    #expect(spec.tables[0].quantities[0].measured?.meanOf.count == 2)
    let problem = #expect(throws: Problem.self) {
      try specPatched(tables.replacing(#"["A", "mean"]"#, with: #"["A", "means"]"#))
    }
    #expect(problem?.message.contains(#""means" is not among"#) == true)
  }

  @Test(arguments: [
    (
      #"{"name": "s", "kind": "seconds", "published": {}, "measured": {"systems": {"A": "BPR"}}}"#,
      #"measured: there is nothing to show; expected a "metric", "meanOf" or a "cost""#
    ),
    (
      #"{"name": "s", "kind": "seconds", "published": {}, "measured": {"metric": "precision@5", "cost": "epoch", "systems": {"A": "BPR"}}}"#,
      #"measured.cost: a quantity is a "metric" or a "cost", not both"#
    ),
    (
      #"{"name": "s", "kind": "f1", "published": {}, "measured": {"metric": "precision@5", "meanOf": ["precision@5"], "systems": {"A": "BPR"}}}"#,
      #"measured.meanOf: a quantity is a "metric" or a "meanOf", not both"#
    ),
    (
      #"{"name": "s", "kind": "f1", "published": {}, "measured": {"meanOf": ["precision@5", "precision@6"], "systems": {"A": "BPR"}}}"#,
      #"meanOf[1]: "precision@6" is not among the metrics of this spec; did you mean "precision@5"?"#
    ),
    (
      #"{"name": "s", "kind": "seconds", "published": {}, "measured": {"cost": "epoch", "take": "best", "systems": {"A": "BPR"}}}"#,
      #"measured.take: a "cost" has no learning curve; "best" is of a metric"#
    ),
    (
      #"{"name": "s", "kind": "percent", "published": {}, "measured": {"metric": "precision@5", "take": "best", "systems": {"A": "ItemPop"}}}"#,
      #"systems.A: "ItemPop" is fitted once and has no learning curve"#
    ),
    (
      #"{"name": "s", "kind": "seconds", "published": {}, "measured": {"cost": "epoc", "systems": {"A": "BPR"}}}"#,
      #"unknown value "epoc"; did you mean "epoch"?"#
    ),
    (
      #"{"name": "s", "kind": "seconds", "published": {}, "measured": {"cost": "epoch", "systems": {"A": "BPT"}}}"#,
      #"systems.A: unknown system "BPT"; did you mean "BPR"?"#
    ),
    (
      #"{"name": "s", "kind": "seconds", "published": {}, "measured": {"cost": "epoch", "systems": {}}}"#,
      "systems: expected at least one row and its system"
    ),
    (
      #"{"name": "s", "kind": "percent", "published": {}, "measured": {"metric": "precision@7", "systems": {"A": "BPR"}}}"#,
      #"metric: "precision@7" is not among the metrics of this spec; did you mean "precision@5"?"#
    ),
    (
      #"{"name": "s", "kind": "seconds", "published": {"C": 1}, "measured": {"cost": "epoch", "systems": {"A": "BPR"}}}"#,
      #"published.C: "C" is no row of this table; did you mean "A"?"#
    ),
    (
      accuracy + #", {"name": "s", "kind": "seconds", "published": {}}"#,
      #"other quantities of this table are measured; expected "measured""#
    ),
    (
      accuracy
        + #", {"name": "s", "kind": "seconds", "published": {}, "measured": {"cost": "epoch", "systems": {"A": "BPR"}}}"#,
      "systems: every measured quantity has the same rows; expected A, B"
    ),
  ])
  func refuses(quantities: String, mention: String) {
    let problem = #expect(throws: Problem.self) { try spec(quantities) }
    #expect(problem?.message.contains(mention) == true, "\(String(describing: problem))")
    #expect(problem?.message.hasPrefix("patch.json:") == true)
  }

  @Test func refusesWhatIsOfOtherTables() {
    let problem = #expect(throws: Problem.self) {
      try spec(Self.accuracy, #", "columns": ["precision@5"]"#)
    }
    #expect(
      problem?.message.contains(
        #"columns: "columns" is not used beside quantities that are measured"#) == true)
  }
}
