import Basics

/// The area under the ROC curve: the probability that a click is scored above a record that is
/// none, ties one half (Fawcett 2006). Exact: all pairs count.
struct ROCAUC: ClickMetric {
  static let name = "roc-auc"
  static let heading = "AUC"
  static let summary = "chance that a click is scored above a record that is none, 0.5 is random"
  static let needs = ClickNeeds.bothLabels
  var on = ClickPart.test

  static var fields: [Field<Self>] { [.part] }

  var measure: Measure.Kind { on == .training ? .number : .auc }

  var definition: String { "over all records, ties one half" + place }

  func value(of predictions: Predictions) -> Double {
    var keys = predictions.logits.indices.map {
      ScoredLabel(predictions.logits[$0], predictions.labels[$0]).key
    }
    return ScoredLabel.area(&keys)
  }
}

/// ROC AUC within each user's records, users weighted by their number of records (Zhou et al. 2018,
/// section 6.3); users whose records are all clicks or all none are left out.
struct GroupedAUC: ClickMetric {
  static let name = "grouped-auc"
  static let heading = "grouped AUC"
  static let summary = "ROC AUC within each user's records, weighted by their number"
  static let needs = ClickNeeds.bothLabelsOfUsers
  var on = ClickPart.test

  static var fields: [Field<Self>] { [.part] }

  var definition: String {
    "within users, weighted by their records, users without both labels left out" + place
  }

  func value(of predictions: Predictions) -> Double {
    let order = predictions.users.indices.sorted {
      (predictions.users[$0], $0) < (predictions.users[$1], $1)
    }
    var (total, weight) = (0.0, 0.0)
    for own in order.chunks(by: { predictions.users[$0] }) {
      var keys = own.map { ScoredLabel(predictions.logits[$0], predictions.labels[$0]).key }
      let area = ScoredLabel.area(&keys)
      guard !area.isNaN else { continue }
      total += area * Double(own.count)
      weight += Double(own.count)
    }
    return total / weight
  }
}

extension Array<Int> {
  /// The runs of neighbours that have one key.
  fileprivate func chunks(by key: (Int) -> Int32) -> [ArraySlice<Int>] {
    var chunks: [ArraySlice<Int>] = []
    var start = startIndex
    for place in indices where place + 1 == endIndex || key(self[place + 1]) != key(self[start]) {
      chunks.append(self[start...place])
      start = place + 1
    }
    return chunks
  }
}

/// A score and a label in one number that sorts as the score does.
private struct ScoredLabel {
  let key: UInt64

  init(_ score: Float, _ label: Float) {
    // −0 is 0; the bits of negative numbers count downwards.
    let bits = (score + 0).bitPattern
    let ordered = bits >> 31 == 1 ? ~bits : bits | 1 << 31
    key = UInt64(ordered) << 1 | (label > 0 ? 1 : 0)
  }

  /// The area under the ROC curve of these; NaN where one of the labels is missing.
  static func area(_ keys: inout [UInt64]) -> Double {
    keys.sort()
    // Pairs are counted in halves, so that the sum is exact.
    var (below, halves, clicks) = (0, 0, 0)
    var start = 0
    while start < keys.count {
      var (end, tied) = (start, 0)
      while end < keys.count, keys[end] >> 1 == keys[start] >> 1 {
        tied += Int(keys[end] & 1)
        end += 1
      }
      let others = end - start - tied
      halves += tied * (2 * below + others)
      below += others
      clicks += tied
      start = end
    }
    guard clicks > 0, below > 0 else { return .nan }
    return Double(halves) / 2 / (Double(clicks) * Double(below))
  }
}
