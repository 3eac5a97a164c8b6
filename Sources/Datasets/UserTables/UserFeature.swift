import Basics

/// What can be counted of a user's training events, as a number each. Times are in UTC.
package enum UserFeature: String, CaseIterable, Sendable {
  /// The number of training events.
  case events
  /// For each behaviour the number of training events with it.
  case behaviours
  /// The number of different items.
  case items
  /// The number of different categories of these items, or of the events.
  case categories
  /// Days from the user's last training event to the last one of all.
  case recency
  /// Days from the user's first training event to the last.
  case span
  /// The number of different days with a training event.
  case activeDays = "active-days"
  /// The number of different hours of the day, of 24, with a training event.
  case activeHours = "active-hours"

  /// What it is, as a formula in words; t is a time, e runs over a user's training events.
  var formula: String {
    switch self {
    case .events: "|{e}|"
    case .behaviours: "|{e : behaviour of e}|"
    case .items: "|{item of e}|"
    case .categories: "|{categories of the item of e, or of e}|"
    case .recency: "(max t of all training events − max t of e) / day"
    case .span: "(max t of e − min t of e) / day"
    case .activeDays: "|{day of e}|, UTC"
    case .activeHours: "|{hour of the day of e}|, UTC"
    }
  }

  /// Whether it follows from times.
  var needsTimes: Bool {
    switch self {
    case .recency, .span, .activeDays, .activeHours: true
    case .events, .behaviours, .items, .categories: false
    }
  }

  /// Names for one behaviour: `count(buy)` is that of `buy`.
  package static func behaviour(in name: String) -> String? {
    guard name.hasPrefix("count("), name.hasSuffix(")") else { return nil }
    let behaviour = name.dropFirst("count(".count).dropLast()
    return behaviour.isEmpty ? nil : String(behaviour)
  }

  /// The name that ``behaviour(in:)`` reads.
  package static func name(ofCount behaviour: String) -> String { "count(\(behaviour))" }
}
