import Basics

/// The bootstrap of users and of seeds at once (Owen 2007, "The pigeonhole bootstrap").
///
/// A test over users takes the trained models as given. Here seeds are drawn with replacement as
/// users are, each by itself, so the interval covers another training and another split as well. A
/// pair of a user and a seed counts as often as both are drawn; users whom a seed has not tested
/// are missing there. It errs on the wide side: its variance is that of users, of seeds, and three
/// times that of what is left.
package struct TwoWayBootstrap: Sendable, Equatable {
  /// Covers the true mean difference with a probability of at least about 1 − `level`.
  package let interval: ConfidenceInterval

  /// How many times is drawn, unless it is said otherwise: two percent of an end are fifty means.
  package static let resamples = 1999

  /// Draws from differences.
  ///
  /// - Parameters:
  ///   - differences: [user][seed]; NaN where the seed has not tested the user. Without any the
  ///     interval is NaN.
  ///   - level: what the interval leaves out, 0.05 for 95 %.
  ///   - resamples: at least 1.
  package init(
    _ differences: [[Double]], level: Double, resamples: Int = resamples, random: inout Random
  ) {
    let seeds = differences.first?.count ?? 0
    var means: [Double] = []
    means.reserveCapacity(resamples)
    for _ in 0..<resamples {
      var weights = [Double](repeating: 0, count: seeds)
      for _ in 0..<seeds { weights[random.below(seeds)] += 1 }
      var (sum, count) = (0.0, 0.0)
      for _ in 0..<differences.count {
        let user = differences[random.below(differences.count)]
        for (seed, weight) in weights.enumerated() where weight > 0 && !user[seed].isNaN {
          sum += weight * user[seed]
          count += weight
        }
      }
      // Seeds may be drawn that have tested none of the users drawn.
      if count > 0 { means.append(sum / count) }
    }
    interval =
      means.isEmpty
      ? ConfidenceInterval(low: .nan, high: .nan) : Bootstrap.interval(of: means, level: level)
  }
}
