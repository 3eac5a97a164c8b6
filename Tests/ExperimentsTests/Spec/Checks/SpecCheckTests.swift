import Basics
import Experiments
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
    let problem = #expect(throws: Problem.self) { try specPatched(patch) }
    #expect(problem?.kind == .usage && problem?.message == "patch.json:" + expected)
  }
}
