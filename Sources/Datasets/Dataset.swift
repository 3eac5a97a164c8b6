/// Everything that was read of a data set, before any rule selects or splits.
///
/// Users and items are dense indices; `userIDs` and `itemIDs` give back the ids as written.
public struct Dataset: Sendable, Equatable {
  /// The name by which specs call it: "ml-100k".
  public let name: String
  /// In the order of the source.
  public let events: [Event]
  /// The id of each user as the source writes it.
  public let userIDs: [String]
  /// The id of each item as the source writes it.
  public let itemIDs: [String]
  /// A title for people to read, for each item; nil when the source has none.
  public let itemTitles: [String]?
  /// What is known of the users; each has a row for every user.
  public let userFeatures: [Feature]
  /// What is known of the items; each has a row for every item.
  public let itemFeatures: [Feature]
  /// What is known of each event beyond its user, item, rating and time; each has a value an event.
  public let columns: [Column]
  /// The records that the source has and this has not, by the reason.
  public let dropped: [DroppedRecords]
  /// What no unknown rating exceeds, where the source withholds ratings and tells so much of them;
  /// nil: an unknown rating is none at all.
  public let unknownRatingsAtMost: Float?
  /// The SHA-256 of the source in its canonical form, hexadecimal.
  public let digest: String

  /// The number of users, those without events included.
  public var users: Int { userIDs.count }
  /// The number of items, those without events included.
  public var items: Int { itemIDs.count }

  /// A data set of these parts; events must refer to the given users and items, features have a row for
  /// each of them, and columns a value for each event.
  public init(
    name: String, events: [Event], userIDs: [String], itemIDs: [String],
    itemTitles: [String]? = nil, userFeatures: [Feature] = [], itemFeatures: [Feature] = [],
    columns: [Column] = [], dropped: [DroppedRecords] = [], unknownRatingsAtMost: Float? = nil,
    digest: String
  ) {
    precondition(userFeatures.allSatisfy { $0.values.users == userIDs.count })
    precondition(itemFeatures.allSatisfy { $0.values.users == itemIDs.count })
    precondition(columns.allSatisfy { $0.count == events.count })
    precondition(itemTitles.map { $0.count == itemIDs.count } ?? true)
    self.name = name
    self.events = events
    self.userIDs = userIDs
    self.itemIDs = itemIDs
    self.itemTitles = itemTitles
    self.userFeatures = userFeatures
    self.itemFeatures = itemFeatures
    self.columns = columns
    self.dropped = dropped
    self.unknownRatingsAtMost = unknownRatingsAtMost
    self.digest = digest
  }
}

/// Records that were left out because they were damaged or lacked a value.
public struct DroppedRecords: Sendable, Equatable {
  /// Why.
  public let reason: String
  /// How many.
  public let count: Int

  /// So many records for this reason.
  public init(_ reason: String, _ count: Int) { (self.reason, self.count) = (reason, count) }
}
