import Basics
import Evaluation
import Recommenders
import Results

/// The grid point and number of epochs that won, by the mean of a metric over seeds.
struct Choice {
  let configuration: Configuration
  let epochs: Int
  let value: Double

  /// Picks the best mean among all points and measured epochs; the first of equals.
  ///
  /// - Parameter candidates: each point with its trials, one a seed. An epoch counts where every
  ///   seed measured it; with early stopping, seeds may end at different epochs.
  /// Throws `Problem.run` when nothing comparable was measured.
  init(
    _ candidates: [(configuration: Configuration, results: [TrialResult])], by metric: Metric,
    system: String
  ) throws(Problem) {
    var best: Choice?
    for candidate in candidates {
      var sums: [Int: (total: Double, count: Int)] = [:]
      for result in candidate.results {
        for point in result.curve.points where point.metric == metric.name {
          sums[point.epoch, default: (0, 0)].total += point.value
          sums[point.epoch, default: (0, 0)].count += 1
        }
      }
      for (epoch, sum) in sums.sorted(by: { $0.key < $1.key })
      where sum.count == candidate.results.count {
        let mean = sum.total / Double(sum.count)
        if metric.better.prefers(mean, to: best?.value ?? .nan) {
          best = Choice(candidate.configuration, epoch, mean)
        }
      }
    }
    guard let best else {
      let isMeasured = candidates.contains { !$0.results.isEmpty }
      throw .run(
        "\(system): \(metric.name) \(isMeasured ? "is not defined at any epoch" : "was not measured"),"
          + " so nothing can be chosen by it")
    }
    self = best
  }

  private init(_ configuration: Configuration, _ epochs: Int, _ value: Double) {
    (self.configuration, self.epochs, self.value) = (configuration, epochs, value)
  }

  /// For footnotes: the grid's values, and the epoch of what learns by epochs.
  func text(byEpochs: Bool) -> String {
    let point = configuration.point.map { "\($0.setting) \($0.value.canonicalText)" }
    let length = byEpochs ? ["\(epochs) epochs"] : []
    return (point + length).joined(separator: ", ")
  }
}
