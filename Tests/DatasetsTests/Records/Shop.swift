import Datasets

/// Six records of three users and two items, with everything that a field can be.
let shop = Dataset(
  name: "shop",
  events: [
    // Thursday 1970-01-01 00:00:01, 23:59:59, Friday 01:00:00, Sunday 1970-01-04, Monday,
    // 2026-11-26 13:00.
    Event(user: 0, item: 0, rating: 5, time: 1), Event(user: 0, item: 1, rating: 3, time: 86_399),
    Event(user: 1, item: 0, rating: 4, time: 90_000),
    Event(user: 1, item: 1, rating: 2, time: 259_200),
    Event(user: 2, item: 0, rating: 1, time: 345_600),
    Event(user: 2, item: 1, rating: 4, time: 1_795_698_000),
  ],
  userIDs: ["u1", "u2", "u3"], itemIDs: ["i1", "i2"],
  userFeatures: [Feature(name: "sex", values: [["F"], ["M"], []])],
  itemFeatures: [Feature(name: "genre", values: [["drama", "war"], ["war"]])],
  columns: [
    Column("price", .numbers([1, 2, 2, .nan, 4, 8])),
    Column("bought", .numbers([1, 0, 0, 1, 0, 1])),
    Column("place", .categories(vocabulary: ["home", "cart"], [0, 0, 1, -1, 0, 1])),
  ], digest: "")
