import Basics
import Evaluation
import Results

/// What the file of a trial's curve tells, as far as the trial asks.
struct TrialCurve {
  /// The points that the trial asks for and that were measured, under its own label.
  private(set) var curve: Curve
  /// The points that it asks for and that cannot be had: the training was looked at elsewhere, or
  /// by other metrics.
  let missing: Int
  /// Whether something is to be chosen by points that cannot be had.
  let lacksChoice: Bool

  /// - Parameters:
  ///   - all: Everything that was measured along the training.
  ///   - record: The finished trial; what was measured of its final model is the last point.
  init(_ all: Curve, of trial: Trial, _ record: TrialRecord) {
    var values: [Measured: Double] = [:]
    for point in all.points { values[Measured(point.epoch, point.metric)] = point.value }
    for value in record.values { values[Measured(record.epochs, value.metric)] = value.value }
    let looks = trial.measuredEpochs(upTo: record.epochs)
    var (points, missing) = ([Curve.Point](), 0)
    for epoch in looks {
      for metric in trial.metrics(at: epoch) {
        guard let value = values[Measured(epoch, metric.name)] else {
          missing += 1
          continue
        }
        points.append(
          Curve.Point(
            system: trial.system, seed: trial.seed, epoch: epoch, metric: metric.name, value: value)
        )
      }
    }
    (curve, self.missing) = (Curve(points), missing)
    let chosenBy = trial.content.chosenBy
    lacksChoice = Self.lacks(chosenBy, at: looks.dropLast()) {
      values[Measured($0, $1.name)] != nil
    }
  }

  /// Whether nothing can be chosen by these metrics: an epoch can be where all of them are known,
  /// and must not be where some are.
  static func lacks(
    _ metrics: [Metric], at looks: some Collection<Int>, knows: (Int, Metric) -> Bool
  ) -> Bool {
    guard !metrics.isEmpty, !looks.isEmpty else { return false }
    let known = looks.map { epoch in metrics.count { knows(epoch, $0) } }
    return known.allSatisfy { $0 == 0 } || known.contains { 0 < $0 && $0 < metrics.count }
  }

  /// One point without its value.
  private struct Measured: Hashable {
    let epoch: Int
    let metric: String
    init(_ epoch: Int, _ metric: String) { (self.epoch, self.metric) = (epoch, metric) }
  }
}

extension Trial {
  /// The epochs at which a trial that stands at `epoch` has been measured: 0, every
  /// `evaluateEvery`th, and the last.
  func measuredEpochs(upTo epoch: Int) -> [Int] {
    let regular = Array(stride(from: 0, through: epoch, by: content.evaluateEvery))
    return epoch == epochs && regular.last != epoch ? regular + [epoch] : regular
  }
}
