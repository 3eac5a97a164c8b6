import Basics
import Foundation
import TestSupport
import Testing

/// What a pipeline mines of users, through the binary.
@Suite struct RunPipelineTests {
  private static let steps = """
    [{"step": "features", "behaviour": "kind", "category": "group"}, {"step": "min-max"},
     {"step": "integration", "threshold": 0.95}, {"step": "k-means", "from": 2, "to": 4}]
    """

  /// A spec with these steps, and a system that is told the cluster.
  private static func spec(_ steps: String = steps, systems: String? = nil) -> String {
    """
    {"title": "Shop",
     "data": {"dataset": "csv", "duplicates": "keep", "csv": {"files": ["../events.csv"],
       "columns": {"who": "user", "what": "item", "kind": "category", "when": "time"},
       "items": {"files": ["../items.csv"], "columns": {"id": "id", "group": "category"}}},
       "split": {"method": "random-per-user", "test": 0.2}},
     "pipeline": \(steps),
     "seeds": [1, 2], "metrics": ["ndcg@5"], "training": {"epochs": 2},
     "systems": \(systems ?? Self.systems),
     "tables": [{"name": "table", "columns": ["ndcg@5"]}]}
    """
  }

  private static let systems = """
    [{"label": "Pop", "recommender": "item-pop"},
     {"label": "plain", "recommender": "cfgan",
      "settings": {"rows": "users", "generatorHidden": [8], "discriminatorHidden": [8]}},
     {"label": "told", "like": "plain", "settings": {"userFeatures": ["cluster"]}}]
    """

  private func scene(_ folder: TemporaryFolder, _ spec: String) throws {
    try Self.write(to: folder)
    try folder.write(spec, to: "paper/shop.json")
  }

  private func reprise(_ folder: TemporaryFolder, _ arguments: String...) throws -> CommandResult {
    try Command.reprise(arguments, in: folder.path)
  }

  private func results(_ folder: TemporaryFolder, of results: String = "Results") throws
    -> [String: String]
  {
    var files: [String: String] = [:]
    for path in folder.contents where path.hasPrefix("\(results)/paper/shop/pipeline-") {
      files[(path as NSString).lastPathComponent] = try folder.text(of: path)
    }
    return files
  }

  @Test func everyStepLeavesItsTableAndPicture() throws {
    try withTemporaryFolder { folder in
      try scene(folder, Self.spec())
      let run = try reprise(folder, "run", "paper/shop.json")
      #expect(run.status == 0, "\(run.errors)")
      let files = try results(folder)
      var names: [String] = []
      for name in ["1-features", "2-min-max", "3-integration", "4-k-means", "4-profiles"] {
        names += ["pipeline-\(name).csv", "pipeline-\(name).md"]
        guard name.wholeMatch(of: /[34].*/) != nil else { continue }
        names += ["pipeline-\(name).gnuplot", "pipeline-\(name).svg"]
      }
      #expect(Set(names) == Set(files.keys))
      let features = try #require(files["pipeline-1-features.csv"])
      for name in ["count(pv)", "count(buy)", "categories", "recency", "active-hours"] {
        #expect(features.contains("\n1,\(name),"))
      }
      let index = try #require(files["pipeline-4-k-means.csv"]).split(separator: "\n")
      #expect(index[0] == "seed,k,DB,inertia,rounds,relocated,empty,sampled")
      #expect(index.count == 7)
      #expect(try #require(files["pipeline-4-k-means.svg"]).contains("<svg"))
      // Who looks and who buys are apart.
      #expect(run.output.contains("cluster: K-means, k = 2 of 2 to 4 by the least Davies–Bouldin"))
      let profiles = try #require(files["pipeline-4-profiles.csv"]).split(separator: "\n")
      #expect(profiles[1].hasPrefix("1,1,20,") && profiles[2].hasPrefix("1,2,10,"))
    }
  }

  @Test func reportsAndVerificationsFindTheSame() throws {
    try withTemporaryFolder { folder in
      try scene(folder, Self.spec())
      #expect(try reprise(folder, "run", "paper/shop.json").status == 0)
      let files = try results(folder)
      // A report does without the data.
      for name in ["events.csv", "items.csv"] {
        try FileManager.default.moveItem(atPath: folder[name], toPath: folder["\(name).away"])
      }
      for name in files.keys {
        try FileManager.default.removeItem(atPath: folder["Results/paper/shop/\(name)"])
      }
      let report = try reprise(folder, "report", "paper/shop.json")
      #expect(report.status == 0, "\(report.errors)")
      #expect(try results(folder) == files)
      for name in ["events.csv", "items.csv"] {
        try FileManager.default.moveItem(atPath: folder["\(name).away"], toPath: folder[name])
      }
      try FileManager.default.removeItem(atPath: folder["Results/.trials"])
      let verify = try reprise(folder, "verify", "paper/shop.json")
      #expect(verify.status == 0, "\(verify.output)\(verify.errors)")
    }
  }

