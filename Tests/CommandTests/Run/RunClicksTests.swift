import Basics
import Results
import TestSupport
import Testing

/// Predictions of clicks from a user's own CSV file, from the spec to the files.
@Suite struct RunClicksTests {
  private static let spec = """
    {"title": "Clicks", "data": {"dataset": "csv",
       "csv": {"files": ["../clicks.csv"], "columns": {"who": "user", "what": "item", "price": "number",
         "tags": "set", "clicked": "label"}},
       "clicks": {"label": "clicked", "fields": ["user", "item", {"field": "price", "buckets": 4}, "tags"]},
       "split": {"method": "random", "test": 0.25, "validation": 0.2}},
     "seeds": [1, 2],
     "metrics": ["roc-auc", "log-loss", "log-loss(on=training)", "calibration-error"],
     "training": {"epochs": 6, "evaluateEvery": 2, "checkpointEvery": 2},
     "systems": [
       {"label": "LR", "recommender": "lr", "settings": {"batch": 16, "learningRate": 0.02}},
       {"label": "DeepFM", "recommender": "deep-fm", "settings": {"batch": 16, "hidden": [8]},
        "grid": {"learningRate": [1e-5, 0.02]}, "selection": {"metric": "log-loss", "on": "validation"}}],
     "tables": [{"name": "table", "columns": ["roc-auc", "log-loss"],
       "published": {"LR": {"log-loss": 0.6}}}],
     "figures": [{"name": "figure", "y": ["log-loss", "log-loss(on=training)"]},
       {"name": "kept", "x": "probability", "y": ["calibration-error"]}],
     "claims": [{"quote": "DeepFM loses least", "best": "DeepFM", "on": ["log-loss"], "better": "lower", "among": ["LR"]}]}
    """

  /// A click where the parities of user and item agree, mostly.
  private static func text(records: Int = 400, label: (Int) -> String? = { _ in nil }) -> String {
    var random = Random(seed: 2, stream: "clicks")
    var lines = ["who,what,price,tags,clicked"]
    for record in 0..<records {
      let (user, item) = (random.below(8), random.below(6))
      let click = random.uniform() < (user % 2 == item % 2 ? 0.9 : 0.1) ? "1" : "0"
      let tags = item == 0 ? "" : "t\(item % 3)|t\(item % 2)"
      lines.append("u\(user),i\(item),\(item * item),\(tags),\(label(record) ?? click)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func experiment(
    _ folder: TemporaryFolder, _ patch: JSON = [:], text: String = Self.text()
  ) throws {
    try folder.write(text, to: "clicks.csv")
    let spec = try JSON.parse(Self.spec, file: "spec").merging(patch: patch)
    try folder.write(spec.canonicalText, to: "paper/clicks.json")
  }

  private func run(_ folder: TemporaryFolder, _ more: String...) throws -> CommandResult {
    try Command.reprise(["run", "paper/clicks.json"] + more, in: folder.path)
  }

  @Test func aRunLeavesTableCurvesOnBothPartsVerdictAndCosts() throws {
    try withTemporaryFolder { folder in
      try experiment(folder)
      let result = try run(folder)
      #expect(result.status == 0, "\(result.errors)")
      let table = try folder.text(of: "Results/paper/clicks/table.md")
      #expect(
        table.contains(
          "Data: csv, label clicked, fields user, item, price (4 buckets), tags, random"))
      #expect(table.contains("DeepFM: learningRate 0.02, "))
      #expect(!table.contains("Every item is ranked"))
      let figure = try folder.text(of: "Results/paper/clicks/figure.csv")
      #expect(figure.contains("DeepFM,log-loss(on=training),"))
      let curves = try Curve(reading: folder["Results/paper/clicks/curves.csv"]).points
      let losses = curves.filter { $0.system == "LR" && $0.seed == 1 && $0.metric == "log-loss" }
      #expect(losses.map(\.epoch) == [0, 2, 4, 6])
      let kept = try folder.text(of: "Results/paper/clicks/kept.csv").split(separator: "\n")
      #expect(kept.count > 6 && kept[1].hasPrefix("LR,calibration-error,"))
      let verdicts = try folder.text(of: "Results/paper/clicks/verdicts.md")
      #expect(verdicts.contains("DeepFM lower than LR in LogLoss"))
      let costs = try folder.text(of: "Results/paper/clicks/cost.md")
      #expect(costs.contains("1000000 records, s") && !costs.contains("1000 users"))
    }
  }

  @Test func anInterruptedRunEndsWithTheSameBytesAndWorkersGiveThemToo() throws {
    try withTemporaryFolder { folder in
      try experiment(folder)
      #expect(try run(folder).status == 0)
      #expect(try run(folder, "--results", "Again", "--jobs", "2").status == 0)
      for name in ["table.csv", "curves.csv", "figure.csv", "verdicts.csv"] {
        #expect(
          try folder.text(of: "Results/paper/clicks/\(name)")
            == folder.text(of: "Again/paper/clicks/\(name)"), "\(name)")
      }
    }
  }

