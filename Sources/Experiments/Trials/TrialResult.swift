import Results

/// A finished trial: its record and its curve.
package struct TrialResult: Sendable {
  /// What tables are made of.
  package let record: TrialRecord
  /// The metrics at every measured epoch.
  package let curve: Curve
  /// The name of its folder among the trials.
  package let folder: String

  /// The result that a folder of this name holds.
  init(record: TrialRecord, curve: Curve, folder: String? = nil) {
    (self.record, self.curve, self.folder) = (record, curve, folder ?? record.identity)
  }

  /// The result under another label.
  func labelled(_ system: String) -> TrialResult {
    var record = record
    record.system = system
    return TrialResult(
      record: record,
      curve: Curve(
        curve.points.map {
          Curve.Point(
            system: system, seed: $0.seed, epoch: $0.epoch, metric: $0.metric, value: $0.value)
        }), folder: folder)
  }

  /// The result as it stood at an epoch of the curve, which measured every metric.
  func at(epoch: Int) -> TrialResult {
    var record = record
    record.epochs = epoch
    // The curve does not tell.
    record.decidedByTies = nil
    record.values = record.values.map { value in
      let point = curve.points.first { $0.epoch == epoch && $0.metric == value.metric }
      return MetricValue(
        value.metric, definition: value.definition, value: point?.value ?? .nan)
    }
    return TrialResult(record: record, curve: curve, folder: folder)
  }
}
