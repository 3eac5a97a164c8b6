import Evaluation
import Recommenders

/// A model of clicks whose predictions are measured.
struct MeasuredPredictor: MeasuredModel {
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
