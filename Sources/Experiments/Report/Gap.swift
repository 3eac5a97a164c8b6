/// What a row of the results lacks: the seeds without a result, and why.
package struct Gap: Sendable, Equatable {
  /// The label of the system.
  package let system: String
  /// The seeds that have no result, in the spec's order.
  package let seeds: [Int]
  /// How many seeds were wanted.
  package let wanted: Int
  /// Why there is none of the first of them.
  package let reason: String

  /// For footnotes: `BPR: 1 of 3 seeds is missing (2): …`.
  package var text: String {
    let missing = seeds.map(String.init).joined(separator: ", ")
    let verb = seeds.count == 1 ? "is" : "are"
    let noun = wanted == 1 ? "seed" : "seeds"
    return
      "Gap: \(system): \(seeds.count) of \(wanted) \(noun) \(verb) missing (\(missing)): \(reason)"
  }
}
