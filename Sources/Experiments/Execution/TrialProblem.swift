import Basics

/// A trial without a result, and why.
package struct TrialProblem: Sendable {
  /// What a second try would bring.
  enum Kind: Sendable, Equatable {
    /// The same end; see ``TrialFailure``.
    case hopeless
    /// Files of an earlier run cannot be used; see ``Again/damaged``.
    case damaged
    /// Perhaps a result: the worker was lost, a file could not be written.
    case failed
    /// Nobody has worked on it to its end.
    case unfinished
  }

  let trial: Trial
  let problem: Problem
  let kind: Kind
}

extension [TrialProblem] {
  /// All of them in one line, counted by kind: `2 trials failed, 1 damaged: …`.
  ///
  /// - Parameters:
  ///   - results: The folder of results, in which unfinished trials are missing.
  ///   - wanted: How many trials were asked for.
  func summary(results: String, of wanted: Int) -> Problem? {
    let told = filter { $0.kind != .unfinished }
    let missing = filter { $0.kind == .unfinished }
    guard let first = told.first else { return missing.unfinished(results: results, of: wanted) }
    guard count > 1 else { return .run(first.problem.message) }
    let counts = [
      (told.count { $0.kind != .damaged }, "failed"),
      (told.count { $0.kind == .damaged }, "damaged"),
      (missing.count, "not started"),
    ].filter { $0.0 > 0 }.enumerated().map { place, count in
      place == 0
        ? "\(count.0) \(count.0 == 1 ? "trial" : "trials") \(count.1)" : "\(count.0) \(count.1)"
    }
    let shown = told.prefix(3).map(\.problem.message).joined(separator: "; ")
    let more = told.count > 3 ? "; and \(told.count - 3) more" : ""
    return .run("\(counts.joined(separator: ", ")): \(shown)\(more)")
  }

  /// `Results: 2 of 4 trials are not finished (BPR, seed 2); …`.
  private func unfinished(results: String, of wanted: Int) -> Problem? {
    guard !isEmpty else { return nil }
    // The points of a grid have one name.
    let names = map(\.trial.name)
    let distinct = names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
    let shown = distinct.prefix(8).joined(separator: "; ") + (distinct.count > 8 ? "; …" : "")
    return .run(
      "\(results): \(count) of \(wanted) trials are not finished (\(shown));"
        + " `reprise run` finishes them")
  }
}
