import Basics

/// The expected calibration error (Naeini et al. 2015): records are put into bins of equal width by
/// their probability, and the distance between a bin's mean probability and its share of clicks is
/// averaged, bins weighted by their records.
struct CalibrationError: ClickMetric {
  static let name = "calibration-error"
  static let summary = "mean distance of predicted probabilities from the share of clicks, 0 to 1"
  static let better = Better.lower
  var bins = 10
  var on = ClickPart.test

  static var fields: [Field<Self>] {
    [.integer("bins", \.bins, 2...10_000, "bins of equal width that records are put into"), .part]
  }

  var definition: String {
    "\(bins) bins of equal width, |mean p − share of clicks| weighted by records" + place
  }

  func value(of predictions: Predictions) -> Double {
    let bins = Reliability(predictions, bins: bins).bins
    let total = bins.reduce(0.0) { $0 + abs($1.probability - Double($1.clicks)) }
    return total / Double(predictions.count)
  }
}

/// How far probabilities are kept: the records of each bin of equal width.
package struct Reliability: Sendable, Equatable {
  /// The records of one bin.
  package struct Bin: Sendable, Equatable {
    package var records = 0
    /// How many of them are clicks.
    package var clicks = 0
    /// The sum of their probabilities.
    package var probability = 0.0
  }

  /// By ascending probability, empty ones included.
  package let bins: [Bin]

  /// Sorts the records into so many bins; a probability of 1 is in the last.
  package init(_ predictions: Predictions, bins count: Int) {
    var bins = [Bin](repeating: Bin(), count: count)
    for record in 0..<predictions.count {
      let probability = predictions.probability(record)
      let place = min(Int(probability * Double(count)), count - 1)
      bins[place].records += 1
      bins[place].clicks += predictions.labels[record] > 0 ? 1 : 0
      bins[place].probability += probability
    }
    self.bins = bins
  }
}
