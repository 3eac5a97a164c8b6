import Basics

/// The paired t-test (Student 1908), two-sided: is the mean of the differences zero?
///
/// t = mean / (s / √n) with n − 1 degrees of freedom, s the standard deviation of the differences.
/// It takes the mean difference to be normally distributed, which many users make true.
package struct PairedTTest: Sendable, Equatable {
  /// t; 0 when no pair differs, infinite when all differ by the same.
  package let statistic: Double
  /// n − 1.
  package let degreesOfFreedom: Int
  /// The probability of a |t| as large, were the mean zero; 1 when no pair differs.
  package let p: Double
  package let meanDifference: Double
  /// mean ± t* s / √n, which covers the true mean with probability 1 − `level`.
  package let interval: ConfidenceInterval

  /// Tests a sample.
  ///
  /// - Parameter level: what the interval leaves out, 0.05 for 95 %.
  package init(_ sample: PairedSample, level: Double) {
    let distribution = StudentT(degreesOfFreedom: sample.count - 1)
    let mean = sample.mean
    let error = sample.standardDeviation / Double(sample.count).squareRoot()
    degreesOfFreedom = distribution.degreesOfFreedom
    meanDifference = mean
    statistic = mean == 0 ? 0 : mean / error
    p = distribution.twoSidedTail(statistic)
    let reach = error == 0 ? 0 : distribution.quantile(twoSidedTail: level) * error
    interval = ConfidenceInterval(low: mean - reach, high: mean + reach)
  }
}
