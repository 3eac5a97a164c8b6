import Basics
import Datasets
import Evaluation
import Recommenders

/// A model on its trial's bench: how it is measured, whatever it predicts.
protocol MeasuredModel {
  var model: any Model { get }
  /// Measures some of its trial's metrics, and tells what its predictions took.
  ///
  /// Throws `Problem` when a prediction is not a number.
  func evaluate(_ metrics: [Metric], _ cost: inout TrialCost) throws -> EvaluationReport
  /// Tells what a single prediction takes that is asked for alone.
  func measureAlone(_ cost: inout TrialCost)
}

extension TrialRun {
  /// Prepares the measurement, so that making the model is timed without it, and returns how the model is
  /// made.
  ///
  /// Throws as the evaluation of the task does; what is returned throws as the making of the model does.
  func bench() throws -> () throws -> any MeasuredModel {
    let (recommender, settings) = (trial.recommender, trial.settings)
    let (dataset, seed) = (dataset, UInt64(trial.seed))
    switch parts {
    case .interactions(let split):
      let data = split.trainingData(for: trial.purpose, of: dataset)
      let evaluator = try split.evaluator(
        of: trial.metrics, for: trial.purpose, in: dataset, ties: trial.ties, seed: seed)
      return {
        RankingModel(
          evaluator: evaluator, users: dataset.users, items: dataset.items,
          recommender: try recommender.make(settings, data, seed))
      }
    case .records(let records, let split):
      let learned = split.learned(for: trial.purpose)
      let heldOut = split.heldOut(for: trial.purpose)
      let evaluator = try split.evaluator(
        of: trial.metrics, records, for: trial.purpose,
        data: "\(dataset.name), seed \(trial.seed)")
      return {
        ClickPredictor(
          evaluator: evaluator, heldOut: heldOut, learned: learned,
          predictor: try recommender.make(settings, ClickData(records, training: learned), seed))
      }
    }
  }
}

/// A recommender whose rankings are measured.
private struct RankingModel: MeasuredModel {
  let evaluator: Evaluator
  let users: Int
  let items: Int
  let recommender: any Recommender

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

  /// Of a hundred users, one after another.
  func measureAlone(_ cost: inout TrialCost) {
    var scores = [Float](repeating: 0, count: items)
    let some = 0..<min(100, users)
    let time = ContinuousClock().measure {
      for user in some {
        scores.withUnsafeMutableBufferPointer { recommender.scores(of: user..<user + 1, into: $0) }
      }
    }
    cost.inferenceAlone = time.seconds / Double(max(1, some.count))
  }
}

/// A model of clicks whose predictions are measured.
private struct ClickPredictor: MeasuredModel {
  let evaluator: ClickEvaluator
  let heldOut: [Int32]
  let learned: [Int32]
  let predictor: any ClickModel

  var model: any Model { predictor }

  func evaluate(_ metrics: [Metric], _ cost: inout TrialCost) throws -> EvaluationReport {
    let clock = ContinuousClock()
    var (predicting, predicted) = (Duration.zero, 0)
    let report = try evaluator.narrowed(to: metrics).evaluate { part in
      let places = part == .test ? heldOut : learned
      let start = clock.now
      defer {
        predicting += clock.now - start
        predicted += places.count
      }
      return [Float](unsafeUninitializedCapacity: places.count) { logits, count in
        predictor.logits(of: places, into: logits)
        count = places.count
      }
    }
    cost.inferencePerRecord = predicting.seconds / Double(max(1, predicted))
    return report
  }

  /// Nothing: records are predicted many at a time.
  func measureAlone(_ cost: inout TrialCost) {}
}

extension Duration {
  /// In seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
