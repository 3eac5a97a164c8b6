import Experiments
import Schema
import Testing

/// Every refusal names the place in the file that has to change.
@Suite struct SpecCheckTests {
  @Test(arguments: [
    // Names
    (#"{"sytems": []}"#, #"1:2: sytems: unknown key; did you mean "systems"?"#),
    (
      #"{"data": {"dataset": "ml100k"}}"#,
      #"1:22: data.dataset: unknown data set "ml100k"; did you mean "ml-100k"?"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "itempop"}]}"#,
      #"1:44: systems[0].recommender: unknown recommender "itempop"; did you mean "item-pop"?"#
    ),
    (
      #"{"metrics": ["precison@5"]}"#,
      #"1:14: metrics[0]: unknown metric "precison"; did you mean "precision"?"#
    ),
    (
      #"{"selection": {"metric": "ndcg@10"}}"#,
      "1:26: selection.metric: \"ndcg@10\" is not among the metrics of this spec;"
        + " expected one of precision@5, ndcg@5(ideal=full)"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "selection": {"metric": "ndcg@5"}}]}"#,
      "1:78: systems[0].selection.metric: \"ndcg@5\" is not among the metrics of this spec;"
        + " did you mean \"ndcg@5(ideal=full)\"?"
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["recall@5"]}]}"#,
      "1:39: tables[0].columns[0]: \"recall@5\" is not among the metrics of this spec;"
        + " expected one of precision@5, ndcg@5(ideal=full)"
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "published": {"Itempop": {}}}]}"#,
      #"1:69: tables[0].published.Itempop: unknown system "Itempop"; did you mean "ItemPop"?"#
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "published": {"BPR": {"ndcg@5": 1}}}]}"#,
      "1:77: tables[0].published.BPR.ndcg@5: the table has no such column;"
        + " expected one of precision@5"
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "systems": ["BRP"]}]}"#,
      #"1:67: tables[0].systems[0]: unknown system "BRP"; did you mean "BPR"?"#
    ),
    (
      #"{"figures": [{"name": "f", "y": ["precision@5"], "systems": ["ItemPop", "UR-GAN"]}]}"#,
      "1:73: figures[0].systems[1]: unknown system \"UR-GAN\"; expected one of ItemPop, BPR"
    ),
    (
      #"{"figures": [{"name": "f", "y": ["precision@5"], "x": "epohc"}]}"#,
      #"1:55: figures[0].x: unknown value "epohc"; did you mean "epoch"?"#
    ),
    (
      #"{"training": {"curveMetrics": ["recall@5"]}}"#,
      "1:32: training.curveMetrics[0]: \"recall@5\" is not among the metrics of this spec;"
        + " expected one of precision@5, ndcg@5(ideal=full)"
    ),
    (
      "{\"training\": {\"curveMetrics\": [\"precision@5\"]},\n"
        + #" "figures": [{"name": "f", "y": ["precision@5", "ndcg@5(ideal=full)"]}]}"#,
      "2:49: figures[0].y[1]: \"ndcg@5(ideal=full)\" is measured after the last epoch alone;"
        + #" "BPR" has to have it among its "curveMetrics""#
    ),
    (
      #"{"selection": {"metric": "precision@5", "on": "test"}, "training": {"curveMetrics": ["precision@5"]}}"#,
      "1:85: training.curveMetrics: \"ndcg@5(ideal=full)\" is measured after the last epoch alone;"
        + #" "BPR" has to have it among its "curveMetrics""#
    ),
    // Sizes
    (
      #"{"metrics": ["precision@0"]}"#,
      "1:14: metrics[0]: 0 is out of range; expected 1…2147483647"
    ),
    (#"{"seeds": []}"#, "1:11: seeds: this list is empty; expected at least 1 element"),
    (#"{"seeds": [1, 1]}"#, "1:15: seeds[1]: the seed 1 is given twice"),
    (#"{"seeds": [-1]}"#, "1:12: seeds[0]: -1 is out of range; expected at least 0"),
    (#"{"metrics": []}"#, "1:13: metrics: this list is empty; expected at least 1 metric"),
    (
      #"{"metrics": ["precision@5", {"name": "precision", "at": 5}]}"#,
      "1:29: metrics[1]: \"precision@5\" is given twice"
    ),
    (#"{"systems": []}"#, "1:13: systems: this list is empty; expected at least 1 element"),
    (
      #"{"training": {"epochs": 0}}"#,
      "1:25: training.epochs: 0 is out of range; expected 1…100000000"
    ),
    (#"{"title": 4}"#, "1:11: title: expected a string, found 4"),
    // Systems
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
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "significance": {"against": "ItemPop"}}], "systems": [{"label": "ItemPop", "recommender": "item-pop"}, {"label": "B", "recommender": "item-pop", "data": {"sample": 9}}]}"#,
      #"1:83: tables[0].significance.against: "B" and "ItemPop" have different data, so their differences are no test of the systems; expected a table of systems with the same data"#
    ),
    // Significance
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
    // Choosing
    (
      #"{"training": {"earlyStopping": {"metric": "recall@5"}}}"#,
      "1:43: training.earlyStopping.metric: \"recall@5\" is not among the metrics of this spec;"
        + " expected one of precision@5, ndcg@5(ideal=full)"
    ),
    (
      #"{"tables": [{"name": "t", "columns": ["precision@5"], "published": {"BPR": {"precision@5": 1, "precision@5(averaging=macro)": 1}}}]}"#,
      "1:95: tables[0].published.BPR.precision@5(averaging=macro): \"precision@5\" is given twice"
    ),
    // Names of files
    (
      #"{"tables": [{"name": "../t", "columns": ["precision@5"]}]}"#,
      "1:22: tables[0].name: \"../t\" cannot name a file;"
        + " expected letters, digits, \"-\", \"_\" and \".\""
    ),
    (
      #"{"tables": [{"name": "curves", "columns": ["precision@5"]}]}"#,
      "1:22: tables[0].name: \"curves\" names another file of the results"
    ),
    (
      #"{"figures": [{"name": "table4", "y": ["precision@5"]}]}"#,
      "1:23: figures[0].name: the name \"table4\" is given twice"
    ),
    (
      #"{"claims": [{"quote": ""}]}"#,
      "1:23: claims[0].quote: a claim needs the paper's words"
    ),
    (
      #"{"claims": [{"expected": 2}]}"#,
      #"1:13: claims[0]: the key "quote" is missing (the paper's words)"#
    ),
    (
      #"{"claims": [{"quote": "q", "rato": 2}]}"#,
      #"1:36: claims[0].rato: the claim has no kind; did you mean "ratio"?"#
    ),
  ])
  func refusals(patch: String, expected: String) {
    #expect(throws: Problem.usage("patch.json:" + expected)) { try specPatched(patch) }
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
