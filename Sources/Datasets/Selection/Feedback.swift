import Basics

/// Which events of a data set count as an interaction.
///
/// A spec says `"all-ratings"` or `{"ratingAtLeast": 4}`.
package enum Feedback: Sendable, Equatable {
  /// Every event, whatever its rating.
  case allRatings
  /// Events whose rating is known and not below this.
  case ratingAtLeast(Double)

  /// Reads what a spec says. Throws `Problem.usage` naming the place of anything else.
  package init(decoding json: JSON) throws(Problem) {
    if case .object = json.value {
      self = .ratingAtLeast(try AtLeast(decoding: json).rating)
      return
    }
    let rule = try json.asString()
    guard rule == Self.everything else {
      throw json.problem(
        "unknown value \"\(rule)\"; expected \"\(Self.everything)\" or {\"ratingAtLeast\": 4}")
    }
    self = .allRatings
  }

  /// What a spec would say.
  package var encoded: JSON {
    switch self {
    case .allRatings: .string(Self.everything)
    case .ratingAtLeast(let rating): AtLeast(rating: rating).encoded()
    }
  }

  /// Refuses a threshold that withheld ratings might reach.
  func checkKnown(_ dataset: Dataset) throws(Problem) {
    if case .ratingAtLeast(let rating) = self, let most = dataset.unknownRatingsAtMost,
      rating <= most
    {
      let unknown = dataset.events.count { $0.rating == nil }
      guard unknown == 0 else {
        throw .data(
          "\(dataset.name): \(unknown) ratings are unknown and may be up to \(JSON.text(of: most));"
            + " \"ratingAtLeast\" \(JSON.text(of: rating)) needs them: expected more than that,"
            + " or the complete data set")
      }
    }
  }

  /// Whether the event counts; an unknown rating is at least nothing.
  func keeps(_ event: Event) -> Bool {
    switch self {
    case .allRatings: true
    case .ratingAtLeast(let rating): event.rating.map { $0 >= rating } ?? false
    }
  }

  private static let everything = "all-ratings"

  struct AtLeast: Settings {
    var rating = 4.0
    init() {}
    init(rating: Double) { self.rating = rating }
    static let fields: [Field<AtLeast>] = [
      .number("ratingAtLeast", \.rating, -1e6...1e6, "the lowest rating that counts").required()
    ]
  }

  /// How a settings type declares a feedback rule.
  package static func field<Root: Settings>(
    _ name: String, _ path: any WritableKeyPath<Root, Feedback> & Sendable, _ summary: String
  ) -> Field<Root> {
    .custom(
      name, path, .either([.choice([everything]), .object(AtLeast.fieldDescriptions)]), summary,
      decode: { json throws(Problem) in try Feedback(decoding: json) }, encode: { $0.encoded })
  }
}
