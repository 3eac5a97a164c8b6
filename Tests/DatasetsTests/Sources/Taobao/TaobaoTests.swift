import Basics
import TestSupport
import Testing

@testable import Datasets

@Suite struct TaobaoTests {
  private static let folders = DataFolders(option: nil)
  private static let isThere = ((try? Taobao.source.locate(folders)) ?? nil) != nil

  /// User 7 buys item 30 twice, 20 and then 21 of the same category, and looks at 30 with the last
  /// line, which is cut. The second buy of 30 stands before the first one in the file.
  private static let lines = """
    7,30,1,buy,200
    7,30,1,buy,100
    7,20,2,pv,90
    7,20,2,buy,110
    9,30,1,buy,50
    7,21,2,buy,120
    9,21,2,cart,120
    7,30,1,pv
    """

  private func records(_ text: String = lines, rows: Int = 100) throws -> TaobaoRecords {
    try TaobaoRecords(Array(text.utf8), isWhole: true, "d/log.csv", rows: rows)
  }

  private func settings(_ text: String = "{}") throws -> TaobaoSettings {
    try TaobaoSettings(decoding: JSON.parse(text, file: "spec.json"))
  }

  private func behaviours(of data: Dataset) throws -> [String] {
    let column = try #require(data.columns.first { $0.name == "behaviour" })
    guard case .categories(let names, let places) = column.values else { return [] }
    return places.map { names[Int($0)] }
  }

