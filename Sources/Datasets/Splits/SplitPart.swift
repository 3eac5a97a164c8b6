/// When what is in a part of a split happened, event by event.
package struct SplitPart: Sendable, Equatable {
  /// An event for each interaction or, where repeats are kept, several.
  package let events: [Event]
  /// Where each event stands among those of the data set, whose columns say more of it; empty where
  /// that is not known.
  package let records: [Int32]

  /// Events of a part, and their records where these are known.
  package init(events: [Event] = [], records: [Int32] = []) {
    (self.events, self.records) = (events, records)
  }

  /// The events of both, one part after the other.
  func followed(by other: SplitPart) -> SplitPart {
    guard !other.events.isEmpty else { return self }
    return SplitPart(events: events + other.events, records: records + other.records)
  }
}
