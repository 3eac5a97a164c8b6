import Basics
import Evaluation

/// One system against the reference in one metric.
package struct TestedDifference: Sendable, Equatable {
  /// The label of the system.
  package let system: String
  package let metric: String
  /// The pairs, users or seeds, that were compared.
  package let pairs: Int
  /// The mean over pairs of system − reference.
  package let difference: Double
  /// The lower end of the difference's confidence interval.
  package let low: Double
  /// The upper end of the difference's confidence interval.
  package let high: Double
  /// How large the difference is, by the report's measure.
  package let effect: Double
  /// The p-value of this comparison alone.
  package let p: Double
  /// The p-value corrected for the other comparisons.
  package var corrected: Double
  /// Whether `corrected` is at most the report's level.
  package var isSignificant: Bool
  /// Why it could not be tested, so that none of the numbers is known; nil: it was.
  package let obstacle: String?
  /// The interval of the difference over users and seeds at once; nil where one seed was measured,
  /// or seeds were paired.
  package var overBoth: ConfidenceInterval?
  /// Whether the difference is too small to matter; nil where nothing says what matters.
  package var equivalence: TestedEquivalence?

  /// One system against the reference; not yet corrected, and so not significant.
  package init(
    system: String, metric: String, pairs: Int, difference: Double, low: Double, high: Double,
    effect: Double, p: Double
  ) {
    (self.system, self.metric, self.pairs) = (system, metric, pairs)
    (self.difference, self.low, self.high) = (difference, low, high)
    (self.effect, self.p) = (effect, p)
    (corrected, isSignificant, obstacle) = (p, false, nil)
  }

  /// One system against the reference that could not be tested, and why.
  package init(system: String, metric: String, obstacle: String) {
    (self.system, self.metric, self.obstacle) = (system, metric, obstacle)
    (pairs, isSignificant) = (0, false)
    (difference, low, high, effect, p, corrected) = (.nan, .nan, .nan, .nan, .nan, .nan)
  }
}

/// Whether a difference is too small to matter.
package struct TestedEquivalence: Sendable, Equatable {
  /// The smallest difference that matters.
  package let margin: Double
  /// The p-value of this comparison alone.
  package let p: Double
  /// The p-value corrected for the other comparisons.
  package var corrected: Double
  /// Whether `corrected` is at most the report's level.
  package var isEquivalent: Bool

  /// A test that is not yet corrected.
  package init(margin: Double, p: Double) {
    (self.margin, self.p, corrected, isEquivalent) = (margin, p, p, false)
  }
}

