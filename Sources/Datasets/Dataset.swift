/// Everything that was read of a data set, before any rule selects or splits.
///
/// Users and items are dense indices; `userIDs` and `itemIDs` give back the ids as written.
package struct Dataset: Sendable, Equatable {
  /// The name by which specs call it: "ml-100k".
  package let name: String
  /// In the order of the source, unless another was asked for.
  package private(set) var events: [Event]
  /// The id of each user as the source writes it.
  package private(set) var userIDs: [String]
  /// The id of each item as the source writes it.
  package private(set) var itemIDs: [String]
  /// A title for people to read, for each item; nil when the source has none.
  package private(set) var itemTitles: [String]?
  /// What is known of the users; each has a row for every user.
  package private(set) var userFeatures: [Feature]
  /// What is known of the items; each has a row for every item.
  package private(set) var itemFeatures: [Feature]
  /// What is known of each event beyond its user, item, rating and time; each has a value an event.
  package private(set) var columns: [Column]
  /// The records that the source has and this has not, by the reason.
  package let dropped: [DroppedRecords]
  /// How the source was understood, where that had to be found out, a line each.
  package private(set) var notes: [String]
  /// What became of the events of the source, where too few interactions of users or items left
  /// some out.
  private(set) var countsBefore: SelectionCounts?
  /// How many events each file of the source gave, in the order of the files; empty where that is
  /// no matter.
  let fileCounts: [Int]
  /// The splits that it is published with; nil: none.
  let published: PublishedLines?
  /// What no unknown rating exceeds, where the source withholds ratings and tells so much of them;
  /// nil: an unknown rating is none at all.
  package let unknownRatingsAtMost: Double?
  /// The SHA-256 of the source in its canonical form, hexadecimal.
  package let digest: String

  /// The number of users, those without events included.
  package var users: Int { userIDs.count }
  /// The number of items, those without events included.
  package var items: Int { itemIDs.count }

  /// The index of the user with that id, letter by letter; nil where there is none.
  package func user(of id: String) -> Int? {
    // `==` takes texts for equal that differ by Unicode composition alone.
    userIDs.firstIndex { $0.utf8.elementsEqual(id.utf8) }
  }

  /// A data set of these parts; events must refer to the given users and items, features have a row
  /// for each of them, and columns a value for each event.
  package init(
    name: String, events: [Event], userIDs: [String], itemIDs: [String],
    itemTitles: [String]? = nil, userFeatures: [Feature] = [], itemFeatures: [Feature] = [],
    columns: [Column] = [], dropped: [DroppedRecords] = [], notes: [String] = [],
    fileCounts: [Int] = [], published: PublishedLines? = nil, unknownRatingsAtMost: Double? = nil,
    digest: String
  ) {
    self.name = name
    self.events = events
    self.userIDs = userIDs
    self.itemIDs = itemIDs
    self.itemTitles = itemTitles
    self.userFeatures = userFeatures
    self.itemFeatures = itemFeatures
    self.columns = columns
    self.dropped = dropped
    self.notes = notes
    self.fileCounts = fileCounts
    self.published = published
    self.unknownRatingsAtMost = unknownRatingsAtMost
    self.digest = digest
    checkSizes()
  }

  private func checkSizes() {
    precondition(userFeatures.allSatisfy { $0.values.users == userIDs.count })
    precondition(itemFeatures.allSatisfy { $0.values.users == itemIDs.count })
    precondition(columns.allSatisfy { $0.count == events.count })
    precondition(itemTitles.map { $0.count == itemIDs.count } ?? true)
  }

  /// Some of the users, items and events, as new indices.
  mutating func replace(
    events: [Event], columns: [Column], userIDs: [String], itemIDs: [String],
    itemTitles: [String]?, userFeatures: [Feature], itemFeatures: [Feature], note: String,
    counts: SelectionCounts
  ) {
    countsBefore = counts
    (self.events, self.columns, self.itemTitles) = (events, columns, itemTitles)
    (self.userIDs, self.itemIDs) = (userIDs, itemIDs)
    (self.userFeatures, self.itemFeatures) = (userFeatures, itemFeatures)
    notes.append(note)
    checkSizes()
  }

  /// The same with its events by user, item, time, rating and what the columns say, so that nothing
  /// depends on the order of lines.
  ///
  /// - Parameter keepingFiles: Whether each file's events stay together, in the order of the files.
  func inCanonicalOrder(keepingFiles: Bool) -> Dataset {
    var ordered = self
    var order: [Int] = []
    order.reserveCapacity(events.count)
    var start = 0
    for count in keepingFiles && !fileCounts.isEmpty ? fileCounts : [events.count] {
      order += (start..<start + count).sorted { a, b in
        if Event.isBefore(events[a], events[b]) { return true }
        if Event.isBefore(events[b], events[a]) { return false }
        return columns.lazy.map { $0.order(a, b) }.first { $0 != 0 }.map { $0 < 0 } ?? false
      }
      start += count
    }
    ordered.events = order.map { events[$0] }
    ordered.columns = columns.map { $0.taking(order) }
    return ordered
  }
}

/// Records that were left out because they were damaged or lacked a value.
package struct DroppedRecords: Sendable, Equatable {
  package let reason: String
  package let count: Int

  /// So many records for this reason.
  package init(_ reason: String, _ count: Int) { (self.reason, self.count) = (reason, count) }
}
