/// After how many seeds claims are looked at, when seeds are added until none is inconclusive.
///
/// Whoever looks again after every seed finds something in the end. So it is looked at a few times
/// only, each time after half as many seeds again, and each interval leaves out a share of the error
/// (Bonferroni): from 3 to 10 seeds, after 3, 5, 8 and 10, with intervals of 98.75 %. The
/// probability that any look decides wrongly is at most 5 %.
package struct SeedLooks: Sendable, Equatable {
  /// How many seeds there are at each look, ascending.
  package let counts: [Int]

  /// What all looks together leave out.
  private static let error = 0.05

  /// The looks from a first number of seeds, of which one decides nothing, to the greatest.
  package init(from first: Int, to most: Int) {
    var counts = [min(max(2, first), most)]
    while let last = counts.last, last < most { counts.append(min(most, last + (last + 1) / 2)) }
    self.counts = counts
  }

  /// The looks that a manifest tells of; nil where it tells of none.
  package init?(_ manifest: Manifest) {
    guard !manifest.looks.isEmpty else { return nil }
    counts = manifest.looks
  }

  /// What each interval leaves out.
  package var level: Double { Self.error / Double(counts.count) }

  /// For a footnote.
  var text: String {
    let looks = counts.map(String.init).joined(separator: ", ")
    return
      "Seeds were added until no claim was inconclusive, with looks after \(looks); each interval"
      + " covers \(NumberText.rounded(100 * (1 - level))) %, so that any look decides wrongly with a"
      + " probability of at most 5 %"
  }
}
