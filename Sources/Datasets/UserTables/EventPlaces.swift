extension Dataset {
  /// A user, an item and a time.
  private struct Meeting: Hashable {
    let pair: Int64
    let time: Int64?

    init(_ event: Event) { (pair, time) = (event.pair, event.time?.nanoseconds) }
  }

  /// Where some of its events lie among all, so that their columns can be read; nil for what is
  /// none of them.
  ///
  /// An event is known again by user, item and time: of several of the same moment the first is
  /// taken first, and each once. Which of them lies in training and which in test cannot be told.
  func places(of some: [Event]) -> [Int?] {
    var wanted: [Meeting: Int] = [:]
    for event in some { wanted[Meeting(event), default: 0] += 1 }
    var places: [Meeting: [Int]] = [:]
    for (place, event) in events.enumerated() {
      let meeting = Meeting(event)
      guard let count = wanted[meeting] else { continue }
      if places[meeting, default: []].count < count { places[meeting, default: []].append(place) }
    }
    var taken: [Meeting: Int] = [:]
    return some.map { event in
      let meeting = Meeting(event)
      guard let own = places[meeting] else { return nil }
      let next = taken[meeting, default: 0]
      taken[meeting] = next + 1
      return next < own.count ? own[next] : nil
    }
  }
}
