import Foundation

/// One thing in which results differ from the committed ones.
package struct Difference: Sendable, Equatable, CustomStringConvertible {
  /// The name of the file.
  package let file: String
  /// The row and column of a cell, or the line of a text; empty where a whole file differs.
  package let place: String
  /// What is committed; nil: nothing.
  package let committed: String?
  /// What is there now; nil: nothing.
  package let now: String?

  /// For example `table4.csv: UR-GAN, precision@5, mean: committed 0.53, now 0.52 (-0.01)`.
  package var description: String {
    let where_ = place.isEmpty ? file : "\(file): \(place)"
    switch (committed, now) {
    case (nil, _): return "\(where_): is not among the committed results"
    case (_, nil): return "\(where_): is no longer there"
    case (let committed?, let now?):
      return "\(where_): committed \(Self.shown(committed)), now \(Self.shown(now))"
        + Self.change(committed, now)
    }
  }

  private static func shown(_ text: String) -> String {
    if text == "nan" { return NumberText.undefined }
    return text.isEmpty ? "nothing" : text.count > 100 ? text.prefix(100) + "…" : text
  }

  private static func change(_ committed: String, _ now: String) -> String {
    guard let committed = Double(committed), let now = Double(now) else { return "" }
    let change = now - committed
    return change.isFinite ? String(format: " (%+.2g)", change) : ""
  }
}
