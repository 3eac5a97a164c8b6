import Basics
import Datasets
import Engine
import Foundation

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
