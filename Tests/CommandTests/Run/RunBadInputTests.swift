import TestSupport
import Testing

/// Mistakes in specs and data, as `reprise run` reports them: one line, the right exit status, and
/// nothing trained.
@Suite struct RunBadInputTests {
  /// Runs the small spec changed by a patch, and expects this error.
  private func expect(
    _ message: String, status: Int32, _ patch: String, _ ratings: String? = nil
  ) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, patch)
      if let ratings { try folder.write(ratings, to: "ratings.tsv") }
      let result = try scene.run()
      #expect(result.status == status)
      #expect(result.output == "")
      let place = #/^error: (paper/small\.json:\d+:\d+: )?/#
      #expect(result.errors.replacing(place, with: "") == "\(message)\n")
      #expect(!folder.contents.contains { $0.hasPrefix("Results/") })
    }
  }

  @Test(arguments: [
    (#"{"titel": "x"}"#, #"titel: unknown key; did you mean "title"?"#),
    (#"{"seeds": "1"}"#, #"seeds: expected an array, found "1""#),
    (
      #"{"training": {"epochs": "many"}}"#,
      #"training.epochs: expected an integer, found "many""#
    ),
    (
      #"{"training": {"epochs": 0}}"#,
      "training.epochs: 0 is out of range; expected 1…100000000"
    ),
    (
      #"{"metrics": ["precison@5"]}"#,
      #"metrics[0]: unknown metric "precison"; did you mean "precision"?"#
    ),
    (
      #"{"metrics": ["precision@0"]}"#,
      "metrics[0]: 0 is out of range; expected 1…2147483647"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpt"}]}"#,
      #"systems[0].recommender: unknown recommender "mf-bpt"; did you mean "mf-bpr"?"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "settings": {"factors": -4}}]}"#,
      "systems[0].settings.factors: -4 is out of range; expected 1…4096"
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "settings": {"factor": 4}}]}"#,
      #"systems[0].settings.factor: unknown key; did you mean "factors"?"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "mf-bpr", "grid": {"factors": []}}]}"#,
      "systems[0].grid.factors: this grid axis is empty; expected at least 1 value"
    ),
    (
      #"{"data": {"split": {"validation": 0.2}}, "selection": {"metric": "recall@5"}}"#,
      #"selection.metric: "recall@5" is not among the metrics of this spec; "#
        + "expected one of precision@5, ndcg@5"
    ),
    (
      #"{"selection": {"metric": "ndcg@5"}}"#,
      "selection.metric: the selection is made on validation data, but the split has no validation"
        + #" part; expected a "validation" share above 0 in data.split"#
    ),
    (
      #"{"metrics": ["precision@5", "ndcg@5", "diversity@5"]}"#,
      #"no item feature "genre": the data set has none"#
    ),
    (
      #"{"systems": [{"label": "A", "recommender": "ur-gan"}], "tables": [], "figures": []}"#,
      #"A: ur-gan: the data set has no item attribute "genre"; it has none"#
    ),
  ])
  func aMistakeInTheSpec(patch: String, message: String) throws {
    try expect(message, status: 2, patch)
  }

  /// Whether the data set is at hand without a network.
  private static let hasMovieLens =
    (try? Command.reprise(
      ["data", "describe", "ml-100k"],
      environment: ["http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"]))?
    .status == 0

  @Test(.enabled(if: foundOrRequired(hasMovieLens), "ml-100k is not in the data folders"))
  func aMisspeltAttribute() throws {
    try expect(
      #"UR: ur-gan: the data set has no item attribute "gnere"; did you mean "genre"?"#,
      status: 2,
      """
      {"data": {"dataset": "ml-100k", "files": null}, "tables": [], "figures": [], "systems": [
        {"label": "BPR", "recommender": "mf-bpr"},
        {"label": "UR", "recommender": "ur-gan", "settings": {"attributes": ["gnere"]}}]}
      """)
  }

  @Test(arguments: [
    (#"{"test": 0}"#, #"files: the split "random-per-user" leaves nobody to test"#),
    (#"{"test": 0.001}"#, #"files: the split "random-per-user" leaves nobody to test"#),
    (
      #"{"method": "random", "test": 1}"#,
      "Pop: files: the split leaves nothing to learn from"
    ),
    (
      #"{"method": "files", "test": null, "trainFile": "../ratings.tsv", "testFile": "none.tsv"}"#,
      "paper/none.tsv: cannot be read: no such file or directory"
    ),
  ])
  func aSplitThatDoesNotServe(split: String, message: String) throws {
    try expect(message, status: 3, #"{"data": {"split": \#(split)}}"#)
  }

  @Test func aValidationPartWithNobodyInIt() throws {
    try expect(
      "files, seed 1: the validation part is empty", status: 3,
      """
      {"data": {"split": {"validation": 0.001}}, "selection": {"metric": "ndcg@5"}}
      """)
  }

  @Test(arguments: [
    ("1\t2\t3\t100\n2\t1\tfive\t1\n", #"2: the rating "five" is not a number"#),
    (
      "1\t2\t3\t100\n2\t1\t3\tnoon\n",
      #"2: the time "noon" is none; expected a number of seconds, as in the rows before"#
    ),
    ("1\t2\t3\t100\n2\t1\n", "2: has 2 cells; expected 4 as in the first line"),
    ("1\t2\t3\t100\n\n2\t1\t3\n", "3: has 3 cells; expected 4 as in the first line"),
    ("1\t2\t3\t100\n3\t2\t3\t1\n1\t2\t4\t9\n", "3: repeats user 1, item 2 of line 1"),
    ("1\t2\t3\t100\n\t2\t3\t4\n", "2: the user is empty"),
    (
      "only\n",
      "1: has 1 cell; expected user item [rating [time]], separated by tabs, commas, "
        + #""::" or spaces"#
    ),
  ])
  func aBadLineOfData(ratings: String, message: String) throws {
    try expect("ratings.tsv:\(message)", status: 3, "{}", ratings)
  }

  @Test func anEmptyFileOfData() throws {
    try expect("ratings.tsv: has no interactions", status: 3, "{}", "")
  }

  @Test(arguments: [
    (["--seeds", "0"], "--seeds 0: expected 1 to 1000"),
    (["--seeds", "1001"], "--seeds 1001: expected 1 to 1000"),
    (["--jobs", "0"], "--jobs 0: expected 1 to 4096"),
    (
      ["--profile", "quikc"],
      #"paper/small.json: unknown profile "quikc"; did you mean "quick"?"#
    ),
    (["--resutls", "x"], "Unknown option '--resutls'. Did you mean '--results'?"),
  ])
  func aMistakeOnTheCommandLine(options: [String], message: String) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let result = try Command.reprise(["run", "paper/small.json"] + options, in: folder.path)
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("error: \(message)\n"))
      #expect(scene.trials().isEmpty)
    }
  }

  /// Every row is multiplied by 1 − 10 · 10 in every step.
  @Test(arguments: ["1", "2"])
  func aTrialThatDiverges(jobs: String) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "tables": [], "figures": [], "systems": [
          {"label": "Pop", "recommender": "item-pop"},
          {"label": "Wild", "recommender": "mf-bpr", "settings": {"learningRate": 10, "l2": 10}}]}
        """)
      for _ in 0..<2 {
        let result = try scene.run("--jobs", jobs)
        #expect(result.status == 1)
        #expect(
          result.errors.hasSuffix(
            "\nerror: Wild, seed 1, epoch 1: the pairwise loss is no longer a finite number;"
              + " a smaller learning rate may help\n")
            || result.errors.hasPrefix("error: Wild, seed 1, epoch 1: the pairwise loss"))
      }
      // What was finished before stays finished.
      #expect(folder.contents.filter { $0.hasSuffix("/trial.json") }.count <= 1)
      #expect(folder.contents.contains("Results/paper/small/manifest.json"))
    }
  }
}
