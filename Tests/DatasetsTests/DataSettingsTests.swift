import Basics
import Datasets
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

  /// A key that came later is no part of the hash of what does not use it.
  @Test func aSampleIsEncodedWhereThereIsOne() throws {
    let without = try decode(#"{"dataset": "ml-1m", "sample": null}"#)
    #expect(without.sample == nil && without.encoded()["sample"] == nil)
    let with = try decode(#"{"dataset": "ml-1m", "sample": 10000}"#)
    #expect(with.encoded()["sample"] == 10000)
    #expect(try DataSettings(decoding: with.encoded()) == with)
    #expect(
      with.description
        == "ml-1m, feedback all ratings, a sample of 10000, random split, 20% test, seeded by the trial,"
        + " in the order of the file"
    )
  }

  @Test func aSeedIsForWhatIsDrawn() throws {
    let byTime = try decode(#"{"dataset": "ml-1m", "split": {"method": "by-time"}}"#)
    #expect(
      byTime.description
        == "ml-1m, feedback all ratings, by-time split, 20% test, equal times in the order of the"
        + " file")
    let sampled = try decode(
      #"{"dataset": "ml-1m", "sample": 10, "split": {"method": "by-time", "seed": 3}}"#)
    #expect(sampled.split.seed == 3)
  }

  @Test func sameFilesAreOneSource() throws {
    let one = try decode(#"{"dataset": "files", "files": ["a"]}"#)
    var other = one
    (other.feedback, other.sample, other.split.validation) = (.ratingAtLeast(4), 5, 0.1)
    #expect(one.isOfSameSource(as: other))
    other.files = ["b"]
    #expect(!one.isOfSameSource(as: other))
    let split = #"{"method": "files", "trainFile": "a", "testFile": "b"}"#
    let published = try decode(#"{"dataset": "files", "split": \#(split)}"#)
    #expect(!one.isOfSameSource(as: published) && published.isOfSameSource(as: published))
  }

  @Test(arguments: [
    ("{}", "\"dataset\" is missing"),
    (#"{"dataset": "ml-10k"}"#, "did you mean \"ml-100k\"?"),
    (#"{"dataset": "files"}"#, "needs \"files\""),
    (
      #"{"dataset": "ml-100k", "split": {"method": "published", "folds": ["u1", "u6"]}}"#,
      "\"u6\" is no published split of ml-100k; did you mean \"u1\"?"
    ),
    (#"{"dataset": "ml-100k", "files": ["a"]}"#, "not by \"ml-100k\""),
    (#"{"dataset": "ml-100k", "sample": 0}"#, "0 is out of range"),
    (
      #"{"dataset": "files", "sample": 9, "split": {"method": "files", "trainFile": "a", "testFile": "b"}}"#,
      "\"sample\" is not used when the split comes from files"
    ),
    (
      #"{"dataset": "ml-100k", "split": {"method": "leave-one-out", "seed": 1}}"#,
      "split.seed: \"seed\" is not used by leave-one-out, which draws nothing"
    ),
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

  /// Lines of a user's own files decide nothing where times do, so that their order cannot be asked
  /// for.
  @Test(arguments: ["leave-one-out", "by-time"])
  func theOrderOfLinesIsRefusedWhereItDecidesNothing(method: String) throws {
    func settings(_ dataset: String) throws -> DataSettings {
      try DataSettings(
        decoding: JSON.parse(
          #"{"dataset": \#(dataset), "split": {"method": "\#(method)", "order": "file"}}"#,
          file: "spec"))
    }
    #expect(throws: Problem.self) { try settings(#""files", "files": ["a.tsv"]"#) }
    #expect(try settings(#""ml-100k""#).split.order == .file)
  }
}
