/// What was measured, by system, metric and seed.
public struct MeasuredNumbers: Sendable {
  /// The finished trials.
  private let records: [TrialRecord]
  /// Learning curve by system, metric and seed.
  private let curves: [Address: [Int: LearningCurve]]

  private struct Address: Hashable {
    let system: String
    let metric: String
  }

  /// The numbers of finished trials, and their learning curves.
  public init(records: [TrialRecord] = [], curves: Curve = Curve()) {
    self.records = records
    var found: [Address: [Int: LearningCurve]] = [:]
    for point in curves.points {
      let address = Address(system: point.system, metric: point.metric)
      found[address, default: [:]][point.seed, default: LearningCurve()].append(
        x: Double(point.epoch), y: point.value)
    }
    self.curves = found
  }

  /// The curve of each seed; empty when none was measured.
  func curves(_ quantity: Quantity) -> [Int: LearningCurve] {
    curves[Address(system: quantity.row, metric: quantity.column), default: [:]]
  }

  /// The number of each seed; empty when none was measured.
  func values(_ quantity: Quantity) -> [Int: Double] {
    switch quantity.reading {
    case .best: return curves(quantity).compactMapValues { $0.best?.y }
    case .bestEpoch: return curves(quantity).compactMapValues { $0.best?.x }
    case .reported:
      var values: [Int: Double] = [:]
      for record in records where record.system == quantity.row {
        values[record.seed] = record.value(of: quantity.column)?.value
      }
      return values
    }
  }
}
