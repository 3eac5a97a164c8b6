import Basics
import Experiments
import Testing

@Suite struct SystemCheckTests {
  @Test(arguments: [
    (
      #"{"systems": [{"label": "", "recommender": "item-pop"}]}"#,
      "1:24: systems[0].label: a label needs a character"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "item-pop"}, {"label": "A", "recommender": "mf-bpr"}]}"#,
      "1:67: systems[1].label: the label \"A\" is given twice"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "settings": {"factor": 8}}]}"#,
      #"1:67: systems[0].settings.factor: unknown key; did you mean "factors"?"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "settings": {"factors": -8}}]}"#,
      "1:78: systems[0].settings.factors: -8 is out of range; expected 1…4096"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "grid": {"factors": []}}]}"#,
      "1:74: systems[0].grid.factors: this grid axis is empty; expected at least 1 value"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "grid": {"factor": [8]}}]}"#,
      #"1:63: systems[0].grid.factor: unknown key; did you mean "factors"?"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "grid": {"factors": [8, 0]}}]}"#,
      "1:78: systems[0].grid.factors[1]: 0 is out of range; expected 1…4096"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "grid": {"factors": [8, 8.0]}}]}"#,
      "1:78: systems[0].grid.factors[1]: this value is already in the grid"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "settings": {"factors": 8}, "grid": {"factors": [8]}}]}"#,
      "1:67: systems[0].settings.factors: is given in \"settings\" and in \"grid\""
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "training": {"epoch": 8}}]}"#,
      #"1:67: systems[0].training.epoch: unknown key; did you mean "epochs"?"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "training": {"epoch": null}}]}"#,
      #"1:67: systems[0].training.epoch: null removes nothing here; did you mean "epochs"?"#
    ),
    // Data of a system
    (
      #"{"systems": [{"label": "A", "recommender": "item-pop", "data": {"sampel": 9}}], "tables": []}"#,
      #"1:65: systems[0].data.sampel: unknown key; did you mean "sample"?"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "item-pop", "data": {"sample": null}}], "tables": []}"#,
      #"1:65: systems[0].data.sample: null removes nothing here; expected one of dataset, files, feedback, split"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "item-pop", "data": {"split": {"method": "leave-one-out", "validation": 1}}}], "tables": []}"#,
      #"1:64: systems[0].data: "test" is not used by leave-one-out"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "selection": {"metric": "precision@5"}, "data": {"split": {"validation": 0}}}], "tables": []}"#,
      "1:78: systems[0].selection.metric: the selection is made on validation data, but the split has no validation"
        + " part; expected a \"validation\" share above 0 in data.split"
    ),
  ])
  func refusals(patch: String, expected: String) {
    let problem = #expect(throws: Problem.self) { try specPatched(patch) }
    #expect(problem?.kind == .usage && problem?.message == "patch.json:" + expected)
  }

  @Test func choosingNeedsValidationData() {
    let problem = #expect(throws: Problem.self) {
      try specPatched(#"{"data": {"split": {"validation": 0}}}"#)
    }
    #expect(
      problem?.message == "good.json:8:27: selection.metric: the selection is made on validation"
        + " data, but the split has no validation part; expected a \"validation\" share above 0 in"
        + " data.split")
  }

  @Test func choosingByTheTestPartNeedsNone() throws {
    let spec = try specPatched(
      #"{"data": {"split": {"validation": 0}}, "selection": {"on": "test"}}"#)
    #expect(spec.selection?.part == .test)
  }

  @Test func earlyStoppingNeedsASelection() {
    let stopping = #""training": {"earlyStopping": {"metric": "precision@5"}}"#
    let problem = #expect(throws: Problem.self) {
      try specPatched(
        #"{"systems": [{"label": "A", "recommender": "mf-bpr", "selection": null}], \#(stopping)}"#)
    }
    #expect(
      problem?.message == "patch.json:1:14: systems[0]: earlyStopping needs a selection on"
        + " validation data, which \"A\" has not; expected one, or \"training\":"
        + " {\"earlyStopping\": null}")
    #expect(throws: Never.self) { try specPatched("{\(stopping)}") }
  }

  @Test func aGridNeedsSomethingToChoose() {
    let problem = #expect(throws: Problem.self) { try specPatched(#"{"selection": null}"#) }
    #expect(
      problem?.message.hasSuffix(
        "systems[1].grid: \"BPR\" has a grid of 6 and nothing chooses among them; expected a"
          + " \"selection\"") == true, "\(problem?.message ?? "")")
  }
}
