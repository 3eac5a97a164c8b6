import Basics
import Datasets
import Evaluation
import Recommenders

extension RankingParts {
  func sizes(for purpose: Trial.Purpose) -> TrialSizes {
    let held = split.heldOut(for: purpose)
    let tested = (0..<held.users).count { !held[$0].isEmpty }
    return TrialSizes(
      dataset, tested: tested,
      RankingTrialSizes(
        own: RankingSizes(split.trainingData(for: purpose, of: dataset)),
        tested: Double(tested), heldOut: Double(held.count), events: Double(dataset.events.count)))
  }
}

/// What the cost of learning and measuring rankings follows from.
private struct RankingTrialSizes: TaskSizes {
  let own: RankingSizes
  /// Users with a held-out item.
  let tested: Double
  /// Interactions that are held out.
  let heldOut: Double
  /// Events of the whole data set.
  let events: Double

  var bytes: Double { 0 }

  func share(
    _ recommender: RecommenderType, _ settings: JSON, _ training: TrainingSettings,
    _ metrics: [Metric]
  ) throws(Problem) -> TaskShare {
    let estimate = try recommender.estimate(settings, own)
    let rows = min(256, max(1, 16_777_216 / max(1, own.items)))
    let scored = min(own.users, tested * rows)
    func look(_ metrics: [Metric], drawn: Bool) -> Work {
      let ranked = tested * ranking(metrics)
      guard !drawn else {
        let among = metrics.compactMap(\.among).max() ?? 0
        let share = min(1, Double(among) / max(1, own.items))
        return ranked + (tested * share) * estimate.one
      }
      return ranked + scored * estimate.one + estimate.look
    }
    let curve = training.curveMetrics.isEmpty ? metrics : training.curveMetrics
    let drawn = recommender.scoresDrawnItems && curve.allSatisfy { $0.among != nil }
    return TaskShare(
      model: estimate, evaluation: 4 * min(rows, own.users) * own.items,
      look: look(curve, drawn: drawn), lastLook: look(metrics, drawn: false))
  }

  /// What ranking all items of a user takes, scores apart.
  private func ranking(_ metrics: [Metric]) -> Work {
    let held = heldOut / max(1, tested)
    var steps = 1500 + 250 * Double(metrics.count) + 60 * held
    let whole = metrics.filter { $0.among == nil }
    if !whole.isEmpty {
      steps += 0.9 * own.items
      switch whole.map(\.ranksNeeded).max() ?? .none {
      case .none: break
      case .first: steps += 0.4 * own.items
      case .all: steps += 0.4 * own.items * held
      }
    }
    for among in Set(metrics.compactMap(\.among)) {
      steps += 60 * min(Double(among), own.items) + 4 * events / max(1, own.users)
    }
    return Work(steps: steps)
  }
}
