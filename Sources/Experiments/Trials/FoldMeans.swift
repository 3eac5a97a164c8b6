import Results

extension TrialResult {
  /// The mean of one seed over folds: of its metrics, curves, losses and times; the most of its
  /// memory. A metric that is not defined on one of them is not defined.
  init(meanOf folds: [Fold]) {
    let results = folds.map(\.result)
    let records = results.map(\.record)
    var record = records[0]
    record.identity = records.map(\.identity).joined(separator: " ")
    record.values = record.values.map { value in
      MetricValue(
        value.metric, definition: value.definition,
        value: Self.mean(records.map { $0.value(of: value.metric)?.value ?? .nan }))
    }
    let ties = records.compactMap(\.decidedByTies)
    record.decidedByTies = ties.count == records.count ? Self.mean(ties) : nil
    record.measurement.reliability = records.flatMap(\.reliability)
    record.measurement.remarks = []
    for remark in records.flatMap(\.measurement.remarks)
    where !record.measurement.remarks.contains(remark) {
      record.measurement.remarks.append(remark)
    }
    record.losses = Self.means(records.map(\.losses))
    record.observations = Self.means(records.map(\.observations))
    record.durations = Self.means(records.map(\.durations))
    record.peakMemory = records.map(\.peakMemory).max() ?? 0
    record.scoringMemory = records.map(\.scoringMemory).max() ?? 0
    record.parameters = records.map(\.parameters).max() ?? 0
    self.init(
      record: record, curve: Curve(meanOf: results.map(\.curve)),
      missing: results.reduce(0) { $0 + $1.missing }, folder: "", measurement: "", folds: folds)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The means of what all of them name.
  private static func means(_ lists: [[NamedValue]]) -> [NamedValue] {
    lists[0].compactMap { first in
      let values = lists.compactMap { list in list.first { $0.name == first.name }?.value }
      return values.count == lists.count ? NamedValue(first.name, mean(values)) : nil
    }
  }
}

extension Curve {
  /// The mean of curves of one system and seed, at the points that all of them have.
  fileprivate init(meanOf curves: [Curve]) {
    struct Place: Hashable { let (epoch, metric): (Int, String) }
    var values: [Place: [Double]] = [:]
    for point in curves.flatMap(\.points) {
      values[Place(epoch: point.epoch, metric: point.metric), default: []].append(point.value)
    }
    self.init(
      curves[0].points.compactMap { point in
        let own = values[Place(epoch: point.epoch, metric: point.metric)] ?? []
        guard own.count == curves.count else { return nil }
        return Point(
          system: point.system, seed: point.seed, epoch: point.epoch, metric: point.metric,
          value: own.reduce(0, +) / Double(own.count))
      })
  }
}

extension [Trial] {
  /// The results of trials of one system, one a seed: where there are folds their mean, once all of
  /// them have finished.
  func seeds(_ result: (Trial) -> TrialResult?) -> [TrialResult] {
    var seeds: [Int] = []
    for trial in self where !seeds.contains(trial.seed) { seeds.append(trial.seed) }
    return seeds.compactMap { seed in
      let own = filter { $0.seed == seed }
      let folds = own.compactMap { trial in
        result(trial).map { TrialResult.Fold(name: trial.fold ?? "", result: $0) }
      }
      guard folds.count == own.count else { return nil }
      return folds.count == 1 ? folds[0].result : TrialResult(meanOf: folds)
    }
  }
}
