import Basics

/// What became of the events of a data set on their way to interactions.
package struct SelectionCounts: Sendable, Equatable {
  /// Events, repeats included.
  package let events: Int
  /// Events that the feedback rule does not count.
  package let refused: Int
  /// Events that count and repeat a pair of user and item, which is one interaction.
  package let repeats: Int
  /// Pairs that are left out because their user or item has too few; see ``MinimumCounts``.
  package private(set) var tooFew = 0
  /// Pairs of a user and an item that count.
  package private(set) var interactions: Int

  /// Counts what the feedback rule and the rule for repeats keep of a data set.
  ///
  /// - Parameter interactions: how many there are, where that is known; nil: they are selected to
  ///   be counted.
  /// - Throws: as `Feedback.select` does.
  package init(
    _ dataset: Dataset, feedback: Feedback, duplicates: Duplicates = .first,
    interactions: Int? = nil
  ) throws(Problem) {
    if let before = dataset.countsBefore {
      self = before
      return
    }
    events = dataset.events.count
    if duplicates == .sum {
      // Ratings are added up before the feedback rule looks at them.
      let merged = duplicates.merge(dataset.events)
      repeats = events - merged.count
      self.interactions = merged.count { feedback.keeps($0) }
      refused = merged.count - self.interactions
      return
    }
    let counted = dataset.events.count { feedback.keeps($0) }
    refused = events - counted
    if let interactions {
      self.interactions = interactions
    } else {
      self.interactions = try feedback.select(dataset).count
    }
    repeats = counted - self.interactions
  }
}

extension SelectionCounts {
  /// Records, each of which counts, of which so many are kept.
  init(records: Int, kept: Int) {
    (events, refused, repeats) = (records, 0, 0)
    (tooFew, interactions) = (records - kept, kept)
  }

  /// The same where so many of the pairs are kept.
  func reduced(to kept: Int) -> SelectionCounts {
    var counts = self
    (counts.tooFew, counts.interactions) = (interactions - kept, kept)
    return counts
  }
}
