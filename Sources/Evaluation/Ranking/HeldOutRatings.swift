import Basics
import Datasets

/// What users gave the items that they are tested on.
package struct HeldOutRatings: Sendable {
  private let heldOut: Interactions
  /// In the order of the held-out interactions; NaN where it is not known.
  private let values: [Double]

  /// The ratings of held-out interactions, the first of each pair's events.
  package init(of heldOut: Interactions, events: [Event]) {
    self.heldOut = heldOut
    var values = [Double](repeating: .nan, count: heldOut.count)
    for event in events.reversed() {
      guard let rating = event.rating,
        let place = heldOut.place(user: Int(event.user), item: Int(event.item))
      else { continue }
      values[place] = rating
    }
    self.values = values
  }

  /// Those of a user, in the order of the items.
  subscript(user: Int) -> ArraySlice<Double> {
    values[heldOut.rowStarts[user]..<heldOut.rowStarts[user + 1]]
  }

  /// Refuses ratings that have no worth to these metrics.
  func check(_ metrics: [Metric]) throws(Problem) {
    for metric in metrics {
      guard let gain = metric.graded else { continue }
      for value in values {
        guard let fault = gain.fault(of: value) else { continue }
        throw .data("\(metric) cannot be measured: \(fault)")
      }
    }
  }

  /// Fills in the ratings of a ranking by these scores.
  func note(in ranking: inout UserRanking, by scores: UnsafePointer<Float>) {
    let (items, own) = (heldOut[ranking.user], self[ranking.user])
    ranking.ratings = Array(own)
    let rated = Dictionary(uniqueKeysWithValues: zip(items, own))
    ranking.hitRatings = ranking.hits.map { rated[ranking.top[$0 - 1]] ?? .nan }
    for place in ranking.groups.indices where ranking.groups[place].heldOut > 0 {
      let score = scores[Int(ranking.top[ranking.groups[place].first - 1])]
      ranking.groups[place].ratings = zip(items, own).filter { scores[Int($0.0)] == score }.map(\.1)
    }
  }
}
