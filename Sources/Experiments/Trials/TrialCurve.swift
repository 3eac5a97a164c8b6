import Basics
import Results

extension Trial {
  /// The trial's curve up to `epoch`, from its file, under this spec's label: another spec may have
  /// named the system else.
  ///
  /// - Throws: `Problem.data` when the file cannot be read or does not hold, in order, every metric
  ///   at every epoch that is measured up to `epoch`: figures and choices must not silently miss
  ///   points.
  func curve(reading path: String, upTo epoch: Int) throws(Problem) -> Curve {
    guard epoch <= training.epochs else {
      throw .data("\(path): belongs to \(epoch) epochs, expected at most \(training.epochs)")
    }
    var curve = try Curve(reading: path)
    curve.removePoints(after: epoch)
    let points = curve.points.map { Measurement(epoch: $0.epoch, metric: $0.metric) }
    let expected = measuredEpochs(upTo: epoch).flatMap { epoch in
      metrics(at: epoch).map { Measurement(epoch: epoch, metric: $0.name) }
    }
    guard points == expected else {
      let place = zip(points, expected).prefix { $0 == $1 }.count
      throw .data(
        place < expected.count
          ? "\(path): \(expected[place]) is missing" : "\(path): \(points[place]) is too many")
    }
    return Curve(
      curve.points.map {
        Curve.Point(
          system: system, seed: $0.seed, epoch: $0.epoch, metric: $0.metric, value: $0.value)
      })
  }

  /// The epochs at which a trial that stands at `epoch` has been measured: 0, every
  /// `evaluateEvery`th, and the last.
  func measuredEpochs(upTo epoch: Int) -> [Int] {
    let regular = Array(stride(from: 0, through: epoch, by: training.evaluateEvery))
    return epoch == training.epochs && regular.last != epoch ? regular + [epoch] : regular
  }
}

/// One point of a curve without its value.
private struct Measurement: Equatable, CustomStringConvertible {
  let epoch: Int
  let metric: String
  var description: String { "\(metric) at epoch \(epoch)" }
}
