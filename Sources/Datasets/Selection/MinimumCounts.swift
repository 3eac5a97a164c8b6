import Basics

/// How many interactions users and items need to stay in the data set.
///
/// ```json
/// { "user": 5, "item": 5 }
/// ```
/// is the 5-core: users and items with fewer are left out again and again, until all that are left
/// have as many. With `"iterated": false` all are counted once, before any is left out.
package struct MinimumCounts: Settings, Equatable {
  /// Interactions of a user.
  package var user = 1
  /// Interactions of an item.
  package var item = 1
  /// Whether those left are counted again.
  package var iterated = true

  /// Everybody and everything with an interaction.
  package init() {}

  /// The keys of a spec's `minimum`.
  package static let fields: [Field<MinimumCounts>] = [
    .integer("user", \.user, 1...Int(Int32.max), "interactions that a user needs"),
    .integer("item", \.item, 1...Int(Int32.max), "interactions that an item needs"),
    .boolean(
      "iterated", \.iterated, "whether what is left is counted again, until nothing changes"),
  ]

  /// For footnotes: `users with at least 5 and items with at least 5 interactions, counted until
  /// nothing changes`.
  package var description: String {
    "users with at least \(user) and items with at least \(item) interactions, counted "
      + (iterated ? "until nothing changes" : "once")
  }

  /// Which of these events stay, and how often was counted until then.
  ///
  /// Every event counts, so that of pairs which are to count once each must be there once.
  func keep(_ events: [Event], users: Int, items: Int) -> (isKept: [Bool], rounds: Int) {
    var isKept = [Bool](repeating: true, count: events.count)
    var rounds = 0
    while true {
      var ofUser = [Int](repeating: 0, count: users)
      var ofItem = [Int](repeating: 0, count: items)
      for (place, event) in events.enumerated() where isKept[place] {
        ofUser[Int(event.user)] += 1
        ofItem[Int(event.item)] += 1
      }
      rounds += 1
      var isChanged = false
      for (place, event) in events.enumerated() where isKept[place] {
        guard ofUser[Int(event.user)] < user || ofItem[Int(event.item)] < item else { continue }
        isKept[place] = false
        isChanged = true
      }
      guard isChanged, iterated else { return (isKept, rounds) }
    }
  }
}

extension Dataset {
  /// The data set of the users and items that have enough interactions, and of these interactions
  /// alone.
  ///
  /// Throws as `Selection.events` does, and `Problem.data` where nobody has enough.
  func reduced(to minimum: MinimumCounts, _ selection: Selection) throws(Problem) -> Dataset {
    let selected = try selection.events(of: self)
    let (isKept, rounds) = minimum.keep(selected.events, users: users, items: items)
    let kept = selected.taking(isKept.indices.filter { isKept[$0] })
    guard !kept.events.isEmpty else {
      throw .data("\(name): nothing is left of \(minimum.description)")
    }
    let counts = try SelectionCounts(
      self, feedback: selection.feedback, duplicates: selection.duplicates)
    return reduced(
      to: kept.events, columns: columns.map { $0.taking(kept.places.map(Int.init)) },
      counts.reduced(to: kept.events.count),
      "\(minimum.description): \(rounds) \(rounds == 1 ? "round" : "rounds"), \(kept.events.count) of"
        + " \(selected.events.count) interactions left")
  }

  /// As `reduced(to:_:)`, of records: each counts, and keeps its fields.
  func reducedRecords(to minimum: MinimumCounts) throws(Problem) -> Dataset {
    let (isKept, rounds) = minimum.keep(events, users: users, items: items)
    let places = events.indices.filter { isKept[$0] }
    guard !places.isEmpty else {
      throw .data("\(name): nothing is left of \(minimum.description)")
    }
    return reduced(
      to: places.map { events[$0] }, columns: columns.map { $0.taking(places) },
      SelectionCounts(records: events.count, kept: places.count),
      "\(minimum.description): \(rounds) \(rounds == 1 ? "round" : "rounds"), \(places.count) of"
        + " \(events.count) records left")
  }

  /// Users and items without any of these events leave the data set.
  private func reduced(
    to kept: [Event], columns: [Column], _ counts: SelectionCounts, _ note: String
  ) -> Dataset {
    func places(_ count: Int, _ used: [Int32]) -> (kept: [Int], places: [Int32]) {
      var isUsed = [Bool](repeating: false, count: count)
      for place in used { isUsed[Int(place)] = true }
      let kept = isUsed.indices.filter { isUsed[$0] }
      var places = [Int32](repeating: -1, count: count)
      for (place, old) in kept.enumerated() { places[old] = Int32(place) }
      return (kept, places)
    }
    let ofUsers = places(users, kept.map(\.user))
    let ofItems = places(items, kept.map(\.item))
    var events = kept
    for place in events.indices {
      events[place].user = ofUsers.places[Int(events[place].user)]
      events[place].item = ofItems.places[Int(events[place].item)]
    }
    var reduced = self
    reduced.replace(
      events: events, columns: columns, userIDs: ofUsers.kept.map { userIDs[$0] },
      itemIDs: ofItems.kept.map { itemIDs[$0] },
      itemTitles: itemTitles.map { titles in ofItems.kept.map { titles[$0] } },
      userFeatures: userFeatures.map { $0.taking(ofUsers.kept) },
      itemFeatures: itemFeatures.map { $0.taking(ofItems.kept) }, note: note, counts: counts)
    return reduced
  }
}
