import Basics

/// The tests that a spec may ask for, each with the interval and the effect that go with it.
package enum SignificanceTest: String, CaseIterable, Sendable {
  /// ``PairedTTest``, with its interval and Cohen's d_z.
  case pairedT = "paired-t"
  /// ``WilcoxonTest``, with a bootstrap interval of the mean and the rank-biserial correlation.
  case wilcoxon
  /// ``RandomisationTest``, with a bootstrap interval of the mean and Cohen's d_z.
  case randomisation

  /// What a test says of a sample.
  package struct Outcome: Sendable, Equatable {
    package let count: Int
    /// System minus reference.
    package let meanDifference: Double
    /// Where the true mean difference lies.
    package let interval: ConfidenceInterval
    /// How large the difference is, see ``SignificanceTest/effectSize``.
    package let effect: Double
    /// The probability of what was seen, or more, were there no difference.
    package let p: Double
  }

  /// What `effect` measures.
  package var effectSize: EffectSize { self == .wilcoxon ? .rankBiserial : .cohen }

  /// The probability of a mean difference as large as a sample's, were there none; two-sided.
  func p(of sample: PairedSample, resamples: Int, random: inout Random) -> Double {
    switch self {
    case .pairedT: PairedTTest(sample, level: 0.05).p
    case .wilcoxon: WilcoxonTest(sample).p
    case .randomisation: RandomisationTest(sample, resamples: resamples, random: &random).p
    }
  }

  /// Tests a sample.
  ///
  /// - Parameters:
  ///   - level: what the interval leaves out.
  ///   - resamples: draws of the randomisation test and of the bootstrap.
  ///   - random: where they draw from; the paired t-test draws nothing.
  package func outcome(
    of sample: PairedSample, level: Double, resamples: Int, random: inout Random
  ) -> Outcome {
    let p = p(of: sample, resamples: resamples, random: &random)
    let interval =
      self == .pairedT
      ? PairedTTest(sample, level: level).interval
      : Bootstrap(sample, level: level, resamples: resamples, random: &random).interval
    return Outcome(
      count: sample.count, meanDifference: sample.mean, interval: interval,
      effect: effectSize.value(of: sample), p: p)
  }
}
