/// Some of a list of events, in their order, and where each stood.
struct SelectedEvents: Sendable, Equatable {
  private(set) var events: [Event]
  /// The place of each in the list, which is its record's in the columns of a data set.
  private(set) var places: [Int32]

  /// All of them.
  init(all events: [Event]) {
    (self.events, places) = (events, Array(0..<Int32(events.count)))
  }

  /// Events and their places.
  init(_ events: [Event], _ places: [Int32]) { (self.events, self.places) = (events, places) }

  /// Those that a condition keeps.
  func filter(_ isKept: (Event) -> Bool) -> SelectedEvents {
    taking(events.indices.filter { isKept(events[$0]) })
  }

  /// Those of these indices among the selected.
  func taking(_ indices: [Int]) -> SelectedEvents {
    SelectedEvents(indices.map { events[$0] }, indices.map { places[$0] })
  }
}
