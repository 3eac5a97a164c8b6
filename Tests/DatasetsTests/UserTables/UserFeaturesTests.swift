import Basics
import Datasets
import TestSupport
import Testing

@Suite struct UserFeaturesTests {
  /// Three users, of whom the last has nothing to learn from.
  private let shop = Dataset(
    name: "shop",
    events: [
      Event(user: 0, item: 0, time: Timestamp(seconds: 0)),
      Event(user: 0, item: 0, time: Timestamp(seconds: 43_200)),
      Event(user: 0, item: 1, time: Timestamp(seconds: 86_400)),
      Event(user: 1, item: 1, time: Timestamp(seconds: 172_800)),
      Event(user: 1, item: 1, time: Timestamp(seconds: 172_800)),
      Event(user: 2, item: 0, time: Timestamp(seconds: 999_999)),
    ],
    userIDs: ["a", "b", "c"], itemIDs: ["x", "y"],
    itemFeatures: [Feature(name: "genre", values: [["drama", "war"], ["war"]])],
    columns: [
      Column("behaviour", .categories(vocabulary: ["pv", "buy"], [0, 1, 0, 1, -1, 0])),
      Column("price", .numbers([1, 2, 3, 4, 5, 6])),
    ], digest: "")

  private var train: [Event] { Array(shop.events.prefix(5)) }

  private func values(_ features: UserFeatures) throws -> [String: [Double]] {
    let made = try features.table(of: train, in: shop)
    #expect(made.table.users == [0, 1])
    return Dictionary(
      uniqueKeysWithValues: made.table.attributes.map { ($0.name, $0.values) })
  }

  @Test func featuresByHand() throws {
    let found = try values(UserFeatures(category: "genre"))
    #expect(
      found == [
        "events": [3, 2], "count(pv)": [2, 0], "count(buy)": [1, 1], "items": [2, 1],
        "categories": [2, 1], "recency": [1, 0], "span": [1, 0], "active-days": [2, 1],
        "active-hours": [2, 1],
      ])
  }

  @Test func whatIsNotNamedIsLeftOutWithItsReason() throws {
    let made = try UserFeatures().table(of: train, in: shop)
    #expect(!made.table.attributes.map(\.name).contains("categories"))
    #expect(
      made.leftOut == [
        "shop: \"categories\" needs an attribute of items or a column of words of the events,"
          + " and none is called \"category\"; expected one of genre, behaviour"
      ])
  }

  @Test func oneBehaviourCanBeCounted() throws {
    #expect(try values(UserFeatures(names: ["count(buy)"])) == ["count(buy)": [1, 1]])
  }

  @Test(
    arguments: [
      (
        UserFeatures(names: ["count(bui)"]),
        "shop: no event has the behaviour \"bui\"; did you mean \"buy\"?"
      ),
      (
        UserFeatures(names: ["behaviours"], behaviour: "behavior"),
        "shop: \"behaviour\" needs a column of words of the events, and none is called \"behavior\""
          + "; did you mean \"behaviour\"?"
      ),
      (
        UserFeatures(category: "gender"),
        "shop: \"category\" needs an attribute of items or a column of words of the events,"
          + " and none is called \"gender\"; did you mean \"genre\"?"
      ),
      (UserFeatures(names: ["recensy"]), "unknown feature \"recensy\"; did you mean \"recency\"?"),
    ])
  func aNamedFeatureThatCannotBeGivenIsRefused(_ features: UserFeatures, _ message: String) {
    #expect(throws: Problem.usage(message)) { try features.table(of: train, in: shop) }
  }

  @Test func categoriesMayBeAColumnOfEvents() throws {
    let found = try values(UserFeatures(names: ["categories"], category: "behaviour"))
    #expect(found == ["categories": [2, 1]])
  }

  @Test func unknownTimesRefuseWhatFollowsFromThem() throws {
    let events = [Event(user: 0, item: 0), Event(user: 1, item: 1, time: Timestamp(seconds: 5))]
    #expect(
      throws: Problem.data(
        "shop: \"span\" needs the time of every training event, and 1 of 2 have none")
    ) { try UserFeatures(names: ["span"]).table(of: events, in: shop) }
    let made = try UserFeatures(behaviour: nil, category: "genre").table(
      of: events.filter { $0.time == nil }, in: shop)
    #expect(made.table.attributes.map(\.name) == ["events", "items", "categories"])
    // An event without a time is not known again, and so has no behaviour.
    #expect(made.leftOut.count == 5)
  }

  @Test func withoutATrainingEventThereIsNoTable() {
    #expect(throws: Problem.data("shop: has no training event")) {
      try UserFeatures().table(of: [], in: shop)
    }
  }

  @Test func repeatsOfOneMomentAreTakenInOrder() throws {
    // The first of the two events of user b is the one of which the behaviour is known.
    let made = try UserFeatures(names: ["behaviours"]).table(of: [train[4]], in: shop)
    #expect(made.table.attributes.map(\.values) == [[0], [1]])
  }

  /// Against `Tests/Golden/user_features.py`.
  @Test func featuresArePythons() throws {
    let golden = try Golden.json("user_features")
    let words = ["pv", "fav", "cart", "buy"]
    var (events, behaviours) = ([Event](), [Int32]())
    for row in try golden.member("events").asArray() {
      let cells = try row.asArray()
      events.append(
        Event(
          user: Int32(try cells[0].asInteger()), item: Int32(try cells[1].asInteger()),
          time: Timestamp(seconds: Int64(try cells[2].asInteger()))))
      let word = cells[3].isNull ? nil : words.firstIndex(of: try cells[3].asString())
      behaviours.append(Int32(word ?? -1))
    }
    let categories = try golden.member("categories").asArray().map {
      try $0.asArray().map { try $0.asString() }
    }
    let dataset = Dataset(
      name: "made", events: events, userIDs: (0..<6).map(String.init),
      itemIDs: (0..<12).map(String.init),
      itemFeatures: [Feature(name: "category", values: categories)],
      columns: [Column("behaviour", .categories(vocabulary: words, behaviours))], digest: "")
    let train = try golden.member("train").asArray().map { events[try $0.asInteger()] }
    let made = try UserFeatures().table(of: train, in: dataset)
    #expect(made.leftOut.isEmpty)
    #expect(made.table.users == (try golden.member("users").asArray().map { try $0.asInteger() }))
    let features = try golden.member("features").asObject()
    #expect(made.table.attributes.map(\.name) == features.map(\.key))
    for (attribute, expected) in zip(made.table.attributes, features) {
      let values = try expected.value.asArray().map { try $0.asNumber() }
      #expect(zip(attribute.values, values).allSatisfy { abs($0 - $1) < 1e-12 }, "\(expected.key)")
    }
  }
}
