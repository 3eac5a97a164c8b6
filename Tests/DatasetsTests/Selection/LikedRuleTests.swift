import Basics
import Testing

@testable import Datasets

@Suite struct LikedRuleTests {
  /// One user meets items 0, 1, 2, 0, 1, 3 in this order: looks, buys, an unknown thing, buys,
  /// looks, puts into the cart.
  private let log = Dataset(
    name: "log",
    events: [0, 1, 2, 0, 1, 3].enumerated().map {
      Event(user: 0, item: $1, time: Timestamp(seconds: Int64($0)))
    }, userIDs: ["u"], itemIDs: ["a", "b", "c", "d"],
    columns: [
      Column(
        "behaviour",
        .categories(vocabulary: ["pv", "cart", "buy"], [0, 2, -1, 2, 0, 1])),
      Column("price", .numbers([1, 2, 3, 4, 5, 6])),
    ], digest: "")

  private func rule(_ text: String) throws -> LikedRule {
    try LikedRule(decoding: JSON.parse(text, file: "spec.json"))
  }

  @Test func aRecordIsLikedByWhatItsColumnSays() throws {
    #expect(
      try rule(#"{"values": ["buy"]}"#).marks(of: log)
        == [false, true, false, true, false, false])
    #expect(
      try rule(#"{"except": ["pv"]}"#).marks(of: log) == [false, true, false, true, false, true])
  }

  /// The last three events are tested, or chosen by; all are learned from.
  @Test func heldOutAreTheLikedOnesAndAllAreLearnedFrom() throws {
    var settings = SplitSettings()
    (settings.method, settings.test) = (.byTime, 0.5)
    let liked = try rule(#"{"except": ["pv"]}"#)
    func split(_ liked: LikedRule?, _ duplicates: Duplicates = .revisit) throws -> Split {
      try makeSplit(
        log, feedback: .allRatings, duplicates: duplicates, liked: liked, settings: settings,
        seed: 1)
    }
    #expect(try split(nil).test.columns == [0, 1, 3])
    #expect(try split(liked).test.columns == [0, 3])
    #expect(try split(liked).testPart.records == [3, 5])
    #expect(try split(liked, .keep).test.columns == [3])
    #expect(try split(liked).train == split(nil).train)
    #expect(throws: Problem.data("log: nothing that is held out is liked")) {
      try makeSplit(
        log, feedback: .allRatings, duplicates: .revisit, liked: rule(#"{"values": ["buy"]}"#),
        settings: {
          var last = settings
          last.test = 0.3
          return last
        }(), seed: 1)
    }
    // Of the validation part, events 1 to 3 but the test's, everything is learned from at last.
    (settings.test, settings.validation) = (0.17, 0.6)
    let chosen = try split(liked)
    #expect(chosen.test.columns == [3] && chosen.validation.columns == [0, 1, 2])
    #expect(chosen.chosenBy.columns == [0] && chosen.train.columns == [0, 1])
    #expect(chosen.trainAndValidation.columns == [0, 1, 2])
    #expect(chosen.trainAndValidationPart.records == [0, 1, 2, 3, 4])
    #expect(chosen.digest != (try split(nil)).digest)
  }

  @Test(arguments: [
    (#"{"values": ["byu"]}"#, "log has no behaviour \"byu\"; did you mean \"buy\"?"),
    (#"{"except": ["view"]}"#, "log has no behaviour \"view\"; expected one of pv, cart, buy"),
    (
      #"{"column": "behavior", "values": ["buy"]}"#,
      "log has no column \"behavior\" that could tell what is liked; did you mean \"behaviour\"?"
    ),
    (
      #"{"column": "price", "values": ["1"]}"#,
      "log: \"price\" is no column of categories, which \"liked\" needs"
    ),
  ])
  func refusesWhatTheDataDoNotHave(text: String, message: String) throws {
    let rule = try rule(text)
    #expect(throws: Problem.usage(message)) { try rule.marks(of: log) }
  }

  @Test(arguments: [
    (#""duplicates": "keep", "liked": {}"#, "liked: expected \"values\", such as"),
    (
      #""duplicates": "keep", "liked": {"values": ["buy"], "except": ["pv"]}"#,
      "liked: expected \"values\", such as"
    ),
    (#""duplicates": "keep", "liked": {"values": ["buy", "buy"]}"#, "\"buy\" is given twice"),
    (#""liked": {"values": ["buy"]}"#, "expected \"duplicates\": \"keep\", or \"revisit\""),
    (
      #""duplicates": "keep", "liked": {"values": ["pv", "byu"]}"#,
      "liked.values[1]: taobao has no behaviour \"byu\"; did you mean \"buy\"?"
    ),
    (
      #""duplicates": "keep", "taobao": {"behaviours": ["pv", "cart"]}, "liked": {"except": ["buy"]}"#,
      "taobao has no behaviour \"buy\"; expected one of pv, cart"
    ),
  ])
  func refusesWhatCannotBe(text: String, message: String) {
    let problem = #expect(throws: Problem.self) {
      try DataSettings(
        decoding: JSON.parse(#"{"dataset": "taobao", \#(text)}"#, file: "spec.json"))
    }
    #expect(
      problem?.kind == .usage && problem?.message.contains(message) == true,
      "\(String(describing: problem))")
  }

  /// A spec that does not say it is what it was.
  @Test func whatIsNotSaidIsLeftOut() throws {
    let usual = try DataSettings(decoding: ["dataset": "taobao"])
    #expect(usual.encoded()["liked"] == nil && usual.encoded()["taobao"] == nil)
    let text = #"{"dataset": "taobao", "duplicates": "keep", "liked": {"except": ["pv"]}}"#
    let liked = try DataSettings(decoding: JSON.parse(text, file: "spec.json"))
    #expect(try DataSettings(decoding: liked.encoded()) == liked)
    #expect("\(liked)".contains("repeats: keep, relevant: behaviour other than pv, "))
  }

  /// Users and items with too few leave, and what is known of each event stays with it.
  @Test func columnsStayWithTheirEvents() throws {
    var minimum = MinimumCounts()
    minimum.item = 2
    let reduced = try log.reduced(to: minimum, Selection(duplicates: .keep))
    #expect(reduced.itemIDs == ["a", "b"])
    #expect(
      try rule(#"{"values": ["buy"]}"#).marks(of: reduced) == [false, true, true, false])
  }
}
