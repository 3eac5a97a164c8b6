import Basics
import Evaluation

/// A quantity as the seeds give it: its mean, and how far the mean over all seeds may lie from it.
struct SeedEstimate: Sendable, Equatable {
  /// The mean over the measured seeds.
  let value: Double
  /// Half the width of the confidence interval, t(1 − level / 2; n − 1)·sd/√n; nil for one seed.
  let halfWidth: Double?
  /// The standard deviation over seeds; nil for one seed.
  let sd: Double?
  /// How many seeds.
  let seeds: Int

  /// The mean of what each seed gave, in the order of the seeds; nil without any.
  ///
  /// - Parameter level: what the interval leaves out, 0.05 for 95 %.
  init?(_ values: [Double], level: Double) {
    guard let spread = Spread(values) else { return nil }
    value = spread.mean
    (seeds, sd) = (spread.count, spread.sd)
    halfWidth = spread.sd.map { sd in
      let t = StudentT(degreesOfFreedom: values.count - 1).quantile(twoSidedTail: level)
      return t * sd / Double(values.count).squareRoot()
    }
  }

  /// The ratio of two means over the same seeds, r = ā / b̄.
  ///
  /// Its deviation is that of (a − r b) / b̄ (Cochran, Sampling Techniques, 1977, equation 2.46):
  /// the seeds' pairs vary together, since they share a split. Nil without seeds.
  init?(_ a: [Double], over b: [Double], level: Double) {
    guard a.count == b.count, let above = Spread(a)?.mean, let below = Spread(b)?.mean else {
      return nil
    }
    let ratio = below == 0 ? .nan : above / below
    self.init(zip(a, b).map { ratio + ($0 - ratio * $1) / below }, level: level)
  }

  /// The confidence interval; one seed says nothing of the others.
  var interval: Interval { halfWidth.map { Interval(value, radius: $0) } ?? .unknown }
}
