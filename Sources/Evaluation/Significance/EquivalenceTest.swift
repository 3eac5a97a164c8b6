import Basics

/// Two one-sided tests (Schuirmann 1987): does the mean difference lie within ± margin?
///
/// Each takes the mean to lie beyond one end and asks whether chance may have brought it so far in;
/// p is the greater of both. A test that is two-sided gives the half of its p to the side on which
/// the mean lies.
package struct EquivalenceTest: Sendable, Equatable {
  /// The probability of a mean so far within, did the true one lie at the nearer end.
  package let p: Double

  /// Tests a sample.
  ///
  /// - Parameters:
  ///   - margin: the smallest difference that matters, in the values' unit; above 0.
  ///   - test: what each side is tested with.
  ///   - resamples: draws of the randomisation test.
  package init(
    _ sample: PairedSample, margin: Double, by test: SignificanceTest, resamples: Int,
    random: inout Random
  ) {
    let ends = Self.ends(of: sample, margin)
    p =
      ends.map {
        Self.oneSided(test.p(of: $0, resamples: resamples, random: &random), $0)
      }.max() ?? 1
  }

  /// Tests a sample by Student's t, which draws nothing.
  package init(_ sample: PairedSample, margin: Double) {
    p =
      Self.ends(of: sample, margin).map { Self.oneSided(PairedTTest($0, level: 0.05).p, $0) }
      .max() ?? 1
  }

  /// How far the sample lies above the lower end, and below the upper one.
  private static func ends(of sample: PairedSample, _ margin: Double) -> [PairedSample] {
    [sample.shifted(by: margin), sample.shifted(by: -margin).negated]
  }

  /// The p-value against a mean of at most 0, of one against a mean of 0.
  private static func oneSided(_ p: Double, _ sample: PairedSample) -> Double {
    sample.mean > 0 ? p / 2 : 1 - p / 2
  }
}
