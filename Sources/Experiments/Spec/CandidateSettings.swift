import Basics
import Foundation

/// What is ranked, and for whom: the candidates of a user, what is masked, how many test items a
/// user needs.
///
/// ```json
/// { "items": "held-out", "masked": "nothing", "leastHeldOut": 5 }
/// ```
package struct CandidateSettings: Settings, Equatable {
  /// Which items.
  package enum Items: String, CaseIterable, Sendable {
    /// All of them.
    case all
    /// Those that are held out of somebody.
    case heldOut = "held-out"
    /// Those that a file names, a line a user; while settings are chosen, all.
    case file
  }

  /// What of a user is never ranked.
  package enum Masked: String, CaseIterable, Sendable {
    /// What was learned from: at the test the training and the validation part.
    case learned
    /// The training part alone; items of the validation part are ranked.
    case training
    /// Nothing: what was learned from is ranked, too.
    case nothing
  }

  var items = Items.all
  /// A line a user: the positive, then its negatives.
  var file: String?
  var masked = Masked.learned
  /// How many held-out items a user needs to be tested.
  var leastHeldOut = 1

  package init() {}

  package static let fields: [Field<CandidateSettings>] = [
    .choice("items", \.items, "which items are ranked"),
    .file("file", \.file, "items file: a line a user, the positive and then its negatives"),
    .choice("masked", \.masked, "what of a user is never ranked"),
    .integer(
      "leastHeldOut", \.leastHeldOut, 1...1_000_000, "held-out items that a user needs to be tested"
    ),
  ]

  package static let hints = [
    "negatives":
      "a metric that ranks among drawn items says so by \"among\"; \"file\" names given ones"
  ]

  /// Asks for a file where one is needed, and there alone.
  package func check(_ json: JSON) throws(Problem) {
    guard (file != nil) != (items == .file) else { return }
    throw (json["file"] ?? json["items"] ?? json).problem(
      file == nil
        ? "\"items\": \"file\" needs \"file\", the lists of candidates"
        : "\"file\" is used beside \"items\": \"file\" only")
  }

  /// Whether every item is ranked that was not learned from, for everybody.
  var isStandard: Bool { self == CandidateSettings() }

  /// The same with a path changed.
  func changingPath(_ change: (String) -> String) -> CandidateSettings {
    var other = self
    other.file = file.map(change)
    return other
  }

  /// For footnotes: `the items that candidates.tsv names for a user are ranked; nothing is masked`.
  var definition: String {
    let ranked =
      switch items {
      case .all: "every item is ranked, those without an interaction too"
      case .heldOut: "items that are held out of somebody are ranked, no others"
      case .file:
        "the items that \(((file ?? "") as NSString).lastPathComponent) names for a user are ranked, no"
          + " others"
      }
    let hidden =
      switch masked {
      case .learned: "what was trained on is masked"
      case .training: "what the training part has is masked, what the validation part has is ranked"
      case .nothing: "nothing is masked, what was trained on is ranked too"
      }
    let least =
      leastHeldOut > 1
      ? "; users with fewer than \(leastHeldOut) held-out items are not tested" : ""
    return "\(ranked); \(hidden)\(least)"
  }
}
