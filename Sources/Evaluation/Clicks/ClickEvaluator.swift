import Basics

/// Measures what a model predicts of records: those held out and, where a metric asks for them,
/// those learned from.
package struct ClickEvaluator: Sendable {
  /// What came of the records of one part, whose they are, and the true probabilities if known.
  package struct Records: Sendable {
    let labels: [Float]
    let users: [Int32]
    let truths: [Float]?

    /// Records of as many users and, if known, truths as labels.
    package init(labels: [Float], users: [Int32], truths: [Float]?) {
      (self.labels, self.users, self.truths) = (labels, users, truths)
    }
  }

  /// The metrics, in the order of the report.
  package private(set) var metrics: [Metric]
  private var rules: [any ClickMetric]
  private let records: [ClickPart: Records]
  /// What the held-out records are called in messages.
  private let heldOut: String

  /// An evaluation of these metrics, each of which is defined.
  ///
  /// - Parameters:
  ///   - data: What the records are of, for messages.
  ///   - heldOut: What the part of the test records is called there.
  /// - Throws: `Problem.usage` for a metric of another task, and for one of true probabilities
  ///   where they are not known; `Problem.data` where there are no records or the labels do not
  ///   define a metric.
  package init(
    metrics: [Metric], test: Records, training: Records, data: String, heldOut: String = "test"
  ) throws(Problem) {
    self.metrics = metrics
    self.heldOut = heldOut
    records = [.test: test, .training: training]
    var rules: [any ClickMetric] = []
    for metric in metrics {
      guard let rule = metric.rule as? any ClickMetric else {
        throw .usage("\"\(metric)\" measures rankings, not predicted clicks")
      }
      let records = rule.on == .test ? test : training
      let part = rule.on == .test ? heldOut : "training"
      try records.check(metric, needs: type(of: rule).needs, "\(data), \(part) part")
      rules.append(rule)
    }
    self.rules = rules
  }

  /// The evaluation of some of the metrics alone.
  package func narrowed(to some: [Metric]) -> ClickEvaluator {
    var narrowed = self
    narrowed.rules = zip(metrics, rules).filter { some.contains($0.0) }.map(\.1)
    narrowed.metrics = metrics.filter(some.contains)
    return narrowed
  }

  /// Measures the logits of the parts that the metrics are taken over.
  ///
  /// - Parameter logits: Of every record of a part, in its order. Each part is asked for once at
  ///   most.
  /// - Throws: `Problem.run` where a logit is not a finite number.
  package func evaluate(_ logits: (ClickPart) -> [Float]) throws(Problem) -> EvaluationReport {
    var predictions: [ClickPart: Predictions] = [:]
    for part in ClickPart.allCases where rules.contains(where: { $0.on == part }) {
      guard let records = records[part] else { continue }
      let own = logits(part)
      if let place = own.firstIndex(where: { !$0.isFinite }) {
        throw .run(
          "the prediction of record \(place + 1) of the \(part == .test ? heldOut : "training") part is"
            + " not a finite number")
      }
      predictions[part] = Predictions(
        logits: own, labels: records.labels, users: records.users, truths: records.truths)
    }
    let values = rules.map { rule in predictions[rule.on].map(rule.value) ?? .nan }
    var reliability: [Metric: Reliability] = [:]
    for (metric, rule) in zip(metrics, rules) {
      guard let rule = rule as? CalibrationError, let own = predictions[rule.on] else { continue }
      reliability[metric] = Reliability(own, bins: rule.bins)
    }
    return EvaluationReport(metrics: metrics, values: values, reliability: reliability)
  }
}

extension ClickEvaluator.Records {
  /// Refuses records on which a metric means nothing.
  fileprivate func check(
    _ metric: Metric, needs: ClickNeeds, _ place: String
  ) throws(Problem) {
    guard !labels.isEmpty else { throw .data("\(place): there are no records") }
    let clicks = labels.count { $0 > 0 }
    func undefined(_ why: String) -> Problem {
      .data("\(place): \(why), so \"\(metric)\" is not defined")
    }
    switch needs {
    case .labels: return
    case .probabilities:
      guard truths == nil else { return }
      throw .usage("\"\(metric)\" needs the true probabilities, which only simulated data know")
    case .bothLabels, .bothLabelsOfUsers:
      if clicks == 0 { throw undefined("no label is 1") }
      if clicks == labels.count { throw undefined("all labels are 1") }
      guard needs == .bothLabelsOfUsers else { return }
      var kinds: [Int32: Int] = [:]
      for (user, label) in zip(users, labels) { kinds[user, default: 0] |= label > 0 ? 2 : 1 }
      guard kinds.values.contains(3) else { throw undefined("no user has both labels") }
    }
  }
}
