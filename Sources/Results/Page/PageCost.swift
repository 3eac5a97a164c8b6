/// Mean seconds of training and evaluation of each system, from a manifest's durations.
struct PageCost {
  /// System, training, evaluation; the systems in the order in which they first come.
  let rows: [[String]]

  /// From durations called `<system>, seed <n>, <purpose>`; others are left out.
  init(_ durations: [NamedValue]) {
    var systems: [String] = []
    var seconds: [String: [String: [Double]]] = [:]
    for duration in durations {
      // A label may have commas of its own: the name is read from its end.
      let parts = duration.name.split(separator: ", ", omittingEmptySubsequences: false)
      guard parts.count >= 3, parts[parts.count - 2].hasPrefix("seed ") else { continue }
      let system = parts.dropLast(2).joined(separator: ", ")
      if seconds[system] == nil { systems.append(system) }
      seconds[system, default: [:]][String(parts[parts.count - 1]), default: []]
        .append(duration.value)
    }
    rows = systems.map { system in
      [system]
        + ["training", "evaluation"].map { purpose in
          NumberText.rounded(Spread(seconds[system]?[purpose] ?? [])?.mean)
        }
    }
  }
}
