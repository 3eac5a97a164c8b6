import Basics
import Datasets
import Engine

/// A prediction without parameters: it is ready when it is made, and has nothing to save.
package protocol FixedPrediction: ClickModel where Options == NoOptions {
  /// The log odds of a record.
  func logit(_ place: Int32) -> Float
}

/// What has no settings.
package struct NoOptions: Settings {
  package init() {}
  package static let fields: [Field<NoOptions>] = []
}

extension FixedPrediction {

  package func logits(of places: [Int32], into logits: ScoreRow) {
    for (row, place) in places.enumerated() { logits[row] = logit(place) }
  }

  package var state: State { State(tensors: [:], counters: [:]) }
  package func restore(_ state: State) throws {}
  package var parameterCount: Int { 0 }
}

extension FixedPrediction {
  package static func estimate(_ options: NoOptions, _ sizes: RecordSizes) -> Estimate {
    var estimate = Estimate()
    estimate.held = 4 * sizes.records
    estimate.making = Work(steps: 4 * sizes.records)
    estimate.one = Work(steps: 20)
    return estimate
  }
}
