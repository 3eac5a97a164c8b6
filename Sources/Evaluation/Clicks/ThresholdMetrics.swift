import Basics

/// Precision where a probability of at least the threshold counts as a predicted click (the
/// DeepFM/NeuMF paper's eq. 19).
struct ThresholdPrecision: ClickMetric {
  static let name = "threshold-precision"
  static let summary = "share of clicks among the records predicted as such, 0 to 1"
  var threshold = 0.5
  var on = ClickPart.test

  static var fields: [Field<Self>] { [.threshold(\.threshold), .part] }

  var definition: String {
    "clicks / records with p ≥ \(JSON.text(of: threshold))" + place
  }

  func value(of predictions: Predictions) -> Double {
    let found = predictions.found(threshold)
    return found.predicted > 0 ? Double(found.clicks) / Double(found.predicted) : .nan
  }
}

/// Recall where a probability of at least the threshold counts as a predicted click (the
/// DeepFM/NeuMF paper's eq. 20).
struct ThresholdRecall: ClickMetric {
  static let name = "threshold-recall"
  static let summary = "share of the clicks that are predicted as such, 0 to 1"
  var threshold = 0.5
  var on = ClickPart.test

  static var fields: [Field<Self>] { [.threshold(\.threshold), .part] }

  var definition: String { "clicks with p ≥ \(JSON.text(of: threshold)) / clicks" + place }

  func value(of predictions: Predictions) -> Double {
    let clicks = predictions.labels.count { $0 > 0 }
    return clicks > 0 ? Double(predictions.found(threshold).clicks) / Double(clicks) : .nan
  }
}

extension Predictions {
  /// The records that reach the threshold, and the clicks among them.
  fileprivate func found(_ threshold: Double) -> (predicted: Int, clicks: Int) {
    var found = (predicted: 0, clicks: 0)
    for record in 0..<count where probability(record) >= threshold {
      found.predicted += 1
      if labels[record] > 0 { found.clicks += 1 }
    }
    return found
  }
}

extension Field where Root: ClickMetric {
  fileprivate static func threshold(_ path: any Path<Double>) -> Field {
    .number("threshold", path, 0...1, "the probability from which a click is predicted")
  }
}