  /// The steps are part of the trials that are told of them, and of no other.
  @Test func onlyWhoAsksTrainsAgain() throws {
    try withTemporaryFolder { folder in
      try scene(folder, Self.spec())
      #expect(try reprise(folder, "run", "paper/shop.json").status == 0)
      let steps = Self.steps.replacing("\"to\": 4", with: "\"to\": 3")
      try folder.write(Self.spec(steps), to: "paper/shop.json")
      let why = try reprise(folder, "why", "paper/shop.json")
      #expect(why.output.contains("6 trials: 4 finished, 0 to measure again, 2 to train"))
      #expect(why.output.contains("told, seed 1: trains 2 epochs\n"), "\(why.output)")
      let trained = folder.contents.filter { $0.hasSuffix("/trial.json") }
      #expect(trained.count == 6)
      // Without the key nothing else has changed.
      let rest = try JSON.parse(Self.spec(), file: "spec").merging(
        patch: JSON.parse(#"{"pipeline": null}"#, file: "patch"))
      let systems = try JSON.parse(
        Self.systems, file: "systems"
      ).asArray().prefix(2)
      try folder.write(
        rest.merging(patch: .object([("systems", .array(Array(systems)))])).prettyText,
        to: "paper/shop.json")
      let plain = try reprise(folder, "why", "paper/shop.json")
      #expect(
        plain.output.contains("4 finished, 0 to measure again, 0 to train"), "\(plain.output)")
    }
  }

  @Test func aTrainedModelIsToldAgain() throws {
    try withTemporaryFolder { folder in
      try scene(folder, Self.spec())
      #expect(try reprise(folder, "run", "paper/shop.json").status == 0)
      let trials = folder.contents.filter { $0.hasSuffix("/trial.json") }
      let told = try #require(
        trials.first { try JSON.read(folder[$0])["system"] == .string("told") })
      let checkpoint = told.replacing("trial.json", with: "checkpoint.h5")
      let lists = try reprise(
        folder, "recommend", "--checkpoint", checkpoint, "--user", "u3", "--top", "3")
      #expect(lists.status == 0, "\(lists.errors)")
    }
  }

