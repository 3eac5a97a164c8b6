import Foundation

/// Who and what was tested, and what became of the events, in a line or two below a table.
struct SplitNotes {
  /// What the data set holds.
  let data: DataCounts
  /// One a seed and fold.
  let seeds: [SplitCounts]

  /// What is known of the folds of some data; nil where a run of an earlier version has not kept
  /// it.
  init?(_ folds: [DataFacts], seeds: [Int]) {
    let splits = folds.flatMap(\.splits).filter { seeds.contains($0.seed) }.compactMap(\.counts)
    guard let data = folds.first?.counts, !splits.isEmpty else { return nil }
    (self.data, self.seeds) = (data, splits)
  }

  /// - Parameters:
  ///   - systems: ` of A, B` where a table has other data too; else empty.
  ///   - areRanked: whether all items are candidates.
  ///   - bound: which share of what is tested, within reach of those who know the learned items
  ///     alone, is worth a line where it is less; below a table a fifth out of reach is not.
  func lines(_ systems: String, areRanked: Bool = true, reachBelow bound: Double = 0.8)
    -> [String]
  {
    guard seeds[0].clicksTested == nil else {
      return ["Records\(systems): \(parts); label 1 in \(clicks)\(recordUsers)"]
    }
    let ranked = seeds[0].itemsWithoutInteraction == nil ? "" : "; \(items(areRanked))"
    return ["Tested\(systems): \(users)\(ranked)", "Parts\(systems): \(parts)\(events)"]
      + (seeds.reach(below: bound).map { ["Within reach\(systems): \($0)"] } ?? [])
  }

  /// `20 of 24 users (3 have nothing held out, 1 no interaction at all)`.
  private var users: String {
    var reasons: [String] = []
    func add(_ count: (SplitCounts) -> Int?, _ words: String) {
      guard seeds.contains(where: { count($0) ?? 0 > 0 }) else { return }
      reasons.append("\(range(count)) \(words)")
    }
    add(\.usersWithoutTest, "left out with nothing held out")
    add(\.usersWithoutInteraction, "left out without an interaction")
    add(\.usersNotLearned, "tested with nothing to learn from")
    return "\(range(\.usersTested)) of \(data.users ?? 0) users"
      + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))")
  }

  /// `candidates are 16 items, 0 of them without an interaction, 1 without one to learn from`.
  private func items(_ areRanked: Bool) -> String {
    "\(areRanked ? "candidates are" : "of") \(data.items ?? 0) items, \(range(\.itemsWithoutInteraction)) of them without an"
      + " interaction, \(range(\.itemsNotLearned)) without one to learn from"
  }

  private var parts: String {
    "\(range(\.train)) train, \(range(\.validation)) validation, \(range(\.test)) test"
  }

  /// `; of 400 events 12 merged as repeats of a pair, 8 left out by the feedback rule`.
  private var events: String {
    guard let repeats = data.repeats, let refused = data.refused else { return "" }
    return "; of \(data.events) events \(repeats) merged as repeats of a pair"
      + (refused == 0 ? "" : ", \(refused) left out by the feedback rule")
      + (data.tooFew.map { ", \($0) of users and items with too few" } ?? "")
  }

  private var clicks: String {
    let learned = shares(\.clicksLearned) { $0.train + $0.validation }
    return "\(learned) of those learned from, \(shares(\.clicksTested, of: \.test)) of those tested"
  }

  /// `; 8 users tested, 0 of them with nothing to learn from`; nothing where nobody knows them.
  private var recordUsers: String {
    guard seeds[0].usersTested != nil, let users = data.users else { return "" }
    return
      "; \(range(\.usersTested)) of \(users) users tested, \(range(\.usersNotLearned)) of them with"
      + " nothing to learn from"
  }

  /// `12`, or `12 to 15` where seeds differ.
  private func range(_ count: (SplitCounts) -> Int?) -> String {
    let counts = seeds.compactMap(count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    return least == most ? "\(least)" : "\(least) to \(most)"
  }

  /// `24.5%`, or `24.3% to 24.6%` where seeds differ.
  private func shares(
    _ count: (SplitCounts) -> Int?, of whole: (SplitCounts) -> Int
  ) -> String {
    let shares = seeds.map { 100 * Double(count($0) ?? 0) / Double(max(1, whole($0))) }.sorted()
    let texts = [shares[0], shares[shares.count - 1]].map { String(format: "%.3g%%", $0) }
    return texts[0] == texts[1] ? texts[0] : "\(texts[0]) to \(texts[1])"
  }
}
