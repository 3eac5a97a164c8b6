import Basics
import Datasets
import Foundation

/// A metric of predicted clicks: its arithmetic over all records of a part.
///
/// A new one is a file under `Clicks/`, named in `MetricList.clicks`.
package protocol ClickMetric: MetricRule {
  /// Which records it is taken over.
  var on: ClickPart { get set }
  /// What records must offer for it to be defined.
  static var needs: ClickNeeds { get }
  /// Its value; NaN where it is not defined.
  func value(of predictions: Predictions) -> Double
}

/// The records that a metric of clicks is taken over.
package enum ClickPart: String, CaseIterable, Sendable {
  /// Those held out.
  case test
  /// Those learned from: what a gap to the others is measured by.
  case training
}

/// What records must offer for a metric of clicks to be defined.
package enum ClickNeeds: Sendable {
  /// Labels, whatever they are.
  case labels
  /// Labels of both kinds.
  case bothLabels
  /// Labels of both kinds by the same user.
  case bothLabelsOfUsers
  /// The true probabilities, which only simulations know.
  case probabilities
}

extension Metric {
  /// Whether it is taken within users, so that data which tell no users apart leave nothing of it.
  package var needsUsers: Bool {
    guard let rule = rule as? any ClickMetric else { return false }
    return Swift.type(of: rule).needs == .bothLabelsOfUsers
  }
}

extension ClickMetric {
  package static var task: LearningTask { .clicks }
  /// There is no list.
  package var at: Int? { nil }
  /// Records count the same, whoever's they are.
  package var isMeanOverUsers: Bool { false }
  package static var needs: ClickNeeds { .labels }

  /// For definitions: where the records are not the usual ones.
  var place: String { on == .training ? ", on the training records" : "" }
}

extension Field where Root: ClickMetric {
  /// `on`.
  static var part: Field {
    .choice("on", \.on, "the records it is taken over: held out, or learned from")
  }
}

/// What a model says of records, and what came of them.
package struct Predictions: Sendable {
  /// The logarithm of the odds of a click, a record each.
  package let logits: [Float]
  /// 1 for a click, 0 for none.
  package let labels: [Float]
  /// Whose record it is.
  package let users: [Int32]
  /// The true probability of a click; nil where nobody knows.
  package let truths: [Float]?

  /// Predictions of as many records as there are labels.
  package init(logits: [Float], labels: [Float], users: [Int32], truths: [Float]? = nil) {
    precondition(logits.count == labels.count && users.count == labels.count)
    precondition(truths.map { $0.count == labels.count } ?? true)
    (self.logits, self.labels, self.users, self.truths) = (logits, labels, users, truths)
  }

  package var count: Int { labels.count }

  /// The predicted probability of a click, `1 / (1 + e⁻ˣ)`.
  func probability(_ record: Int) -> Double { 1 / (1 + exp(-Double(logits[record]))) }

  /// The mean of `target · −ln p + (1 − target) · −ln(1 − p)` in nats, straight from the logits, so
  /// that no probability is cut off.
  func meanLogLoss(_ targets: [Float]) -> Double {
    var total = 0.0
    for (logit, target) in zip(logits, targets) {
      let x = Double(logit)
      total += max(x, 0) - Double(target) * x + log1p(exp(-abs(x)))
    }
    return total / Double(count)
  }
}
