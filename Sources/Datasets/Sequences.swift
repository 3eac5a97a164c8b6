/// Each user's items in the order of time: what is known of interactions beyond who and what.
///
/// The row of user `u` is `items[rowStarts[u]..<rowStarts[u + 1]]`, the earliest first.
public struct Sequences: Sendable, Equatable {
  /// Where each user's row starts in `items`; users + 1 offsets, the last equals the count.
  public let rowStarts: [Int]
  /// The items, row after row.
  public let items: [Int32]

  /// The interactions in the order of the times of `events`; equal times keep the order of `events`.
  ///
  /// A pair that several events name counts once, at the first of them. Nil where a time is unknown:
  /// where an interaction has no event, or its event has no time.
  public init?(_ interactions: Interactions, events: [Event]) {
    var found: [(user: Int, event: Int)] = []
    found.reserveCapacity(interactions.count)
    var isFound = [Bool](repeating: false, count: interactions.count)
    for (index, event) in events.enumerated() {
      let user = Int(event.user)
      guard let place = interactions.place(user: user, item: Int(event.item)), !isFound[place]
      else { continue }
      guard event.time != 0 else { return nil }
      isFound[place] = true
      found.append((user, index))
    }
    guard found.count == interactions.count else { return nil }
    found.sort {
      ($0.user, events[$0.event].time, $0.event) < ($1.user, events[$1.event].time, $1.event)
    }
    rowStarts = interactions.rowStarts
    items = found.map { events[$0.event].item }
  }

  /// The number of users, those without items included.
  public var users: Int { rowStarts.count - 1 }

  /// The items of a user, the earliest first.
  public subscript(user: Int) -> ArraySlice<Int32> { items[rowStarts[user]..<rowStarts[user + 1]] }
}