  /// The files have the clusters of both, the table those of whose system is told.
  @Test func dataThatDifferAreMinedEach() throws {
    try withTemporaryFolder { folder in
      let systems = Self.systems.replacing(
        #""recommender": "item-pop""#, with: #""recommender": "item-pop", "data": {"sample": 200}"#)
      try scene(folder, Self.spec(systems: systems))
      let run = try reprise(folder, "run", "paper/shop.json")
      #expect(run.status == 0, "\(run.errors)")
      let index = try #require(try results(folder)["pipeline-4-k-means.csv"]).split(separator: "\n")
      #expect(index[0].hasPrefix("data,seed,k,DB,"))
      #expect(index.count == 13)
      let notes = run.output.split(separator: "\n").filter { $0.hasPrefix("cluster: ") }
      #expect(notes.count == 1 && notes[0].hasSuffix(" (seeds 1, 2)"), "\(notes)")
    }
  }

  static let mistakes: [(steps: String, status: Int32, message: String)] = [
    (#"[{"step": "min-max"}]"#, 2, "expected \"features\" as the first step"),
    (#"[{"step": "k-mean"}]"#, 2, "unknown step \"k-mean\"; did you mean \"k-means\"?"),
    (#"[{"step": "features"}, {"step": "features"}]"#, 2, "begins a pipeline"),
    (
      #"[{"step": "features", "features": ["recensy"]}]"#, 2,
      "unknown feature \"recensy\"; did you mean \"recency\"?"
    ),
    (
      #"[{"step": "features", "features": ["behaviours", "count(buy)"]}]"#, 2,
      "\"behaviours\" counts each behaviour already"
    ),
    (
      #"[{"step": "features"}, {"step": "k-means", "from": 8, "to": 3}]"#, 2,
      "the range of k is empty: from 8 to 3"
    ),
    (
      #"[{"step": "features"}, {"step": "k-means"}, {"step": "k-means"}]"#, 2,
      "makes the feature \"cluster\", as a step before does"
    ),
    (
      #"[{"step": "features"}, {"step": "k-means", "kk": 3}]"#, 2, "unknown key"
    ),
  ]

  @Test(arguments: mistakes)
  func checkRefusesInOneLine(_ steps: String, _ status: Int32, _ message: String) throws {
    try withTemporaryFolder { folder in
      try scene(folder, Self.spec(steps))
      let check = try reprise(folder, "check", "paper/shop.json")
      #expect(check.status == status)
      #expect(check.errors.hasPrefix("error: paper/shop.json:"))
      #expect(check.errors.contains(message), "\(check.errors)")
      #expect(check.errors.split(separator: "\n").count == 1)
    }
  }

  static let impossible: [(steps: String, status: Int32, message: String)] = [
    (
      #"[{"step": "features", "features": ["events"]}, {"step": "k-means", "to": 31}]"#, 3,
      "pipeline, step 2 (k-means): csv: k goes to 31, and 30 users have training events"
    ),
    (
      #"[{"step": "features", "features": ["behaviours"], "behaviour": "kid"}]"#, 2,
      "none is called \"kid\"; did you mean \"kind\"?"
    ),
    (
      #"[{"step": "features", "features": ["count(bui)"], "behaviour": "kind"}]"#, 2,
      "no event has the behaviour \"bui\"; did you mean \"buy\"?"
    ),
    (
      #"[{"step": "features", "category": "grup"}]"#, 2,
      "none is called \"grup\"; did you mean \"group\"?"
    ),
  ]

  @Test(arguments: impossible)
  func whatTheDataCannotGiveIsRefusedBeforeAnythingTrains(
    _ steps: String, _ status: Int32, _ message: String
  ) throws {
    try withTemporaryFolder { folder in
      let one = #"[{"label": "Pop", "recommender": "item-pop"}]"#
      try scene(folder, Self.spec(steps, systems: one))
      let run = try reprise(folder, "run", "paper/shop.json")
      #expect(run.status == status)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(!folder.contents.contains { $0.hasSuffix("/trial.json") })
    }
  }

  @Test func aConstantFeatureIsRefusedOrAsTheStepSays() throws {
    try withTemporaryFolder { folder in
      let one = #"[{"label": "Pop", "recommender": "item-pop"}]"#
      func run(_ constant: String) throws -> CommandResult {
        try scene(
          folder,
          Self.spec(
            """
            [{"step": "features", "features": ["events", "recency"]},
             {"step": "min-max"\(constant)}, {"step": "integration"}]
            """, systems: one))
        // Everybody has as many events.
        let lines = (0..<5).flatMap { user in (0..<5).map { "u\(user),i\($0),pv,\(user * 90_000)" }
        }
        try folder.write((["who,what,kind,when"] + lines).joined(separator: "\n"), to: "events.csv")
        return try reprise(folder, "run", "paper/shop.json")
      }
      let refused = try run("")
      #expect(refused.status == 3)
      #expect(
        refused.errors.contains(
          "error: pipeline, step 2 (min-max): csv: \"events\" is 4 for every user, so that its scale is"
            + " 0/0; expected other features, or \"constant\": \"zero\" or \"drop\"\n"),
        "\(refused.errors)")
      let zero = try run(#", "constant": "zero""#)
      #expect(zero.status == 0, "\(zero.errors)")
      #expect(
        try folder.text(of: "Results/paper/shop/pipeline-3-integration.md").contains(
          "Not defined, as it is the same for every user, and kept: \"events\""))
      #expect(try run(#", "constant": "drop""#).status == 0)
      let left = try folder.text(of: "Results/paper/shop/pipeline-3-integration.csv")
      #expect(left == "seed,attribute,becomes,recency\n1,recency,stays,1\n2,recency,stays,1\n")
    }
  }

  /// Two kinds of users and four centres: two clusters stay empty, and all is finished.
  @Test func anEmptyClusterIsSaid() throws {
    try withTemporaryFolder { folder in
      let steps = """
        [{"step": "features", "features": ["events"]}, {"step": "k-means", "from": 2, "to": 4}]
        """
      try scene(
        folder, Self.spec(steps, systems: #"[{"label": "Pop", "recommender": "item-pop"}]"#))
      let lines = (0..<10).flatMap { user in
        (0..<(user < 5 ? 5 : 10)).map { "u\(user),i\($0),pv,\($0)" }
      }
      try folder.write((["who,what,kind,when"] + lines).joined(separator: "\n"), to: "events.csv")
      let run = try reprise(folder, "run", "paper/shop.json")
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        try folder.text(of: "Results/paper/shop/pipeline-2-k-means.md").contains(
          "k = 4: left empty: 2 of the clusters"))
    }
  }
}
