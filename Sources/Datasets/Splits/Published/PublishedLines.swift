import Basics

/// What the published splits of a data set are found by: its events in the order of its lines.
package struct PublishedLines: Sendable, Equatable {
  let splits: [PublishedSplit]
  let events: [Event]
  let userIDs: [String]
  let itemIDs: [String]

  /// What a split tests on, as pairs of ids.
  ///
  /// Throws `Problem.data` where it is not the published one, and `Problem.usage` where there is
  /// none of that name.
  func test(_ name: String, of dataset: String) throws(Problem) -> [(user: String, item: String)] {
    guard let split = splits.first(where: { $0.name == name }) else {
      throw .usage(
        "\(dataset) has no published split \"\(name)\""
          + suggestion(for: name, among: splits.map(\.name)))
    }
    let test = split.test(events)
    let digest = SHA256.hex(of: Array(text(of: test).utf8))
    guard digest == split.digest else {
      throw .data(
        "\(dataset): its lines do not give the published split \(name) (SHA-256 \(digest), expected"
          + " \(split.digest))")
    }
    return test.map { (userIDs[Int($0.user)], itemIDs[Int($0.item)]) }
  }

  private func text(of test: [Event]) -> String {
    test.sorted(by: Event.isBefore).map { event in
      let rating = event.rating.map { "\(Int($0))" } ?? ""
      let seconds = event.time.map { "\($0.nanoseconds / 1_000_000_000)" } ?? ""
      let fields = [userIDs[Int(event.user)], itemIDs[Int(event.item)], rating, seconds]
      return fields.joined(separator: "\t") + "\n"
    }.joined()
  }
}

extension Dataset {
  /// The pairs that a published split tests on, of the users and items that are left.
  ///
  /// Throws `Problem` where the data set has none of the name.
  func publishedTest(_ name: String) throws(Problem) -> Set<Int64> {
    guard let published else { throw .usage("\(self.name) has no published splits") }
    let users = Dictionary(zip(userIDs, Int32(0)...)) { first, _ in first }
    let items = Dictionary(zip(itemIDs, Int32(0)...)) { first, _ in first }
    return Set(
      try published.test(name, of: self.name).compactMap { pair in
        guard let user = users[pair.user], let item = items[pair.item] else { return nil }
        return Event(user: user, item: item).pair
      })
  }
}