  @Test func anItemBoughtAgainIsARepurchase() throws {
    let data = Taobao.dataset(try records(), try settings())
    #expect(data.userIDs == ["7", "9"] && data.itemIDs == ["20", "21", "30"])
    #expect(data.events[0] == Event(user: 0, item: 2, time: 200) && data.events.count == 7)
    #expect(
      try behaviours(of: data) == ["repurchase", "buy", "pv", "buy", "buy", "buy", "cart"])
    let category = try #require(data.itemFeatures.first)
    #expect(category.name == "category" && category.vocabulary == ["1", "2"])
    #expect((0..<3).map { Array(category.values[$0]) } == [[1], [1], [0]])
    #expect(
      data.dropped == [DroppedRecords("damaged: expected 5 cells, found 4", 1)])
    #expect(data.notes == ["has 7 of the 50000 lines that \"rows\" asks for"])
  }

  /// Where categories are ranked, a buy of another item of the category is one of it again.
  @Test func categoriesCanBeRanked() throws {
    let data = Taobao.dataset(try records(), try settings(#"{"unit": "categories"}"#))
    #expect(data.itemIDs == ["1", "2"] && data.itemFeatures.isEmpty)
    #expect(data.events.map(\.item) == [0, 0, 1, 1, 0, 1, 1])
    #expect(
      try behaviours(of: data) == ["repurchase", "buy", "pv", "buy", "buy", "repurchase", "cart"])
    #expect(data.column(named: "category")?.count == 7)
  }

  /// What is left out still tells what is bought again; users and items without an event are none.
  @Test func someBehavioursCanBeRead() throws {
    let data = Taobao.dataset(
      try records(), try settings(#"{"behaviours": ["repurchase", "cart"]}"#))
    #expect(try behaviours(of: data) == ["repurchase", "cart"])
    #expect(data.userIDs == ["7", "9"] && data.itemIDs == ["21", "30"])
    #expect(try settings(#"{"behaviours": ["repurchase", "cart"]}"#).behaviours?.count == 2)
  }

  /// Nothing after the last row is looked at, so that a longer file is the same.
  @Test func theFirstRowsDecideTheDigest() throws {
    let three = try records(rows: 3)
    #expect(three.rows.count == 3 && three.dropped.isEmpty)
    let prefix = Self.lines.split(separator: "\n").prefix(3).joined(separator: "\n")
    #expect(try records(prefix).digest == three.digest)
    #expect(try records().digest != three.digest)
    try withTemporaryFolder { folder in
      // The bad lines are longer than what is read at first.
      let bad = [String](repeating: "not a line of the log, whatever it says", count: 100)
      try folder.write(bad.joined(separator: "\n") + "\n" + Self.lines, to: "long.csv")
      let long = try TaobaoRecords(folder["long.csv"], rows: 3)
      #expect(long.digest == three.digest && long.dropped.map(\.count) == [100])
    }
  }

  @Test(arguments: [
    ("7,30,1,pv", "expected 5 cells, found 4"), ("7,30,1,pv,9,9", "expected 5 cells, found 6"),
    ("x,30,1,pv,9", "user, item or category is not a whole number"),
    ("7,30,,pv,9", "user, item or category is not a whole number"),
    ("7,-3,1,pv,9", "user, item or category is not a whole number"),
    ("7,3000000000,1,pv,9", "user, item or category is not a whole number"),
    ("7,30,1,comment,9", "the behaviour is none of pv, fav, cart, buy"),
    ("7,30,1,repurchase,9", "the behaviour is none of pv, fav, cart, buy"),
    ("7,30,1,pv,noon", "the timestamp is not in seconds since 1970"),
    ("7,30,1,pv,-9223372036854775808", "the timestamp is not in seconds since 1970"),
    ("7,30,1,pv,1511572885000", "the timestamp is not in seconds since 1970"),
  ])
  func badLinesAreCounted(line: String, reason: String) throws {
    let found = try records("\(line)\n7,30,1,pv,9\n")
    #expect(found.rows.count == 1 && found.dropped == [DroppedRecords("damaged: \(reason)", 1)])
    #expect(
      throws: Problem.data(
        "d/log.csv: has no line that is user,item,category,behaviour,timestamp; 1 damaged: \(reason)"
      )
    ) { try records(line) }
  }

  @Test(arguments: [
    (
      #"{"behaviours": ["comment"]}"#,
      "no comments; the nearest behaviour, which comes before one, is \"buy\""
    ),
    (#"{"behaviours": ["by"]}"#, "unknown behaviour \"by\"; did you mean \"buy\"?"),
    (#"{"behaviours": ["pv", "pv"]}"#, "\"pv\" is given twice"),
    (#"{"behaviours": []}"#, "expected at least 1"),
    (#"{"unit": "item"}"#, "did you mean \"items\"?"), (#"{"rows": 0}"#, "1"),
  ])
  func refusesWhatIsNotThere(text: String, expected: String) {
    let problem = #expect(throws: Problem.self) { try settings(text) }
    #expect(problem?.kind == .usage && problem?.message.contains(expected) == true)
  }

  /// A file of the user's own is read in place of that of a data folder, and its name is no part of
  /// what a trial is.
  @Test func theUsersOwnFileIsRead() async throws {
    try await withTemporaryFolder { folder in
      let folders = DataFolders(option: folder.path)
      let absent = await #expect(throws: Problem.self) {
        try await DatasetList.named("taobao").load(from: folders)
      }
      #expect(
        absent?.message.hasSuffix("put UserBehavior.csv into \(folder.path)/taobao-userbehavior")
          == true)
      try folder.write(Self.lines, to: "mine.csv")
      var data = try DataSettings(
        decoding: [
          "dataset": "taobao", "taobao": ["file": .string(folder["mine.csv"]), "rows": 3],
        ])
      #expect(data.isAtHand(in: folders))
      #expect(try await data.load(from: folders).events.count == 3)
      data.changePaths { _ in [] }
      #expect(!data.isAtHand(in: folders))
      try folder.write(Self.lines, to: "taobao-userbehavior/UserBehavior.head.csv")
      #expect(data.isAtHand(in: folders))
      #expect(try await data.load(from: folders).events.count == 3)
    }
  }

  /// Counts and splits by time that a Python program finds, where the data are at hand: the
  /// BiLSTM-Transformer paper's 50,000 events, 6 : 4.
  @Test(.enabled(if: foundOrRequired(isThere)), arguments: ["items", "categories"])
  func isWhatAnotherProgramReads(unit: String) async throws {
    let golden = try Golden.json("local_data").member("taobao").member(unit)
    func data(_ patch: JSON) throws -> DataSettings {
      try DataSettings(
        decoding: JSON.parse(
          """
          {"dataset": "taobao", "taobao": {"unit": "\(unit)"}, "duplicates": "revisit",
           "split": {"method": "by-time", "test": 0.4}}
          """, file: "spec.json"
        ).merging(patch: patch))
    }
    let dataset = try await data([:]).load(from: Self.folders)
    #expect(dataset.events.count == 50_000 && dataset.dropped.isEmpty)
    #expect(try dataset.users == golden.member("users").asInteger())
    #expect(try dataset.items == golden.member("items").asInteger())
    let behaviours = try behaviours(of: dataset)
    for kind in try golden.member("kinds").asObject() {
      #expect(try behaviours.count { $0 == kind.key } == kind.value.asInteger())
    }
    let patches: [(String, JSON)] = [
      ("keep", ["duplicates": "keep"]), ("revisit", [:]),
      ("liked", ["liked": ["values": ["buy", "repurchase"]]]),
      ("other", ["liked": ["except": ["pv"]]]),
    ]
    for (name, patch) in patches {
      let split = try data(patch).makeSplit(dataset, seed: 1)
      #expect(split.trainPart.events.count == 30_000)
      #expect(try split.test.count == golden.member("tested").member(name).asInteger())
      #expect(try split.digest == golden.member("byTime").member(name).asString(), "\(name)")
    }
    // The last line of the file is cut.
    let all = try await data(["taobao": ["rows": 100_000]]).load(from: Self.folders)
    #expect(try all.events.count == golden.member("lines").asInteger())
    #expect(all.dropped.map(\.count) == [1])
  }
}
