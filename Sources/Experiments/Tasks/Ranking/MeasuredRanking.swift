import Basics
import Evaluation
import Recommenders

/// A recommender whose rankings are measured.
struct MeasuredRanking: MeasuredModel {
  let evaluator: Evaluator
  let users: Int
  let items: Int
  let recommender: any Recommender
  let remarks: [String]

  /// Throws `Problem` where the recommender cannot rank for a tested user.
  init(
    evaluator: Evaluator, users: Int, items: Int, recommender: any Recommender
  ) throws(Problem) {
    (self.evaluator, self.users, self.items) = (evaluator, users, items)
    self.recommender = recommender
    let metrics = evaluator.metrics
    let isWhole = metrics.contains { $0.cutoff == nil || $0.ranksNeeded == .all }
    let own = try recommender.remarks(
      ranking: evaluator.users, to: isWhole ? nil : metrics.compactMap(\.cutoff).max())
    remarks = own + evaluator.remarks
  }

  var model: any Model { recommender }

  func evaluate(_ metrics: [Metric], _ cost: inout TrialCost) throws -> EvaluationReport {
    let isWhole = metrics.count == evaluator.metrics.count
    let evaluator = evaluator.narrowed(to: metrics)
    // The last look scores all items in any case, and tells what that takes.
    if !isWhole, evaluator.ranksDrawnItemsAlone, let scorer = recommender as? any ItemScorer {
      return try evaluator.evaluateDrawn(scores: scorer.scores(of:among:into:))
    }
    let clock = ContinuousClock()
    var (scoring, scored) = (Duration.zero, 0)
    let report = try evaluator.evaluate {
      let start = clock.now
      recommender.scores(of: $0, into: $1)
      scoring += clock.now - start
      scored += $0.count
    }
    cost.inferencePerUser = scoring.seconds / Double(max(1, scored))
    return report
  }

  /// Of a hundred users, one after another, each read anew.
  func measureAlone(_ cost: inout TrialCost) {
    var scores = [Float](repeating: 0, count: items)
    let some = 0..<min(100, users)
    // What the trial has taken is told now: the peak of what follows is counted by itself.
    cost.peakMemory = max(cost.peakMemory, MachineFacts.peakMemory)
    let isForgotten = MachineFacts.forgetPeakMemory()
    let time = ContinuousClock().measure {
      for user in some {
        recommender.readAnew(user)
        scores.withUnsafeMutableBufferPointer { recommender.scores(of: user..<user + 1, into: $0) }
      }
    }
    cost.inferenceAlone = time.seconds / Double(max(1, some.count))
    cost.scoringMemory = isForgotten ? MachineFacts.peakMemory : 0
  }
}

extension Evaluator {
  /// What a reader has to know of who is tested, and among what.
  fileprivate var remarks: [String] {
    var lines: [String] = []
    if leastHeldOut > 1 {
      lines.append("users tested, who have at least \(leastHeldOut) held-out items: \(users.count)")
    }
    let masked = maskedCandidates
    if masked.items > 0 {
      lines.append("candidates that are masked: \(masked.items), of users: \(masked.users)")
    }
    return lines
  }
}
