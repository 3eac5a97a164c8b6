/// What recommenders found out that no metric tells, in a table like any other: a row a system,
/// mean and deviation over seeds.
package enum ObservationTable {
  /// The name of the files.
  package static let name = "observations"

  /// The table of these records; nil where nothing was found out.
  ///
  /// Throws `Problem.data` when two records are of the same system and seed.
  package static func make(
    title: String, systems: [String], records: [TrialRecord]
  ) throws -> ResultTable? {
    let found = systems.flatMap { system in records.filter { $0.system == system } }
      .filter { !$0.observations.isEmpty }
    var names: [String] = []
    for observation in found.flatMap(\.observations) where !names.contains(observation.name) {
      names.append(observation.name)
    }
    guard !names.isEmpty else { return nil }
    return try ResultTable(
      title: "\(title): observations", metrics: names,
      systems: systems.filter { system in found.contains { $0.system == system } },
      records: found.map { record in
        var observed = record
        observed.values = names.map { name in
          let value = record.observations.first { $0.name == name }?.value
          return MetricValue(name, definition: "", value: value ?? .nan)
        }
        return observed
      },
      notes: ["What each system says of itself at the end of its training"],
      better: names.map { _ in .neither },
      numbers: names.map { _ in ResultTable.Numbers(isMetric: false) })
  }
}
