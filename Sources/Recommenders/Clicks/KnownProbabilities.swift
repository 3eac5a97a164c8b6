import Basics
import Datasets
import Engine
import Foundation

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

/// The true probabilities of simulated records: what no model can be expected to better.
package final class Oracle: FixedPrediction {
  package static let name = "oracle"
  package static let summary =
    "the true probabilities of simulated clicks, the best that is possible"
  package static let source = "the simulation itself"

  private let truths: [Float]

  package init(_ options: NoOptions, data: ClickData, seed: UInt64) throws {
    truths = try Self.known(data.truths)
  }

  package static func check(_ options: NoOptions, data: Records) throws(Problem) {
    _ = try known(data.truths)
  }

  private static func known(_ truths: [Float]?) throws(Problem) -> [Float] {
    guard let truths else {
      throw .usage("\(name): needs the true probabilities, which only simulated data know")
    }
    return truths
  }

  package func logit(_ place: Int32) -> Float {
    let truth = Double(truths[Int(place)])
    return Float(log(truth / (1 - truth)))
  }
}

/// The share of clicks in training for every record: what a model that knows nothing says.
///
/// Its LogLoss on records of which the share q are clicks is `−q ln p − (1 − q) ln(1 − p)`.
package final class ClickShare: FixedPrediction {
  package static let name = "click-share"
  package static let summary = "the share of clicks in training, for every record"
  package static let source = "baseline"

  private let constant: Float

  package init(_ options: NoOptions, data: ClickData, seed: UInt64) {
    let clicks = data.training.count { data.labels[Int($0)] > 0 }
    // One of each kind stands for those that none was seen of, so that neither is impossible.
    let (clicked, others) = (clicks, data.training.count - clicks)
    let odds = clicked > 0 && others > 0 ? (clicked, others) : (clicked + 1, others + 1)
    constant = Float(log(Double(odds.0) / Double(odds.1)))
  }

  package func logit(_ place: Int32) -> Float { constant }
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
