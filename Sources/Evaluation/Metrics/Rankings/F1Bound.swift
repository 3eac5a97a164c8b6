import Basics

/// What F1@N is of lists that hold all they can: of a user 2 min(N, |T|) / (N + |T|).
///
/// It is a number of the split and no system can pass it: with one test set, six lengths N, 2N … 6N
/// have a mean of at most .769, at |T| = 4N for every user. Figures of lengths draw it beside F1.
struct F1Bound: RankingMetric {
  static let name = "f1-bound"
  static let heading = "F1 bound"
  static let summary = "what F1 would be of a perfect list, 0 to 1"
  static let better = Better.neither
  static let namedSettings = F1.namedSettings
  private var f1 = F1()

  init() {}

  static var fields: [Field<Self>] { Field.embedded(F1.fields, at: \.f1) }

  var at: Int? {
    get { f1.at }
    set { f1.at = newValue }
  }

  var measure: Measure.Kind { .share }
  /// It is the same number for all systems, so that they are not compared by it.
  var isMeanOverUsers: Bool { false }
  var bounded: Metric? { Metric(f1) }
  var definition: String { f1.definition(hits: "min(N, |T|)") }

  func canChange(by group: TieGroup, after hits: Int) -> Bool { false }

  func tally(over catalogue: Catalogue) throws -> any MetricTally {
    let cutoff = at ?? 0
    return f1.tally { Double(min(cutoff, $0.heldOutCount)) }
  }
}
