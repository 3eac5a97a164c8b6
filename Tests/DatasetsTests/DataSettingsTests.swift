import Datasets
import Schema
import TestSupport
import Testing

@Suite struct DataSettingsTests {
  private func decode(_ text: String) throws -> DataSettings {
    try DataSettings(decoding: JSON.parse(text, file: "spec.json"))
  }

  @Test func decodesAndEncodes() throws {
    let settings = try decode(
      """
      {"dataset": "ml-100k", "feedback": {"ratingAtLeast": 4},
       "split": {"method": "leave-one-out", "validation": 1}}
      """)
    #expect(settings.feedback == .ratingAtLeast(4))
    #expect(settings.split.method == .leaveOneOut)
    #expect(try decode(#"{"dataset": "ml-100k"}"#).feedback == .allRatings)
  }

  @Test(arguments: [
    ("{}", "\"dataset\" is missing"),
    (#"{"dataset": "ml-10k"}"#, "did you mean \"ml-100k\"?"),
    (#"{"dataset": "files"}"#, "needs \"files\""),
    (#"{"dataset": "ml-100k", "files": ["a"]}"#, "not by \"ml-100k\""),
    (#"{"dataset": "ml-100k", "splits": {}}"#, "did you mean \"split\"?"),
  ])
  func refuses(text: String, mention: String) {
    let problem = #expect(throws: Problem.self) { try decode(text) }
    #expect(problem?.message.contains(mention) == true, "\(String(describing: problem))")
    #expect(problem?.kind == .usage)
  }

  /// Published split files are all that is needed to run on them.
  @Test func readsOwnFiles() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("a x\na y\nb x\n", to: "train")
      try folder.write("b y\n", to: "test")
      let split = """
        {"method": "files", "trainFile": "\(folder["train"])", "testFile": "\(folder["test"])"}
        """
      let settings = try decode(#"{"dataset": "files", "split": \#(split)}"#)
      let folders = DataFolders(option: folder.path)
      let data = try await settings.load(from: folders)
      #expect(data.userIDs == ["a", "b"] && data.itemIDs == ["x", "y"])
      let parts = try settings.makeSplit(data, seed: 1)
      #expect(parts.train.count == 3 && parts.test.pairs.map { [$0.0, $0.1] } == [[1, 1]])

      let whole = try decode(#"{"dataset": "files", "files": ["\#(folder["train"])"]}"#)
      let events = try await whole.load(from: folders).events
      #expect(events.count == 3)
    }
  }
}
