import TestSupport
import Testing

/// What a user sees of the recommenders by rules.
@Suite struct RulesTests {
  /// Eight users who go round six items, each from another one.
  private func spec(_ systems: String, in folder: TemporaryFolder, times: Bool = true) throws {
    let lines = (0..<8).flatMap { user in
      (0..<4 + user % 2).map { "u\(user)\ti\((user + $0) % 6)" + (times ? "\t5\t\($0)" : "") }
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "log.tsv")
    try folder.write(
      """
      {"title": "Rules", "data": {"dataset": "files", "files": ["log.tsv"],
         "split": {"method": "random", "test": 0.3}},
       "seeds": [1], "metrics": ["hit-rate@2"], "systems": [\(systems)],
       "tables": [{"name": "table", "columns": ["hit-rate@2"]}]}
      """, to: "rules.json")
  }

  private func run(_ systems: String, times: Bool = true) throws -> CommandResult {
    try withTemporaryFolder { folder in
      try spec(systems, in: folder, times: times)
      return try Command.reprise(["run", "rules.json"], in: folder.path)
    }
  }

  @Test func theyRunFromASpecAndRecommendFromACheckpointEvenWithoutAnyRule() throws {
    try withTemporaryFolder { folder in
      try spec(
        """
        {"label": "None", "recommender": "association-rules", "settings": {"minimumSupport": 8}},
        {"label": "Rules", "recommender": "association-rules",
         "settings": {"minimumSupport": 0.2, "supportUnit": "share", "longest": 4}},
        {"label": "SR", "recommender": "sequential-rules", "settings": {"heldBack": 1}},
        {"label": "AR", "recommender": "item-rules", "settings": {"rulesPerItem": 3}},
        {"label": "SKNN", "recommender": "session-knn", "settings": {"neighbours": 900}}
        """, in: folder)
      let result = try Command.reprise(["run", "rules.json"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      for label in ["None", "Rules", "SR", "AR", "SKNN"] { #expect(result.output.contains(label)) }
      let checkpoints = folder.contents.filter { $0.hasSuffix("checkpoint.h5") }
      #expect(checkpoints.count == 5)
      for checkpoint in checkpoints {
        let shown = try Command.reprise(
          ["recommend", "--checkpoint", checkpoint, "--user", "u1", "--top", "2"],
          in: folder.path)
        #expect(shown.status == 0, "\(shown.errors)")
      }
    }
  }

  @Test(arguments: [
    (
      #"{"minimumSupport": 0.5}"#, Int32(2),
      "settings.minimumSupport: expected a whole number of users, 1 at least; a share needs"
        + " \"supportUnit\": \"share\""
    ),
    (
      #"{"minimumSupport": 9}"#, 3,
      "association-rules: minimumSupport asks for 9 users, and 8 have anything, so that no set is"
        + " frequent; give 8 at most"
    ),
    (
      #"{"minimumSupport": 1, "mostSets": 8}"#, 1,
      "association-rules: more than 8 sets of up to 2 items are had by at least 1 users; raise"
        + " minimumSupport, lower longest or raise mostSets"
    ),
  ])
  func whatCannotBeIsSaidInOneLine(_ settings: String, _ status: Int32, _ line: String) throws {
    let result = try run(
      #"{"label": "A", "recommender": "association-rules", "settings": \#(settings)}"#)
    #expect(result.status == status)
    #expect(result.errors.contains(line), "\(result.errors)")
  }

  @Test(arguments: ["sequential-rules", "item-rules", "session-knn"])
  func whatNeedsTheOrderRefusesDataWithoutTimes(_ name: String) throws {
    let result = try run(#"{"label": "A", "recommender": "\#(name)"}"#, times: false)
    #expect(result.status == 3)
    #expect(
      result.errors.contains(
        "\(name): needs the time of every interaction, and the data set does not tell all"),
      "\(result.errors)")
  }
}
