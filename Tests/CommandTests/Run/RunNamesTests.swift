import TestSupport
import Testing

/// Names that no file can have, or that two files would have, are refused before anything trains.
@Suite struct RunNamesTests {
  private func long(_ count: Int) -> String { String(repeating: "n", count: count) }

  /// What `reprise check` says of the small spec changed by a patch.
  private func refusal(_ patch: String) throws -> String {
    try withTemporaryFolder { folder in
      _ = try RunScene(folder, patch)
      let result = try Command.reprise(["check", "paper/small.json"], in: folder.path)
      #expect(result.status == 2)
      return result.errors
    }
  }

  @Test func namesThatFileSystemsTakeForOneAreRefused() throws {
    let table = #"{"name": "Table", "columns": ["ndcg@5"]}"#
    #expect(
      try refusal(#"{"tables": [\#(table)], "figures": [{"name": "table", "y": ["ndcg@5"]}]}"#)
        .contains("figures[0].name: the name \"table\" is given twice, also as \"Table\""))
    #expect(
      try refusal(#"{"tables": [{"name": "COST", "columns": ["ndcg@5"]}]}"#)
        .contains("tables[0].name: \"COST\" names another file of the results"))
    #expect(
      try refusal(#"{"profiles": {"Quick": {}}}"#)
        .contains("profiles.Quick: another profile is called \"quick\""))
    #expect(
      try refusal(#"{"profiles": {"seeds-2": {}}}"#)
        .contains("profiles.seeds-2: results of another number of seeds have this name"))
  }

  @Test func namesThatAreTooLongAreRefused() throws {
    #expect(
      try refusal(#"{"tables": [{"name": "\#(long(239))", "columns": ["ndcg@5"]}]}"#)
        .contains(
          "tables[0].name: this name has 239 bytes, too many for a file; expected at most 238, which"
            + " \"-significance.csv\" makes 255"))
    #expect(
      try refusal(#"{"figures": [{"name": "\#(long(248))", "y": ["ndcg@5"]}]}"#)
        .contains(
          "figures[0].name: this name has 248 bytes, too many for a file; expected at most 247"))
    #expect(
      try refusal(#"{"profiles": {"\#(long(245))": {}}}"#)
        .contains(
          "profiles.\(long(245)): the folder of its results would have a name of 251 bytes; expected at"
            + " most 250"))
  }

  /// The longest are written, with all that is written beside them.
  @Test func namesOfTheGreatestLengthAreWritten() throws {
    try withTemporaryFolder { folder in
      let profile = long(244)
      let scene = try RunScene(
        folder,
        """
        {"systems": [{"label": "Pop", "recommender": "item-pop"},
          {"label": "KNN", "recommender": "item-knn", "settings": {"neighbours": 5}}],
         "tables": [{"name": "\(long(238))", "columns": ["ndcg@5"],
          "significance": {"against": "Pop", "over": "users"}}],
         "figures": [{"name": "f\(long(246))", "x": "system", "y": ["ndcg@5"]}],
         "profiles": {"\(profile)": {"seeds": [1]}}}
        """)
      let result = try scene.run("--profile", profile)
      #expect(result.status == 0, "\(result.errors)")
      let files = folder.contents.filter { $0.hasPrefix("Results/paper/small-\(profile)/") }
      #expect(files.contains { $0.hasSuffix("/\(long(238))-significance.csv") })
      #expect(files.contains { $0.hasSuffix("/f\(long(246)).csv") })
    }
  }

  @Test func theFolderOfAnotherSpecIsNotWrittenTo() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      try scene.write(#"{"title": "Other"}"#, as: "small-quick")
      try scene.write(#"{"title": "Other"}"#, as: "small-seeds-1")
      let quick = try scene.run("--profile", "quick")
      #expect(quick.status == 2)
      #expect(
        quick.errors.contains(
          "profiles.quick: its results would be in the folder \"small-quick\", as those of small-quick.json"
        ))
      let one = try scene.run("--seeds", "1")
      #expect(one.status == 2)
      #expect(
        one.errors.contains(
          "paper/small.json: its results would be in the folder \"small-seeds-1\", as those of"))
      #expect(!folder.contents.contains { $0.hasPrefix("Results") })
      // The other has its folder to itself.
      #expect(
        try Command.reprise(["check", "paper/small-seeds-1.json"], in: folder.path).status == 0)
    }
  }
}