/// Which differences of a table are more than chance.
package struct SignificanceReport: Sendable, Equatable {
  /// The label of the row that the others are compared with.
  package let reference: String
  /// The test, `paired-t`.
  package let test: String
  /// What was paired, `users` or `seeds`.
  package let over: String
  /// What `effect` is, `d_z`.
  package let effectMeasure: String
  /// How p-values were corrected, `holm`.
  package let correction: String
  /// The largest corrected p-value that is significant.
  package let level: Double
  /// System after system, in the order of the table.
  package let comparisons: [TestedDifference]
  /// Metrics of the table that are no mean over users, and so were not tested.
  package let untested: [String]

  /// A report of these parts.
  package init(
    reference: String, test: String, over: String, effectMeasure: String, correction: String,
    level: Double, comparisons: [TestedDifference], untested: [String]
  ) {
    (self.reference, self.test, self.over) = (reference, test, over)
    (self.effectMeasure, self.correction, self.level) = (effectMeasure, correction, level)
    (self.comparisons, self.untested) = (comparisons, untested)
  }

  /// What the name of its file ends in, after that of the table.
  package static let suffix = "-significance.csv"

  static let header = [
    "system", "metric", "reference", "test", "over", "n", "difference", "low", "high", "effect",
    "measure", "p", "corrected", "correction", "level", "significant",
  ]

  /// One line a comparison; `low` and `high` are the ends of the interval that covers 1 − `level`.
  /// Of one that could not be tested the last cell says why, and no number is there.
  package var csv: String {
    let hasBoth = comparisons.contains { $0.overBoth != nil }
    let hasMargins = comparisons.contains { $0.equivalence != nil }
    return CSV.text(
      header: Self.header + (hasBoth ? ["low over both", "high over both"] : [])
        + (hasMargins ? ["margin", "p of equivalence", "corrected of it", "equivalent"] : []),
      rows: comparisons.map { row in
        func text(_ number: Double) -> String {
          row.obstacle == nil ? NumberText.exact(number) : ""
        }
        let both = [row.overBoth?.low, row.overBoth?.high].map { NumberText.exact($0) }
        let equivalence = row.equivalence.map {
          [
            NumberText.exact($0.margin), NumberText.exact($0.p), NumberText.exact($0.corrected),
            String($0.isEquivalent),
          ]
        }
        let own = [
          row.system, row.metric, reference, test, over,
          row.obstacle == nil ? String(row.pairs) : "", text(row.difference), text(row.low),
          text(row.high), text(row.effect), effectMeasure, text(row.p), text(row.corrected),
          correction, NumberText.exact(level),
          row.obstacle.map { "not tested: \($0)" } ?? String(row.isSignificant),
        ]
        return own + (hasBoth ? both : [])
          + (hasMargins ? equivalence ?? ["", "", "", ""] : [])
      })
  }

  /// Writes `<name>-significance.csv` into a folder, which is made if it is missing.
  package func write(to folder: String, name: String) throws(Problem) {
    try ResultFile.write(csv, to: "\(folder)/\(name)\(Self.suffix)")
  }

  /// Lines for below the table: the test, and where each system is significantly higher or lower;
  /// which differences remain where training varies as well, and which are too small to matter;
  /// which comparisons could not be tested and why; which metrics are not tested at all.
  package var footnotes: [String] { findings + bothWays + equivalences + obstacles + unpaired }

  /// What the tests found; nothing where none could be made.
  private var findings: [String] {
    let comparisons = comparisons.filter { $0.obstacle == nil }
    guard !comparisons.isEmpty || obstacles.isEmpty else { return [] }
    let findings = Self.systems(of: comparisons).map { system in
      Self.directions(system, comparisons.filter { $0.system == system && $0.isSignificant })
    }
    let (fewest, most) = (comparisons.map(\.pairs).min() ?? 0, comparisons.map(\.pairs).max() ?? 0)
    let pairs = fewest == most ? "\(most)" : "\(fewest) to \(most)"
    return [
      "Significant against \(reference) at \(NumberText.exact(level)) (\(test) over \(pairs) \(over),"
        + " correction \(correction), comparisons \(comparisons.count)): "
        + findings.joined(separator: "; ")
    ]
  }

  /// `UR-GAN higher in P@5 and lower in R@5`.
  private static func directions(_ system: String, _ own: [TestedDifference]) -> String {
    let higher = list("higher", own.filter { $0.difference > 0 })
    let lower = list("lower", own.filter { $0.difference < 0 })
    let parts = [higher, lower].compactMap(\.self)
    return "\(system) \(parts.isEmpty ? "in nothing" : parts.joined(separator: " and "))"
  }

  /// What a test over users takes for more than chance, and is so whatever the seeds as well.
  private var bothWays: [String] {
    let tested = comparisons.filter { $0.overBoth != nil }
    guard !tested.isEmpty else { return [] }
    let findings = Self.systems(of: tested).map { system in
      Self.directions(
        system,
        tested.filter { comparison in
          guard comparison.system == system, let interval = comparison.overBoth else {
            return false
          }
          return interval.low > 0 || interval.high < 0
        })
    }
    return [
      "That test takes training as given. Over users and seeds at once (two-way bootstrap,"
        + " intervals that leave out \(NumberText.exact(level)) and are without 0, not corrected): "
        + findings.joined(separator: "; ")
    ]
  }

  /// Which differences are too small to matter.
  private var equivalences: [String] {
    let tested = comparisons.filter { $0.equivalence != nil }
    var margins: [(metric: String, margin: Double)] = []
    for comparison in tested where !margins.contains(where: { $0.metric == comparison.metric }) {
      margins.append((comparison.metric, comparison.equivalence?.margin ?? 0))
    }
    guard !margins.isEmpty else { return [] }
    let limits = margins.map {
      "\(MetricHeading.text(for: $0.metric)) ± \(NumberText.exact($0.margin))"
    }
    let findings = Self.systems(of: tested).map { system in
      let own = tested.filter { $0.system == system && $0.equivalence?.isEquivalent == true }
      let names = own.map { MetricHeading.text(for: $0.metric) }
      return "\(system) in \(names.isEmpty ? "nothing" : names.joined(separator: ", "))"
    }
    return [
      "Equivalent to \(reference) at \(NumberText.exact(level)) (two one-sided tests,"
        + " \(limits.joined(separator: ", "))): " + findings.joined(separator: "; ")
    ]
  }

  private static func systems(of comparisons: [TestedDifference]) -> [String] {
    var systems: [String] = []
    for comparison in comparisons where !systems.contains(comparison.system) {
      systems.append(comparison.system)
    }
    return systems
  }

  /// A dash and the reason for what could not be tested, a line a reason.
  private var obstacles: [String] {
    var reasons: [String] = []
    for reason in comparisons.compactMap(\.obstacle) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return reasons.map { reason in
      let own = comparisons.filter { $0.obstacle == reason }
      let parts = Self.systems(of: own).map { system in
        let metrics = own.filter { $0.system == system }.map { MetricHeading.text(for: $0.metric) }
        return "\(system) in \(metrics.joined(separator: ", "))"
      }
      return "Significance against \(reference): – for \(parts.joined(separator: "; ")) (\(reason))"
    }
  }

  private var unpaired: [String] {
    guard !untested.isEmpty else { return [] }
    let names = untested.map { MetricHeading.text(for: $0) }.joined(separator: ", ")
    return ["Not tested, being no mean over users: \(names)"]
  }

  /// `higher in P@5, R@5`; nil for no comparisons.
  private static func list(_ word: String, _ comparisons: [TestedDifference]) -> String? {
    guard !comparisons.isEmpty else { return nil }
    let headings = comparisons.map { MetricHeading.text(for: $0.metric) }
    return "\(word) in " + headings.joined(separator: ", ")
  }
}
