import Evaluation
import Results

/// Of which epoch a row is reported, read from the learning curves of its trials.
enum EpochReadings {
  /// What the curves have at the epoch at which a column was best on the test part, for each
  /// column: what some papers report without a word, and call the best.
  ///
  /// A curve knows the rankings that the spec states and the metrics that it measures, where they
  /// are defined; others are not known.
  ///
  /// - Parameters:
  ///   - results: one a seed.
  ///   - choices: the freedoms that the training has taken.
  ///   - columns: those of the table, by each of which an epoch may be chosen.
  ///   - metrics: those of the readings, in whose order values stand.
  static func chosenOnTest(
    _ results: [TrialResult], _ choices: [ReadingChoice] = [], columns: [Metric], metrics: [Metric]
  ) -> [MeasuredReading] {
    let criteria = columns.filter { $0.better != .neither }
    return criteria.compactMap { criterion in
      let seeds = results.map { result in
        let values = best(criterion, in: result.curve)
        return metrics.map { values[$0.name] }
      }
      let spreads = metrics.indices.map { place in
        let own = seeds.compactMap { $0[place] }.filter { !$0.isNaN }
        return own.count == seeds.count ? Spread(own) : nil
      }
      guard spreads.contains(where: { $0 != nil }) else { return nil }
      let choice = ReadingChoice(
        "epoch", "chosen on test by \(criterion.name)", among: criteria.count)
      return MeasuredReading(choices + [choice], values: [spreads], isOfOneSeed: seeds.count == 1)
    }
  }

  /// All that was measured at the first epoch at which a metric is best; nothing where it is not
  /// defined at any.
  private static func best(_ criterion: Metric, in curve: Curve) -> [String: Double] {
    var best: Curve.Point?
    for point in curve.points where point.metric == criterion.name && !point.value.isNaN {
      if criterion.better.prefers(point.value, to: best?.value ?? .nan) { best = point }
    }
    guard let best else { return [:] }
    return Dictionary(
      curve.points.filter { $0.epoch == best.epoch }.map { ($0.metric, $0.value) }
    ) { first, _ in first }
  }
}
