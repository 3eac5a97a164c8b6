/// How large a difference is, whatever the number of pairs: a p-value tells only whether it is
/// there.
package enum EffectSize: String, CaseIterable, Sendable {
  /// Cohen's d for paired data, d_z = mean / standard deviation of the differences (Cohen 1988,
  /// section 2.3.5): infinite when all differ by the same, 0 when none differs.
  case cohen = "d_z"
  /// The matched-pairs rank-biserial correlation, (W⁺ − W⁻) / (W⁺ + W⁻) of the signed ranks, −1 to
  /// 1 (Kerby 2014); 0 when no pair differs.
  case rankBiserial = "rank-biserial"

  /// The effect in a sample.
  package func value(of sample: PairedSample) -> Double {
    switch self {
    case .cohen:
      let mean = sample.mean
      return mean == 0 ? 0 : mean / sample.standardDeviation
    case .rankBiserial:
      let test = WilcoxonTest(sample, method: .normal(continuityCorrection: false))
      let all = test.positiveRanks + test.negativeRanks
      return all == 0 ? 0 : (test.positiveRanks - test.negativeRanks) / all
    }
  }
}
