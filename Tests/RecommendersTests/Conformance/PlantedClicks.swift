import Basics
import Datasets

@testable import Recommenders

/// Records whose clicks follow from a preference of each user, a quality of each item, and whether
/// the two parities of user and item agree, which no sum over fields can tell.
enum PlantedClicks {
  static func dataset(records: Int = 1200) -> Dataset {
    var random = Random(seed: 4, stream: "planted clicks")
    var (events, labels, prices, places) = ([Event](), [Float](), [Float](), [Int32]())
    for _ in 0..<records {
      let (user, item) = (random.below(12), random.below(10))
      let odds = (user % 2 == item % 2 ? 1.5 : -1.5) + (item < 3 ? 0.8 : -0.4)
      events.append(Event(user: Int32(user), item: Int32(item)))
      prices.append(item == 9 ? .nan : Float(item))
      places.append(Int32(random.below(3)))
      labels.append(odds > 2 * random.uniformDouble() - 1 ? 1 : 0)
    }
    return Dataset(
      name: "planted", events: events, userIDs: (0..<12).map { "\($0)" },
      itemIDs: (0..<10).map { "\($0)" },
      itemFeatures: [
        Feature(
          name: "kind", vocabulary: ["even", "odd", "cheap"],
          indices: (0..<10).map { $0 < 3 ? [$0 % 2, 2] : [$0 % 2] })
      ],
      columns: [
        Column("price", .numbers(prices.map(Double.init))),
        Column("label", .numbers(labels.map(Double.init))),
        Column("place", .categories(vocabulary: ["a", "b", "c"], places)),
      ], digest: "")
  }

  static let fields: JSON = [
    "label": "label", "fields": ["user", "item", "kind", "price", "place"],
  ]

  /// The last quarter of the records is not learned from.
  static func data() throws -> ClickData {
    ClickData(try records(), training: Array(0..<900))
  }

  static func records() throws -> Records {
    try Records(dataset(), ClickSettings(decoding: fields))
  }
}
