/// One line of a data set: a user met an item.
package struct Event: Sendable {
  /// The user's dense index.
  package var user: Int32
  /// The item's dense index.
  package var item: Int32
  // A number each in place of optionals: 24 bytes an event, of which there may be millions.
  private var knownRating: Double
  private var knownTime: Int64

  /// An event; leave out what is not known.
  package init(user: Int32, item: Int32, rating: Double? = nil, time: Timestamp? = nil) {
    (self.user, self.item) = (user, item)
    knownRating = rating ?? .nan
    knownTime = time?.nanoseconds ?? .min
  }

  /// What the user gave, in the data set's own scale; nil when unknown.
  package var rating: Double? {
    get { knownRating.isNaN ? nil : knownRating }
    set { knownRating = newValue ?? .nan }
  }

  /// When; nil when unknown.
  package var time: Timestamp? {
    get { knownTime == .min ? nil : Timestamp(nanoseconds: knownTime) }
    set { knownTime = newValue?.nanoseconds ?? .min }
  }

  /// The pair of user and item as one number.
  var pair: Int64 { Int64(user) << 32 | Int64(item) }
}

extension Event: Equatable {
  /// Unknown ratings are equal.
  package static func == (a: Event, b: Event) -> Bool {
    a.pair == b.pair && a.rating == b.rating && a.knownTime == b.knownTime
  }
}

extension Event {
  /// Whether `a` comes before `b` in time: an unknown time last, and of equal times by user, item
  /// and rating, an unknown one first. Only equal events are neither before nor after each other.
  static func isEarlier(_ a: Event, _ b: Event) -> Bool {
    let (x, y) = (a.time?.nanoseconds ?? .max, b.time?.nanoseconds ?? .max)
    return x == y ? isBefore(a, b) : x < y
  }

  /// Whether `a` comes before `b` in the order by user, item, time and rating.
  static func isBefore(_ a: Event, _ b: Event) -> Bool {
    if a.pair != b.pair { return a.pair < b.pair }
    let (x, y) = (a.time?.nanoseconds ?? .max, b.time?.nanoseconds ?? .max)
    if x != y { return x < y }
    return (a.rating ?? -.infinity) < (b.rating ?? -.infinity)
  }
}
