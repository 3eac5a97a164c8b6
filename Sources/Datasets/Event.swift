/// One line of a data set: a user met an item.
public struct Event: Sendable, Equatable {
  /// The user's dense index.
  public var user: Int32
  /// The item's dense index.
  public var item: Int32
  /// What the user gave, in the data set's own scale; 0 when unknown.
  public var rating: Float
  /// When, in seconds since 1970 (UTC); 0 when unknown.
  public var time: Int64

  /// An event; leave out what is not known.
  public init(user: Int32, item: Int32, rating: Float = 0, time: Int64 = 0) {
    (self.user, self.item, self.rating, self.time) = (user, item, rating, time)
  }
}