  @Test func anUnseenCategoryIsUnknownNotAnError() throws {
    try withTemporaryFolder { folder in
      let rare = Self.text() + (0..<8).map { "new\($0),i1,3,t9,\($0 % 2)\n" }.joined()
      try experiment(folder, ["data": ["split": ["method": "random", "test": 0.5]]], text: rare)
      let result = try run(folder)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  static let refused: [(patch: JSON, status: Int32, expected: String)] = [
    (
      ["claims": [["quote": "least", "best": "LR", "on": ["log-loss"], "among": ["DeepFM"]]]], 2,
      "expected \"better\": \"lower\""
    ),
    (["data": ["clicks": ["fields": ["user", "user"]]]], 2, "named twice"),
    (
      [
        "data": [
          "csv": ["columns": ["who": "category"]], "clicks": ["fields": ["item", "price"]],
        ],
        "metrics": [
          "roc-auc", "log-loss", "log-loss(on=training)", "grouped-auc", "calibration-error",
        ],
      ], 2,
      "metrics[3]: \"grouped-auc\" needs to know whose each record is, which \"csv\" does not tell; expected"
        + " a column of kind \"user\" in data.csv.columns, or \"roc-auc\""
    ),
    (["data": ["clicks": ["fields": ["user", "colour"]]]], 3, "has no field \"colour\""),
    (["data": ["csv": ["columns": ["pricee": "number"]]]], 3, "did you mean \"price\"?"),
    (
      [
        "systems": [
          [
            "label": "LR", "recommender": "lr",
            "selection": ["metric": "log-loss(on=training)", "on": "validation"],
          ]
        ], "tables": [], "figures": [], "claims": [],
      ], 2, "expected a metric of held-out ones"
    ),
    (
      [
        "claims": [
          [
            "quote": "soon",
            "order": [
              ["row": "LR", "column": "log-loss", "take": "best-epoch"],
              ["row": "DeepFM", "column": "log-loss", "take": "best-epoch"],
            ],
          ]
        ]
      ], 2, "takes the greatest value"
    ),
    (["figures": [["name": "f", "x": "probability", "y": ["log-loss"]]]], 2, "keeps no bins"),
    (["metrics": ["ndcg@5"]], 2, "measures rankings, and lr predicts clicks"),
    (["data": ["clicks": .null]], 2, "or \"clicks\" to predict them"),
    (
      [
        "metrics": [
          "roc-auc", "log-loss", "log-loss(on=training)", "calibration-error", "expected-log-loss",
        ]
      ], 2,
      "only simulated data know"
    ),
    (
      ["data": ["split": ["method": "leave-one-out", "test": .null, "validation": 1]]], 2,
      "random-per-user"
    ),
  ]

  @Test(arguments: refused)
  func refusesTheCauseFirst(patch: JSON, status: Int32, expected: String) throws {
    try withTemporaryFolder { folder in
      try experiment(folder, patch)
      let result = try run(folder)
      #expect(result.status == status)
      let first = result.errors.split(separator: "\n").first { $0.hasPrefix("error:") }
      #expect(first?.contains(expected) == true, "\(result.errors)")
    }
  }

  @Test func labelsOfOneKindLeaveTheAUCUndefinedAndItIsSaidSo() throws {
    try withTemporaryFolder { folder in
      try experiment(folder, text: Self.text { _ in "1" })
      let result = try run(folder)
      #expect(result.status == 3)
      #expect(result.errors.contains("test part: all labels are 1, so \"roc-auc\" is not defined"))
    }
  }

  @Test func aLabelThatIsNeither0Nor1NamesFileAndLine() throws {
    try withTemporaryFolder { folder in
      try experiment(folder, text: Self.text { $0 == 6 ? "yes" : nil })
      let result = try run(folder)
      #expect(result.status == 3)
      #expect(
        result.errors.contains("clicks.csv:8: clicked: expected the label 0 or 1, found \"yes\""))
    }
  }

  @Test func aModelOfClicksRecommendsNothingAndSaysSo() throws {
    try withTemporaryFolder { folder in
      try experiment(folder)
      #expect(try run(folder, "--seeds", "1").status == 0)
      let checkpoint = try #require(folder.contents.first { $0.hasSuffix("checkpoint.h5") })
      let result = try Command.reprise(
        ["recommend", "--checkpoint", checkpoint, "--user", "u1"], in: folder.path)
      #expect(
        result.status == 2 && result.errors.contains("predicts clicks, it does not rank items"))
    }
  }

  @Test func thePartsOfASpecAreWrittenForOtherPrograms() throws {
    try withTemporaryFolder { folder in
      try experiment(folder)
      let split = { (more: [String]) in
        try Command.reprise(
          ["data", "split", "--spec", "paper/clicks.json", "--output", "parts"] + more,
          in: folder.path)
      }
      let result = try split(["--seed", "2"])
      #expect(result.output == "240 to learn from, 60 to choose by, 100 to test on in parts\n")
      let parts = try ["train", "validation", "test"].map {
        try folder.text(of: "parts/\($0).csv").split(separator: "\n")
      }
      #expect(
        parts.map { $0.first } == [Substring](repeating: "label,user,item,price,tags", count: 3))
      #expect(parts.map(\.count) == [241, 61, 101])
      // Every record is in one part: user, item and label as they were read.
      let written = parts.flatMap { $0.dropFirst() }.map { line in
        line.split(separator: ",").prefix(3).joined(separator: ",")
      }
      let read = Self.text().split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[4]),\(cells[0]),\(cells[1])"
      }
      #expect(written.sorted() == read.sorted())
      #expect(try split(["--test", "0.5"]).status == 2)
      #expect(try Command.reprise(["data", "split", "--output", "parts"]).status == 2)
    }
  }
}
