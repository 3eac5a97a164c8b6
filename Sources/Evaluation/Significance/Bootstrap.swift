import Basics

/// The percentile bootstrap (Efron 1979) of the mean difference.
///
/// As many pairs are drawn with replacement, `resamples` times; the interval lies between the
/// quantiles `level` / 2 and 1 − `level` / 2 of their means (linear between order statistics, as
/// NumPy's default). It assumes no distribution; for a dozen pairs or fewer it is too narrow.
package struct Bootstrap: Sendable, Equatable {
  /// Covers the true mean with a probability of about 1 − `level`.
  package let interval: ConfidenceInterval

  /// Draws from a sample.
  ///
  /// - Parameters:
  ///   - level: what the interval leaves out, 0.05 for 95 %.
  ///   - resamples: at least 1.
  package init(_ sample: PairedSample, level: Double, resamples: Int, random: inout Random) {
    let differences = sample.differences
    var means: [Double] = []
    means.reserveCapacity(resamples)
    for _ in 0..<resamples {
      var sum = 0.0
      for _ in 0..<differences.count { sum += differences[random.below(differences.count)] }
      means.append(sum / Double(differences.count))
    }
    interval = Self.interval(of: means, level: level)
  }

  /// What lies between the quantiles `level` / 2 and 1 − `level` / 2.
  static func interval(of means: [Double], level: Double) -> ConfidenceInterval {
    let sorted = means.sorted()
    return ConfidenceInterval(
      low: quantile(level / 2, of: sorted), high: quantile(1 - level / 2, of: sorted))
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
