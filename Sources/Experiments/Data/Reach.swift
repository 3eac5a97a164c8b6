import Foundation

extension [SplitCounts] {
  /// `11.2% of the interactions tested are of items that are learned from: whoever knows no others
  /// can find no more`, or `11.2% to 11.4%` where seeds differ; nil where no share is below a
  /// bound.
  func reach(below bound: Double) -> String? {
    let shares = filter { $0.test > 0 }.map {
      Double($0.testOfLearnedItems ?? $0.test) / Double($0.test)
    }
    guard let least = shares.min(), let most = shares.max(), least < bound else { return nil }
    let texts = [least, most].map { String(format: "%.4g%%", 100 * $0) }
    return (texts[0] == texts[1] ? texts[0] : "\(texts[0]) to \(texts[1])")
      + " of the interactions tested are of items that are learned from: whoever knows no others can"
      + " find no more"
  }
}
