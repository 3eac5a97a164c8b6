import Basics
import TestSupport

/// A log of `tasteGroups`: ids that need quotes, repeated pairs, equal times, attributes of items.
struct LoggedTaste {
  static let header = ["who", "what", "stars", "when", "kind", "clicked"]
  static let itemHeader = ["what", "name", "kind", "parity"]

  /// The records, in the order in which they are written.
  private(set) var records: [[String]]
  /// The attributes of the items.
  private(set) var items: [[String]]

  init() {
    let data = tasteGroups(users: 40, items: 30)
    // Ids with what a file may put between cells and around them.
    func user(_ place: Int32) -> String { place == 7 ? "o\"b, jr" : "u\(place + 10)" }
    func item(_ place: Int32) -> String { place == 3 ? "it's; 3" : "i\(place + 10)" }
    var random = Random(seed: 5, stream: "log")
    records = data.events.enumerated().map { place, event in
      // Two events a second, and halves between the whole stars.
      let stars = "\((event.rating ?? 0) - Double(random.below(3)) / 2)"
      let kind = event.item % 5 == 0 ? "" : "k\(event.item % 4)"
      let click = event.user % 4 == event.item % 4 ? 1 : 0
      return [
        user(event.user), item(event.item), stars, "\(1_000_000_000 + place / 2)", kind,
        "\(random.below(8) == 0 ? 1 - click : click)",
      ]
    }
    // Every tenth pair again, later and with another rating.
    for place in stride(from: 0, to: records.count, by: 10) {
      var again = records[place]
      (again[2], again[3]) = ("1.5", "\(1_000_100_000 + place)")
      records.append(again)
    }
    random.shuffle(&records)
    items = (0..<30).map { place in
      [
        item(Int32(place)), "The \"\(place)\", a film",
        "k\(place % 4)" + (place < 9 ? "|rare" : ""),
        place % 3 == 0 ? "" : "p\(place % 2)",
      ]
    }
  }

  /// The same records in another order of lines.
  func shuffled() -> LoggedTaste {
    var copy = self
    var random = Random(seed: 6, stream: "shuffled log")
    random.shuffle(&copy.records)
    random.shuffle(&copy.items)
    return copy
  }

  /// Every id renamed so that their order stays.
  func renamed() -> LoggedTaste {
    var copy = self
    for place in records.indices {
      copy.records[place][0] = "A new " + records[place][0]
      copy.records[place][1] = "the" + records[place][1] + "!"
    }
    for place in items.indices { copy.items[place][0] = "the" + items[place][0] + "!" }
    return copy
  }

  /// The last event in time of every user, and the others.
  func divided() -> (train: [[String]], test: [[String]]) {
    var last: [String: [String]] = [:]
    for record in records {
      if let known = last[record[0]], (known[3], known[1]) >= (record[3], record[1]) { continue }
      last[record[0]] = record
    }
    // A pair is on one side alone.
    let train = records.filter { $0[1] != last[$0[0]]?[1] }
    return (train, last.keys.sorted().compactMap { last[$0] })
  }
}
