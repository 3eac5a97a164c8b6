import Basics
import Evaluation

/// What a table's test of significance needs of the rest of the spec.
extension Spec {
  /// Refuses a test that could not be done; `place` is the table.
  func checkSignificance(of table: TableSpec, _ place: JSON) throws(Problem) {
    guard let significance = table.significance, let place = place["significance"] else { return }
    let file = "\(table.name)-significance"
    if (tables.map(\.name) + figures.map(\.name)).contains(file) {
      throw place.problem(
        "its results go to \(file).csv, which is the name of another table or figure")
    }
    let shown = systems(of: table)
    let against = place["against"] ?? place
    guard shown.contains(where: { $0.label == significance.against }) else {
      throw against.problem(
        "\"\(significance.against)\" is no row of this table"
          + suggestion(for: significance.against, among: shown.map(\.label)))
    }
    guard shown.count > 1 else {
      throw against.problem("the table has no other row to compare with this one")
    }
    for system in shown where try data(of: system) != data(of: shown[0]) {
      throw against.problem(
        "\"\(system.label)\" and \"\(shown[0].label)\" have different data, so their differences are no"
          + " test of the systems; expected a table of systems with the same data")
    }
    switch significance.over {
    case .seeds:
      guard seeds.count > 1 else {
        throw (place["over"] ?? place).problem(
          "a test over seeds needs at least two seeds, and the spec has \(seeds.count)")
      }
    case .users:
      guard table.columns.contains(where: \.isMeanOverUsers) else {
        throw place.problem("no column of the table is a mean over users, so no test can be")
      }
      for system in shown where system.recommender.learnsByEpochs {
        guard try selection(of: system)?.part == .test else { continue }
        throw place.problem(
          "\"\(system.label)\" is chosen by the test part, at an epoch whose values per user are not"
            + " kept; expected \"over\": \"seeds\", or a selection on validation data")
      }
    }
  }

  /// Refuses fewer seeds than the tests of this spec need.
  ///
  /// - Parameter count: how many of the seeds are used, as `--seeds` asks.
  /// - Throws: `Problem.usage` naming the table whose test is over seeds.
  package func check(seeds count: Int) throws(Problem) {
    guard count < 2, let table = tables.first(where: { $0.significance?.over == .seeds }) else {
      return
    }
    throw .usage(
      "--seeds \(count): the significance test of the table \"\(table.name)\" is over seeds and"
        + " needs at least two")
  }

  /// The systems that a table shows, in the order of its rows.
  func systems(of table: TableSpec) -> [SystemSpec] {
    table.systems.isEmpty ? systems : table.systems.compactMap(system)
  }
}
