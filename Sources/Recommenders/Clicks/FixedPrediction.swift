import Basics
import Datasets
import Engine

/// A prediction without parameters: it is ready when it is made, and has nothing to save.
package protocol FixedPrediction: ClickModel, Unlearned where Options == NoOptions {
  /// The log odds of a record.
  func logit(_ place: Int32) -> Float
}

extension FixedPrediction {
  package func logits(of places: [Int32], into logits: ScoreRow) {
    for (row, place) in places.enumerated() { logits[row] = logit(place) }
  }

  package static func estimate(_ options: NoOptions, _ sizes: RecordSizes) -> Estimate {
    var estimate = Estimate()
    estimate.held = 4 * sizes.records
    estimate.making = Work(steps: 4 * sizes.records)
    estimate.one = Work(steps: 20)
    return estimate
  }
}
