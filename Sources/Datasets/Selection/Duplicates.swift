/// What becomes of several events of one user and item.
package enum Duplicates: String, CaseIterable, Sendable {
  /// The first in time is kept.
  case first
  /// The last in time is kept.
  case last
  /// One is kept whose rating is the sum of theirs, at the first of their times.
  case sum
  /// All are kept: sequences repeat items. Held-out items that were learned from are not tested.
  case keep
  /// All are kept, and a held-out item is tested whether or not it was learned from: what a user
  /// comes back to is found again.
  case revisit

  /// Whether every event stays one of its own.
  package var keepsAll: Bool { self == .keep || self == .revisit }

  /// One event a pair, or all; those kept stay in their order. Of equal times the first in order
  /// counts as the first, and an unknown time comes last.
  func merge(_ selected: SelectedEvents) -> SelectedEvents {
    let events = selected.events
    guard !keepsAll, let groups = Self.repeats(events) else { return selected }
    var isKept = [Bool](repeating: true, count: events.count)
    var merged = events
    for group in groups {
      for place in group.dropFirst() { isKept[place] = false }
      switch self {
      case .first, .keep, .revisit: break
      case .last:
        (isKept[group[0]], isKept[group[group.count - 1]]) = (false, true)
      case .sum:
        let ratings = group.compactMap { events[$0].rating }
        merged[group[0]].rating = ratings.isEmpty ? nil : ratings.reduce(0, +)
      }
    }
    return SelectedEvents(merged, selected.places).taking(merged.indices.filter { isKept[$0] })
  }

  /// As `merge(_:)`, of all of these events.
  func merge(_ events: [Event]) -> [Event] { merge(SelectedEvents(all: events)).events }

  /// The places of the events of each pair that has several, in time; nil where there is none.
  private static func repeats(_ events: [Event]) -> [[Int]]? {
    let users = Int(events.lazy.map(\.user).max() ?? -1) + 1
    let items = Int(events.lazy.map(\.item).max() ?? -1) + 1
    let rows = events.placesByUser(users)
    var groups: [[Int]] = []
    var row: [Int] = []
    /// The user who had each item last.
    var holder = [Int32](repeating: -1, count: items)
    for user in 0..<users {
      var isRepeated = false
      for place in rows.places[rows.starts[user]..<rows.starts[user + 1]] {
        let item = Int(events[Int(place)].item)
        isRepeated = isRepeated || holder[item] == Int32(user)
        holder[item] = Int32(user)
      }
      // Sorting is dear, and most users have no repeats.
      guard isRepeated else { continue }
      row.removeAll(keepingCapacity: true)
      row += rows.places[rows.starts[user]..<rows.starts[user + 1]].lazy.map(Int.init)
      row.sort { a, b in
        if events[a].item != events[b].item { return events[a].item < events[b].item }
        let (x, y) = (events[a].time?.nanoseconds ?? .max, events[b].time?.nanoseconds ?? .max)
        return x == y ? a < b : x < y
      }
      var start = 0
      for end in 1..<max(2, row.count + 1) where start < row.count {
        if end < row.count, events[row[end]].item == events[row[start]].item { continue }
        if end - start > 1 { groups.append(Array(row[start..<end])) }
        start = end
      }
    }
    return groups.isEmpty ? nil : groups
  }
}

extension [Event] {
  /// Where each user's events are, in their order: user `u` has `places[starts[u]..<starts[u +
  /// 1]]`.
  func placesByUser(_ users: Int) -> (starts: [Int], places: [Int32]) {
    var starts = [Int](repeating: 0, count: users + 1)
    for event in self { starts[Int(event.user) + 1] += 1 }
    for user in 0..<users { starts[user + 1] += starts[user] }
    var next = starts
    var places = [Int32](repeating: 0, count: count)
    for (place, event) in enumerated() {
      places[next[Int(event.user)]] = Int32(place)
      next[Int(event.user)] += 1
    }
    return (starts, places)
  }
}
