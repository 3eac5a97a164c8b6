import Schema

/// One system against the reference in one metric.
public struct TestedDifference: Sendable, Equatable {
  /// The label of the system.
  public let system: String
  /// The metric's canonical name.
  public let metric: String
  /// The pairs, users or seeds, that were compared.
  public let pairs: Int
  /// The mean over pairs of system − reference.
  public let difference: Double
  /// The lower end of the difference's confidence interval.
  public let low: Double
  /// The upper end of the difference's confidence interval.
  public let high: Double
  /// How large the difference is, by the report's measure.
  public let effect: Double
  /// The p-value of this comparison alone.
  public let p: Double
  /// The p-value corrected for the other comparisons.
  public var corrected: Double
  /// Whether `corrected` is at most the report's level.
  public var isSignificant: Bool

  /// One system against the reference; not yet corrected, and so not significant.
  public init(
    system: String, metric: String, pairs: Int, difference: Double, low: Double, high: Double,
    effect: Double, p: Double
  ) {
    (self.system, self.metric, self.pairs) = (system, metric, pairs)
    (self.difference, self.low, self.high) = (difference, low, high)
    (self.effect, self.p) = (effect, p)
    (corrected, isSignificant) = (p, false)
  }
}

/// Which differences of a table are more than chance.
public struct SignificanceReport: Sendable, Equatable {
  /// The label of the row that the others are compared with.
  public let reference: String
  /// The test, `paired-t`.
  public let test: String
  /// What was paired, `users` or `seeds`.
  public let over: String
  /// What `effect` is, `d_z`.
  public let effectMeasure: String
  /// How p-values were corrected, `holm`.
  public let correction: String
  /// The largest corrected p-value that is significant.
  public let level: Double
  /// System after system, in the order of the table.
  public let comparisons: [TestedDifference]
  /// Metrics of the table that are no mean over users, and so were not tested.
  public let untested: [String]

  /// A report of these parts.
  public init(
    reference: String, test: String, over: String, effectMeasure: String, correction: String,
    level: Double, comparisons: [TestedDifference], untested: [String]
  ) {
    (self.reference, self.test, self.over) = (reference, test, over)
    (self.effectMeasure, self.correction, self.level) = (effectMeasure, correction, level)
    (self.comparisons, self.untested) = (comparisons, untested)
  }

  static let header = [
    "system", "metric", "reference", "test", "over", "n", "difference", "low", "high", "effect",
    "measure", "p", "corrected", "correction", "level", "significant",
  ]

  /// One line a comparison; `low` and `high` are the ends of the interval that covers 1 − `level`.
  public var csv: String {
    CSV.text(
      header: Self.header,
      rows: comparisons.map {
        [
          $0.system, $0.metric, reference, test, over, String($0.pairs),
          NumberText.exact($0.difference), NumberText.exact($0.low), NumberText.exact($0.high),
          NumberText.exact($0.effect), effectMeasure, NumberText.exact($0.p),
          NumberText.exact($0.corrected), correction, NumberText.exact(level),
          String($0.isSignificant),
        ]
      })
  }

  /// Writes `<name>-significance.csv` into a folder, which is made if it is missing.
  public func write(to folder: String, name: String) throws(Problem) {
    try ResultFile.write(csv, to: "\(folder)/\(name)-significance.csv")
  }

  /// A line for below the table: the test, and where each system is significantly higher or lower;
  /// a second one where metrics could not be tested.
  public var footnotes: [String] {
    var systems: [String] = []
    for comparison in comparisons where !systems.contains(comparison.system) {
      systems.append(comparison.system)
    }
    let findings = systems.map { system in
      let own = comparisons.filter { $0.system == system && $0.isSignificant }
      let higher = Self.list("higher", own.filter { $0.difference > 0 })
      let lower = Self.list("lower", own.filter { $0.difference < 0 })
      let parts = [higher, lower].compactMap(\.self)
      return "\(system) \(parts.isEmpty ? "in nothing" : parts.joined(separator: " and "))"
    }
    let (fewest, most) = (comparisons.map(\.pairs).min() ?? 0, comparisons.map(\.pairs).max() ?? 0)
    let pairs = fewest == most ? "\(most)" : "\(fewest) to \(most)"
    var lines = [
      "Significant against \(reference) at \(NumberText.exact(level)) (\(test) over \(pairs) \(over),"
        + " correction \(correction), comparisons \(comparisons.count)): "
        + findings.joined(separator: "; ")
    ]
    if !untested.isEmpty {
      let names = untested.map { MetricHeading.text(for: $0) }.joined(separator: ", ")
      lines.append("Not tested, being no mean over users: \(names)")
    }
    return lines
  }

  /// `higher in P@5, R@5`; nil for no comparisons.
  private static func list(_ word: String, _ comparisons: [TestedDifference]) -> String? {
    guard !comparisons.isEmpty else { return nil }
    let headings = comparisons.map { MetricHeading.text(for: $0.metric) }
    return "\(word) in " + headings.joined(separator: ", ")
  }
}
