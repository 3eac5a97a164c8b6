import Basics

/// Which events of a data set become interactions.
struct Selection: Sendable, Equatable {
  var feedback = Feedback.allRatings
  var duplicates = Duplicates.first

  /// The events that count, in their order: those that the feedback rule keeps, and of several of
  /// one user and item those that `duplicates` says. Ratings are added up before the feedback rule
  /// looks at them.
  ///
  /// Throws `Problem.data` if a withheld rating might count, or if no event counts, saying so if
  /// that is for want of ratings.
  func events(of dataset: Dataset) throws(Problem) -> SelectedEvents {
    try feedback.checkKnown(dataset)
    let kept = select(dataset.events)
    guard kept.events.isEmpty else { return kept }
    if case .ratingAtLeast(let rating) = feedback {
      throw .data(
        dataset.events.contains { $0.rating != nil }
          ? "\(dataset.name): no rating is at least \(JSON.text(of: rating))"
          : "\(dataset.name): has no ratings, which \"ratingAtLeast\" needs")
    }
    throw .data("\(dataset.name): has no events")
  }

  /// As `events(of:)`, of some events.
  func select(_ events: [Event]) -> SelectedEvents {
    let all = SelectedEvents(all: events)
    let selected = duplicates == .sum ? duplicates.merge(all) : all
    let kept = feedback == .allRatings ? selected : selected.filter(feedback.keeps)
    return duplicates == .sum ? kept : duplicates.merge(kept)
  }
}

extension Feedback {
  /// The events that count, of several of one user and item the first in time; see
  /// ``DataSettings/duplicates``.
  ///
  /// Throws `Problem.data` if a withheld rating might count, or if no event counts.
  package func select(_ dataset: Dataset) throws(Problem) -> [Event] {
    try Selection(feedback: self).events(of: dataset).events
  }
}
