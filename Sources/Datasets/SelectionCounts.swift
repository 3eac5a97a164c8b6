import Schema

/// What became of the events of a data set on their way to interactions.
public struct SelectionCounts: Sendable, Equatable {
  /// Events, repeats included.
  public let events: Int
  /// Events that the feedback rule does not count.
  public let refused: Int
  /// Events that count and repeat a pair of user and item, which is one interaction.
  public let repeats: Int
  /// Pairs of a user and an item that count.
  public let interactions: Int

  /// Counts what the feedback rule keeps of a data set.
  ///
  /// - Parameter interactions: how many there are, where that is known; nil: they are selected to be counted.
  /// - Throws: as `Feedback.select` does.
  public init(
    _ dataset: Dataset, feedback: Feedback, interactions: Int? = nil
  ) throws(Problem) {
    let counted = dataset.events.count { feedback.keeps($0) }
    events = dataset.events.count
    refused = events - counted
    if let interactions {
      self.interactions = interactions
    } else {
      self.interactions = try feedback.select(dataset).count
    }
    repeats = counted - self.interactions
  }
}

extension DataSettings {
  /// Whether the data tell whose each record is.
  public var hasUsers: Bool { tells(.user) }

  /// Whether the data tell what each record is about.
  public var hasItems: Bool { tells(.item) }

  private func tells(_ kind: CSVColumn.Kind) -> Bool {
    if let csv { return csv.columns.contains { $0.kind == kind } }
    // Its users are told by their features alone.
    return kind != .user || dataset != OpenBandit.name
  }
}
