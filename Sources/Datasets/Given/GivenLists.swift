import Basics

/// How a file of lists is written.
package enum ListFormat: String, CaseIterable, Sendable {
  /// With a header that names the columns `user`, `item` and `score` or `rank`.
  case csv
  /// A TREC run: `user Q0 item rank score tag`.
  case trec
}

/// What orders a list.
package enum ListOrder: String, CaseIterable, Sendable {
  /// The highest first.
  case score
  /// The lowest first.
  case rank
}

/// Some items for each of some users, each with what orders them, as a file has them.
package struct GivenLists: Sendable {
  /// Where the list of each user of the data set begins; one more than there are users.
  package let starts: [Int]
  /// The items of one user after those of another, each user's as the file has them.
  package let items: [Int32]
  /// What orders them, the highest first; a rank is negated.
  package let values: [Double]
  /// Lines of users and of items that the data set has not.
  package let unknown: (users: Int, items: Int)
  /// Users whose ranks are not in the order of their scores, where a file tells both.
  package let disagreeing: Int

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - order: what orders the lists; nil: the one that there is, of both the score.
  ///   - users: the ids of the data set's users.
  ///   - skipsUnknown: whether lines of other users and items are counted, and not refused.
  /// - Throws: `Problem.data` naming file and line for a line of another form, an unknown id, a
  ///   score that is not a finite number, and a pair that stands twice.
  package init(
    _ bytes: [UInt8], file: String, _ format: ListFormat, by order: ListOrder?, users: [String],
    items: [String], skipsUnknown: Bool = false
  ) throws(Problem) {
    var lines = try ListLines(bytes, file: file, format, by: order)
    let (userIndex, itemIndex) = (WordIndex(users), WordIndex(items))
    var entries: [Entry] = []
    var unknown = (users: 0, items: 0)
    while let line = try lines.next() {
      let (user, item) = (userIndex.place(of: line.user), itemIndex.place(of: line.item))
      guard let user, let item else {
        guard skipsUnknown else {
          let (kind, id) = user == nil ? ("user", line.user) : ("item", line.item)
          throw .data(
            "\(file):\(line.number): the data set has no \(kind) \"\(id)\"; expected its own ids, or"
              + " \"unknown\": \"skip\" to leave such lines out")
        }
        if user == nil { unknown.users += 1 } else { unknown.items += 1 }
        continue
      }
      entries.append(
        Entry(
          user: user, item: item, value: line.value, other: line.other,
          line: Int32(clamping: line.number)))
    }
    guard !entries.isEmpty else {
      throw .data("\(file): has no list" + (skipsUnknown ? " of a known user and item" : ""))
    }
    // By user, then as the file has them.
    let sorted = entries.enumerated().sorted {
      ($0.element.user, $0.offset) < ($1.element.user, $1.offset)
    }
    .map(\.element)
    var starts = [Int](repeating: 0, count: users.count + 1)
    for entry in sorted { starts[Int(entry.user) + 1] += 1 }
    for user in 0..<users.count { starts[user + 1] += starts[user] }
    var disagreeing = 0
    for user in 0..<users.count {
      let own = sorted[starts[user]..<starts[user + 1]]
      try Self.refuseRepeats(own, file, users, items)
      if own.contains(where: { $0.other != nil }), Self.disagree(own) { disagreeing += 1 }
    }
    (self.starts, self.items, values) = (starts, sorted.map(\.item), sorted.map(\.value))
    (self.unknown, self.disagreeing) = (unknown, disagreeing)
  }

  /// How large a score can be: a little less than single precision holds.
  static let mostMagnitude = 2e38

  private struct Entry {
    let user: Int32
    let item: Int32
    let value: Double
    /// What else could order them.
    let other: Double?
    let line: Int32
  }

  private static func refuseRepeats(
    _ own: ArraySlice<Entry>, _ file: String, _ users: [String], _ items: [String]
  ) throws(Problem) {
    let order = own.sorted { ($0.item, $0.line) < ($1.item, $1.line) }
    for (first, second) in zip(order, order.dropFirst()) where first.item == second.item {
      throw .data(
        "\(file):\(second.line): repeats user \(users[Int(first.user)]), item"
          + " \(items[Int(first.item)]) of line \(first.line)")
    }
  }

  /// Whether one of two orders has a pair the other way round.
  private static func disagree(_ own: ArraySlice<Entry>) -> Bool {
    let order = own.sorted { ($0.value, $0.other ?? 0) > ($1.value, $1.other ?? 0) }
    return zip(order, order.dropFirst()).contains { ($0.other ?? 0) < ($1.other ?? 0) }
  }
}
