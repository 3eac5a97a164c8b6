/// Each user's items in the order of time: what is known of interactions beyond who and what.
///
/// The row of user `u` is `items[rowStarts[u]..<rowStarts[u + 1]]`, the earliest first.
package struct Sequences: Sendable, Equatable {
  /// Where each user's row starts in `items`; users + 1 offsets, the last equals the count.
  package let rowStarts: [Int]
  /// The items, row after row.
  package let items: [Int32]
  /// Which of the events each item is of, by their order.
  package let events: [Int32]

  /// The events of these interactions in the order of their times, equal times in the order of
  /// `events`.
  ///
  /// Events of other pairs are left out; a pair of several events is there as often. Nil where a
  /// time is unknown: where an interaction has no event, or an event of it no time.
  package init?(_ interactions: Interactions, events: [Event]) {
    var isFound = [Bool](repeating: false, count: interactions.count)
    var own: [Event] = []
    var origins: [Int32] = []
    own.reserveCapacity(interactions.count)
    origins.reserveCapacity(interactions.count)
    for (origin, event) in events.enumerated() {
      guard let place = interactions.place(user: Int(event.user), item: Int(event.item))
      else { continue }
      guard event.time != nil else { return nil }
      isFound[place] = true
      own.append(event)
      origins.append(Int32(origin))
    }
    guard isFound.allSatisfy(\.self) else { return nil }
    let rows = own.placesByUser(interactions.users)
    var (items, sorted): ([Int32], [Int32]) = ([], [])
    items.reserveCapacity(own.count)
    sorted.reserveCapacity(own.count)
    for user in 0..<interactions.users {
      // Sorting is stable only if the order is part of what is compared.
      let row = rows.places[rows.starts[user]..<rows.starts[user + 1]].map { place in
        (time: own[Int(place)].time?.nanoseconds ?? 0, place: place)
      }.sorted { ($0.time, $0.place) < ($1.time, $1.place) }
      for event in row {
        items.append(own[Int(event.place)].item)
        sorted.append(origins[Int(event.place)])
      }
    }
    (rowStarts, self.items, self.events) = (rows.starts, items, sorted)
  }

  /// The number of users, those without items included.
  package var users: Int { rowStarts.count - 1 }

  /// The items of a user, the earliest first.
  package subscript(user: Int) -> ArraySlice<Int32> { items[rowStarts[user]..<rowStarts[user + 1]] }

  /// The same without the last `steps` items of each user.
  package func withoutLast(_ steps: Int) -> Sequences {
    guard steps > 0 else { return self }
    var (starts, items, events) = ([0], [Int32](), [Int32]())
    for user in 0..<users {
      items += self[user].dropLast(steps)
      events += self.events[rowStarts[user]..<rowStarts[user + 1]].dropLast(steps)
      starts.append(items.count)
    }
    return Sequences(rowStarts: starts, items: items, events: events)
  }

  /// Who has which of so many items at all.
  package func interactions(items count: Int) -> Interactions {
    let pairs = (0..<users).flatMap { user in self[user].map { (Int32(user), $0) } }
    return Interactions(users: users, items: count, pairs: pairs)
  }

  private init(rowStarts: [Int], items: [Int32], events: [Int32]) {
    (self.rowStarts, self.items, self.events) = (rowStarts, items, events)
  }
}
