import Basics
import Datasets
import Engine
import Foundation

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
