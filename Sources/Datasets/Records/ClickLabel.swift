import Basics

/// What counts as a click. A spec says `{"ratingAtLeast": 4}`, or the name of a column of zeros and
/// ones.
package enum ClickLabel: Sendable, Equatable {
  /// A rating that is known and not below this.
  case ratingAtLeast(Double)
  /// A column of the data set.
  case column(String)

  /// Reads what a spec says. Throws `Problem.usage` naming the place of anything else.
  init(decoding json: JSON) throws(Problem) {
    if case .string(let name) = json.value {
      self = .column(name)
    } else if case .ratingAtLeast(let rating) = try Feedback(decoding: json) {
      self = .ratingAtLeast(rating)
    } else {
      throw json.mismatch("the name of a column or {\"ratingAtLeast\": 4}")
    }
  }

  /// What a spec would say.
  var encoded: JSON {
    switch self {
    case .ratingAtLeast(let rating): Feedback.ratingAtLeast(rating).encoded
    case .column(let name): .string(name)
    }
  }

  /// 1 for each event that is a click, 0 for the others.
  ///
  /// Throws `Problem.data` where ratings that decide are withheld or there are none, where there is
  /// no such column, and naming the first record whose value is neither 0 nor 1.
  func labels(of dataset: Dataset) throws(Problem) -> [Float] {
    switch self {
    case .ratingAtLeast(let rating):
      let rule = Feedback.ratingAtLeast(rating)
      try rule.checkKnown(dataset)
      guard dataset.events.contains(where: { $0.rating != nil }) else {
        throw .data("\(dataset.name): has no ratings, which \"ratingAtLeast\" needs")
      }
      if dataset.unknownRatingsAtMost == nil,
        let place = dataset.events.firstIndex(where: { $0.rating == nil })
      {
        throw .data(
          "\(dataset.name), record \(place + 1): has no rating, which the label \"ratingAtLeast\" needs"
        )
      }
      return dataset.events.map { rule.keeps($0) ? 1 : 0 }
    case .column(let name):
      guard let column = dataset.columns.first(where: { $0.name == name }) else {
        let known = dataset.columns.map(\.name)
        throw .data(
          "\(dataset.name): has no column \"\(name)\" to predict"
            + suggestion(for: name, among: known))
      }
      guard case .numbers(let values) = column.values else {
        throw .data("\(dataset.name): the label \"\(name)\" is not a column of numbers")
      }
      if let place = values.firstIndex(where: { $0 != 0 && $0 != 1 }) {
        throw .data(
          "\(dataset.name), record \(place + 1): the label \"\(name)\" is \(JSON.text(of: values[place])); expected 0 or 1"
        )
      }
      return values.map { Float($0) }
    }
  }
}
