import Basics
import Evaluation
import Recommenders

/// About what a trial takes: the most memory of its process, and its work, data and evaluation included.
package struct TrialEstimate: Sendable {
  /// The most bytes that its process has resident.
  package let bytes: Double
  /// All that it does.
  package let work: Work
  /// What takes the most memory: "54542 items squared".
  package let largest: String?

  /// Bytes of a process that has done nothing yet.
  private static let process = 44e6

  /// The estimate of a system with these settings. Throws `Problem.usage` as its estimate does.
  init(
    _ recommender: RecommenderType, _ settings: JSON, _ training: TrainingSettings,
    _ metrics: [Metric], _ sizes: TrialSizes
  ) throws(Problem) {
    let epochs = recommender.learning == .once ? 0 : Double(training.epochs)
    let every = Double(training.evaluateEvery)
    // The first look is before the first epoch, the last one after the last.
    let looks = 1 + (epochs / every).rounded(.up)
    let saves = (epochs / Double(training.checkpointEvery)).rounded(.up) + 1
    let estimate: Estimate
    let evaluation: (bytes: Double, before: Work, last: Work)
    switch sizes.learned {
    case .rankings(let own):
      estimate = try recommender.estimate(settings, own)
      let rows = min(256, max(1, 16_777_216 / max(1, own.items)))
      let scored = min(own.users, sizes.tested * rows)
      func look(_ metrics: [Metric], drawn: Bool) -> Work {
        let ranked = sizes.tested * Self.ranking(metrics, sizes)
        guard !drawn else {
          let among = metrics.compactMap(\.among).max() ?? 0
          let share = min(1, Double(among) / max(1, own.items))
          return ranked + (sizes.tested * share) * estimate.one
        }
        return ranked + scored * estimate.one + estimate.look
      }
      let curve = training.curveMetrics.isEmpty ? metrics : training.curveMetrics
      let drawn = recommender.scoresDrawnItems && curve.allSatisfy { $0.among != nil }
      evaluation = (
        4 * min(rows, own.users) * own.items, look(curve, drawn: drawn), look(metrics, drawn: false)
      )
    case .clicks(let own):
      estimate = try recommender.estimate(settings, own)
      let predicted =
        metrics.contains(where: \.isOfTraining) ? own.learned + sizes.tested : sizes.tested
      let look = predicted * estimate.one + .ranked(predicted)
      evaluation = (24 * predicted, look, look)
    }
    // Every value of the curve is kept to the end; every user's value until it is written.
    let curve = looks * Double(metrics.count) * 120
    let values = sizes.tested * Double(metrics.count) * 40
    let data = 40 * sizes.events + 100 * (sizes.users + sizes.items) + fields(sizes)
    let reading = 120 * sizes.events
    bytes =
      Self.process
      + max(reading, data + curve + estimate.peak(evaluation: evaluation.bytes + values))
    largest = estimate.largest
    work =
      Work(steps: 8e7 + 1600 * sizes.events) + estimate.making + epochs * estimate.epoch
      + (looks - 1) * evaluation.before + evaluation.last
      + saves * Work(steps: 1.5 * estimate.saved + 3e6, bytes: 12 * estimate.saved)
      + estimate.observing + 100 * estimate.one
  }

  /// What ranking all items of a user takes, scores apart.
  private static func ranking(_ metrics: [Metric], _ sizes: TrialSizes) -> Work {
    let held = sizes.heldOut / max(1, sizes.tested)
    var steps = 1500 + 250 * Double(metrics.count) + 60 * held
    let whole = metrics.filter { $0.among == nil }
    if !whole.isEmpty {
      steps += 1.1 * sizes.items
      switch whole.map(\.ranksNeeded).max() ?? .none {
      case .none: break
      case .first: steps += 0.4 * sizes.items
      case .all: steps += 0.4 * sizes.items * held
      }
    }
    for among in Set(metrics.compactMap(\.among)) {
      steps += 60 * min(Double(among), sizes.items) + 4 * sizes.events / max(1, sizes.users)
    }
    return Work(steps: steps)
  }
}

/// Bytes of the fields of records.
private func fields(_ sizes: TrialSizes) -> Double {
  guard case .clicks(let own) = sizes.learned else { return 0 }
  return own.records * (16 + 8 * Double(own.fields.count))
}

extension Work {
  /// What measuring so many predictions takes, most of it a sort.
  fileprivate static func ranked(_ count: Double) -> Work { Work(steps: 200 * count) }
}
