import Foundation

/// The signed-rank test (Wilcoxon 1945), two-sided: are the differences symmetric about zero?
///
/// Pairs that do not differ are left out (Wilcoxon's rule); the others are ranked by the size of
/// their difference, equal sizes sharing the mean of their ranks. Sizes are equal when they differ
/// by no more than the sample's tolerance: 0.6 − 0.4 and 0.4 − 0.2 are not the same number, but
/// stand for the same difference.
package struct WilcoxonTest: Sendable, Equatable {
  /// How the probability is come by.
  package enum Method: Sendable, Equatable {
    /// SciPy's rule (1.17, `method="auto"`): `exact` for at most 50 pairs without ties or equal
    /// pairs, and for at most 13 pairs with them; else `normal` without continuity correction.
    case automatic
    /// Counts the assignments of signs to the ranks as they are, ties included.
    case exact
    /// The normal approximation, its variance corrected for ties. A continuity correction moves the
    /// statistic by ½ towards its mean.
    case normal(continuityCorrection: Bool)
  }

  /// The sum of the ranks of differences above zero.
  package let positiveRanks: Double
  /// The sum of the ranks of differences below zero.
  package let negativeRanks: Double
  /// The pairs that differ.
  package let differing: Int
  /// Whether `p` counts assignments of signs instead of approximating.
  package let isExact: Bool
  /// The probability of ranks as one-sided; 1 when no pair differs.
  package let p: Double

  /// The smaller of the two sums of ranks, as tables of the test have it.
  package var statistic: Double { min(positiveRanks, negativeRanks) }

  package init(_ sample: PairedSample, method: Method = .automatic) {
    let ranked = SignedRanks(sample)
    (positiveRanks, negativeRanks) = (ranked.positive, ranked.negative)
    differing = ranked.doubled.count
    let isPlain = ranked.tieSizes.isEmpty && differing == sample.count
    switch method {
    case .automatic: isExact = sample.count <= (isPlain ? 50 : 13)
    case .exact: isExact = true
    case .normal: isExact = false
    }
    if differing == 0 {
      p = 1
    } else if isExact {
      p = ranked.exactTail
    } else {
      p = ranked.normalTail(continuityCorrection: method == .normal(continuityCorrection: true))
    }
  }
}

/// The ranks of the differences that are not zero.
private struct SignedRanks {
  /// Twice the rank of each, so that shared ranks are whole; by size.
  private(set) var doubled: [Int] = []
  private(set) var positive = 0.0
  private(set) var negative = 0.0
  /// How many share a rank, for each rank that is shared.
  private(set) var tieSizes: [Int] = []

  init(_ sample: PairedSample) {
    let sorted = sample.differences.filter { $0 != 0 }.sorted { abs($0) < abs($1) }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, abs(sorted[end]) - abs(sorted[end - 1]) <= sample.tolerance {
        end += 1
      }
      // Ranks start + 1 … end have the mean (start + 1 + end) / 2.
      let rank = start + 1 + end
      for difference in sorted[start..<end] {
        doubled.append(rank)
        if difference > 0 { positive += Double(rank) / 2 } else { negative += Double(rank) / 2 }
      }
      if end - start > 1 { tieSizes.append(end - start) }
      start = end
    }
  }

  /// Twice the smaller tail of the positive ranks' sum when every sign is a fair coin's, at most 1.
  ///
  /// `probabilities[k]` is that of a doubled sum k over the ranks so far; halving is exact.
  var exactTail: Double {
    var probabilities = [1.0]
    for rank in doubled {
      var next = [Double](repeating: 0, count: probabilities.count + rank)
      for (sum, probability) in probabilities.enumerated() {
        next[sum] += probability / 2
        next[sum + rank] += probability / 2
      }
      probabilities = next
    }
    let observed = Int(2 * positive)
    let atMost = probabilities[...observed].reduce(0, +)
    let atLeast = probabilities[observed...].reduce(0, +)
    return min(1, 2 * min(atMost, atLeast))
  }

  func normalTail(continuityCorrection: Bool) -> Double {
    let n = Double(doubled.count)
    let ties = tieSizes.reduce(0) { $0 + Double($1) * (Double($1) * Double($1) - 1) }
    let deviation = ((n * (n + 1) * (2 * n + 1) - ties / 2) / 24).squareRoot()
    var distance = abs(positive - n * (n + 1) / 4)
    if continuityCorrection, distance > 0 { distance = abs(distance - 0.5) }
    return erfc(distance / deviation / 2.0.squareRoot())
  }
}
