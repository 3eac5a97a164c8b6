import Basics
import Experiments
import TestSupport
import Testing

@Suite struct SpecFileTests {
  func message(_ folder: TemporaryFolder, _ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Problem)?.message.replacing(folder.path + "/", with: "")
    }
  }

  @Test func profilesAndParentsAreMerged() throws {
    try withTemporaryFolder { folder in
      try folder.write(goodSpec, to: "base.json")
      try folder.write(
        #"""
        {"extends": "../base.json", "title": "Longer", "training": {"epochs": 500},
         "profiles": {"quick": {"seeds": [7], "training": {"epochLimit": 5}}, "other": {}}}
        """#, to: "sub/child.json")
      let file = try SpecFile(path: folder["sub/child.json"])
      #expect(file.profileNames == ["quick", "other"])
      let plain = try file.spec()
      #expect(plain.title == "Longer")
      #expect(plain.seeds == [1, 2])
      #expect(plain.training.epochs == 500)
      let quick = try file.spec(profile: "quick")
      #expect(quick.seeds == [7])
      #expect(try quick.training(of: quick.systems[1]).epochs == 5)
      #expect(quick.systems.count == 2)
    }
  }

  /// Under `expected`, neighbourhoods that do not say otherwise share what equal neighbours are
  /// worth.
  @Test func tiesAreSettledAlike() throws {
    try withTemporaryFolder { folder in
      let systems: JSON = [
        "systems": [
          ["label": "a", "recommender": "item-knn", "settings": ["neighbours": 3]],
          ["label": "b", "recommender": "user-knn"],
          ["label": "c", "like": "b", "settings": ["ties": "id"]],
          [
            "label": "d", "recommender": "p3alpha", "grid": ["ties": ["id", "shared"]],
            "selection": ["metric": "precision@5", "on": "test"],
          ],
          ["label": "e", "recommender": "item-pop"],
        ], "tables": [], "figures": [], "claims": [], "selection": .null,
        "profiles": ["expected": ["ties": "expected"], "seeded": ["ties": "seeded"]],
      ]
      try folder.write(
        JSON.parse(goodSpec, file: "good").merging(patch: systems).prettyText, to: "spec.json")
      func shared(_ profile: String?) throws -> [[Bool]] {
        try SpecFile(path: folder["spec.json"]).spec(profile: profile).systems.map {
          try $0.configurations().map { $0.settings["ties"] == "shared" }
        }
      }
      let plain = [[false], [false], [false], [false, true], [false]]
      #expect(try shared(nil) == plain)
      #expect(try shared("seeded") == plain)
      #expect(try shared("expected") == [[true], [true], [false], [false, true], [false]])
    }
  }

  @Test func aProfileAddsToThatOfItsParent() throws {
    try withTemporaryFolder { folder in
      let base = try JSON.parse(goodSpec, file: "base").merging(
        patch: JSON.parse(
          #"{"profiles": {"quick": {"seeds": [7], "training": {"epochLimit": 5}}, "x": {}}}"#,
          file: "patch"))
      try folder.write(base.prettyText, to: "base.json")
      try folder.write(
        #"{"extends": "base.json", "profiles": {"quick": {"seeds": [8], "tables": null}, "x": null}}"#,
        to: "child.json")
      let file = try SpecFile(path: folder["child.json"])
      #expect(file.profileNames == ["quick"])
      let quick = try file.spec(profile: "quick")
      #expect(quick.seeds == [8])
      #expect(quick.training.epochLimit == 5)
      #expect(quick.tables.isEmpty)
    }
  }

  @Test func messagesNameTheFileThatIsWrong() throws {
    try withTemporaryFolder { folder in
      try folder.write(goodSpec, to: "base.json")
      try folder.write("{\"extends\": \"base.json\",\n \"seeds\": \"x\"}", to: "a.json")
      #expect(
        message(folder) { _ = try SpecFile(path: folder["a.json"]).spec() }
          == #"a.json:2:11: seeds: expected an array, found "x""#)
      try folder.write(#"{"extends": "base.json", "metrics": ["ndcg@5"]}"#, to: "b.json")
      #expect(
        message(folder) { _ = try SpecFile(path: folder["b.json"]).spec() }
          == "base.json:8:27: selection.metric: \"precision@5\" is not among the metrics of this"
          + " spec; expected one of ndcg@5")
    }
  }

  @Test func badProfiles() throws {
    try withTemporaryFolder { folder in
      let profiles =
        #"{"extends": "base.json", "profiles": {"quick": {"sedes": null}, "x": {"extends": "y"}}}"#
      try folder.write(goodSpec, to: "base.json")
      try folder.write(profiles, to: "a.json")
      let file = try SpecFile(path: folder["a.json"])
      #expect(
        message(folder) { _ = try file.spec(profile: "quik") }
          == #"a.json: unknown profile "quik"; did you mean "quick"?"#)
      #expect(
        message(folder) { _ = try file.spec(profile: "quick") }
          == "a.json:1:49: profiles.quick.sedes: null removes nothing here; did you mean \"seeds\"?"
      )
      #expect(
        message(folder) { _ = try file.spec(profile: "x") }
          == "a.json:1:71: profiles.x.extends: a profile cannot change this")
      #expect(
        message(folder) { _ = try SpecFile(path: folder["base.json"]).spec(profile: "q") }
          == #"base.json: has no profiles, so none is called "q""#)
    }
  }

  @Test func circlesAreRefused() throws {
    try withTemporaryFolder { folder in
      try folder.write(#"{"extends": "b.json"}"#, to: "a.json")
      try folder.write(#"{"extends": "./a.json"}"#, to: "b.json")
      #expect(
        message(folder) { _ = try SpecFile(path: folder["a.json"]) }
          == "b.json:1:13: extends: this spec extends itself")
    }
  }

  @Test func aMissingParentIsNamed() throws {
    try withTemporaryFolder { folder in
      try folder.write(#"{"extends": "no.json"}"#, to: "a.json")
      #expect(
        message(folder) { _ = try SpecFile(path: folder["a.json"]) }
          == "no.json: cannot be read: no such file or directory")
    }
  }

  /// The good spec with these systems; a grid and its selection are in the first.
  private func spec(systems: String, in folder: TemporaryFolder) throws -> SpecFile {
    let patch = try JSON.parse(#"{"tables": null, "systems": "# + systems + "}", file: "patch")
    let spec = try JSON.parse(goodSpec, file: "good").merging(patch: patch)
    try folder.write(spec.prettyText, to: "a.json")
    return try SpecFile(path: folder["a.json"])
  }

  @Test func aSystemIsWrittenAsAChangeOfAnEarlierOne() throws {
    try withTemporaryFolder { folder in
      let short = try spec(
        systems: """
          [{"label": "A", "recommender": "mf-bpr", "settings": {"factors": 8, "l2": 0.1},
            "grid": {"learningRate": [0.1, 0.2]}, "training": {"epochs": 7}},
           {"label": "B", "like": "A", "settings": {"factors": 16, "l2": null}},
           {"label": "C", "like": "B", "settings": {"learningRate": 0.3}, "grid": null}]
          """, in: folder
      ).spec()
      let long = try spec(
        systems: """
          [{"label": "A", "recommender": "mf-bpr", "settings": {"factors": 8, "l2": 0.1},
            "grid": {"learningRate": [0.1, 0.2]}, "training": {"epochs": 7}},
           {"label": "B", "recommender": "mf-bpr", "settings": {"factors": 16},
            "grid": {"learningRate": [0.1, 0.2]}, "training": {"epochs": 7}},
           {"label": "C", "recommender": "mf-bpr", "settings": {"factors": 16, "learningRate": 0.3},
            "training": {"epochs": 7}}]
          """, in: folder
      ).spec()
      // What results are known by does not tell the two apart.
      #expect(short.encoded().canonicalText == long.encoded().canonicalText)
    }
  }

  /// What a system removes of the spec's data is removed of a system like another one, too.
  @Test func aNullOfASystemLikeAnotherOneRemovesWhatTheSpecHas() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        """
        {"title": "T", "seeds": [1], "data": {"dataset": "ml-100k", "split": {"method": "published", "name": "u1"}},
         "metrics": ["precision@5"], "tables": [{"name": "t", "columns": ["precision@5"]}],
         "systems": [{"label": "A", "recommender": "item-pop"},
          {"label": "B", "like": "A", "data": {"split": {"method": "random", "name": null, "test": 0.2}}},
          {"label": "C", "like": "B", "data": {"split": {"test": 0.3}}}]}
        """, to: "a.json")
      let spec = try SpecFile(path: folder["a.json"]).spec(profile: nil)
      let splits = try spec.systems.map { try spec.data(of: $0).split }
      #expect(splits.map(\.method) == [.published, .random, .random])
      #expect(splits.map(\.test) == [0.2, 0.2, 0.3])
    }
  }

  @Test func aProfileMayReplaceWhatSystemsAreLike() throws {
    try withTemporaryFolder { folder in
      let changed = #"{"label": "B", "like": "A", "settings": {"l2": 0.1}}"#
      let patch = """
        {"tables": null, "systems": [{"label": "A", "recommender": "mf-bpr"}, \(changed)], "profiles":
         {"quick": {"systems": [{"label": "A", "recommender": "mf-bpr", "settings": {"factors": 4}}, \(changed)]}}}
        """
      let spec = try JSON.parse(goodSpec, file: "good").merging(
        patch: JSON.parse(patch, file: "patch"))
      try folder.write(spec.prettyText, to: "a.json")
      let quick = try SpecFile(path: folder["a.json"]).spec(profile: "quick")
      #expect(quick.systems[1].settings["factors"] == .integer(4))
      #expect(quick.systems[1].settings["l2"] == .number(0.1))
    }
  }

  @Test(
    arguments: [
      (
        #"{"label": "B", "like": "Pop"}"#,
        #"systems[1].like: no earlier system is called "Pop"; did you mean "Pops"?"#
      ),
      (
        #"{"label": "B", "like": "B"}"#,
        #"systems[1].like: no earlier system is called "B"; expected one of Pops"#
      ),
      (#"{"label": "B", "like": 1}"#, "systems[1].like: expected a string, found 1"),
      (#"{"like": "Pops"}"#, #"systems[1]: a system like another one needs a "label" of its own"#),
      (
        #"{"label": "B", "like": "Pops", "grid": null}"#,
        "systems[1].grid: null removes nothing here"
      ),
      (
        #"{"label": "B", "like": "Pops", "settings": {"factors": 2}}"#,
        "systems[1].settings.factors: unknown key"
      ),
    ])
  func badLikes(_ system: String, _ expected: String) throws {
    try withTemporaryFolder { folder in
      let file = try spec(
        systems: #"[{"label": "Pops", "recommender": "item-pop"}, "# + system + "]", in: folder)
      let found = message(folder) { _ = try file.spec() }
      #expect(found?.contains(expected) == true, "\(found ?? "nothing")")
    }
  }
}
