import Evaluation

/// How two metrics order the same systems by their means over seeds: held-out items ranked among a
/// few drawn ones need not order systems as all items do (Krichene, Rendle, KDD 2020).
package struct OrderComparison: Sendable {
  package struct Pair: Sendable, Equatable {
    /// The better one by the first metric.
    package let better: String
    /// The better one by the second.
    package let worse: String
  }

  /// Pairs of systems that neither metric holds equal.
  package private(set) var compared = 0
  /// Those of them that the two order differently, in the order of the systems.
  package private(set) var differing: [Pair] = []
  private let headings: (String, String)

  /// Compares the orders by two metrics of which the higher values are the better ones.
  ///
  /// - Parameters:
  ///   - systems: Labels; one without values is left out.
  ///   - records: The finished trials.
  package init(
    of metric: String, with other: String, systems: [String], records: [TrialRecord]
  ) {
    headings = (MetricHeading.text(for: metric), MetricHeading.text(for: other))
    func mean(_ metric: String, _ system: String) -> Double? {
      let own = records.filter { $0.system == system }
      return Spread(own.compactMap { $0.value(of: metric)?.value })?.mean
    }
    let means = systems.compactMap { system -> (system: String, first: Double, second: Double)? in
      guard let first = mean(metric, system), let second = mean(other, system) else { return nil }
      return (system, first, second)
    }
    for (place, a) in means.enumerated() {
      for b in means[(place + 1)...] {
        let gains = (a.first - b.first, a.second - b.second)
        // False of equal values, and of those that are no numbers.
        guard abs(gains.0) > 0, abs(gains.1) > 0 else { continue }
        compared += 1
        guard (gains.0 > 0) != (gains.1 > 0) else { continue }
        differing.append(
          gains.0 > 0
            ? Pair(better: a.system, worse: b.system) : Pair(better: b.system, worse: a.system))
      }
    }
  }

  /// A footnote; nil where there is nothing to compare.
  package var footnote: String? {
    guard compared > 0 else { return nil }
    let what = "\(headings.0) and \(headings.1) order"
    guard !differing.isEmpty else { return "\(what) all systems alike" }
    let pairs = differing.map { "\($0.better) before \($0.worse)" }
    return "\(what) \(differing.count) of \(compared) pairs of systems differently; the former has "
      + pairs.joined(separator: "; ")
  }
}
