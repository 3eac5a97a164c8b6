import Foundation

/// How many lists of each system are decided by the order of items with equal scores.
package struct TieShares {
  /// The mean over the seeds of a system's share, 0 to 1, in the order of the systems; without
  /// those whose records do not say.
  package let shares: [(system: String, share: Double)]

  /// The shares that the records of some systems tell.
  package init(of systems: [String], records: [TrialRecord]) {
    shares = systems.compactMap { system in
      let own = records.filter { $0.system == system }.compactMap(\.decidedByTies)
      guard !own.isEmpty else { return nil }
      return (system, own.reduce(0, +) / Double(own.count))
    }
  }

  /// For below a table; nil where no record says.
  package var footnote: String? {
    guard !shares.isEmpty else { return nil }
    let some = shares.filter { $0.share > 0 }
    guard !some.isEmpty else { return "The order of ties can change no test user's metrics" }
    let texts = some.map { "\($0.system) \(Self.percent($0.share))" }
    return "Share of the test users whose metrics the order of ties can change: "
      + texts.joined(separator: ", ")
      + (some.count < shares.count ? "; of the other systems none" : "")
  }

  private static func percent(_ share: Double) -> String {
    let percent = 100 * share
    if percent < 0.05 { return "< 0.1 %" }
    if percent > 99.95, share < 1 { return "> 99.9 %" }
    return String(format: "%.1f %%", percent)
  }
}
