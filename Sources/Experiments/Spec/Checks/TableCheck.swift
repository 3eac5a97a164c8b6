import Basics
import Evaluation
import Results

/// What the paper prints beside a table, and what is measured beside that, needs of the rest of the spec.
extension Spec {
  /// Refuses numbers of rows and columns that the table has not; `place` is the table.
  func checkPublished(_ table: TableSpec, _ place: JSON) throws(Problem) {
    for row in try place["published"]?.asObject() ?? [] {
      guard isRow(row.key) else { throw row.problem(unknown(row.key)) }
      for cell in try row.value.asObject() {
        let metric = try Metric(decoding: JSON(.string(cell.key), at: cell.keyPosition))
        guard !table.columns.contains(metric) else { continue }
        throw cell.problem(
          "the table has no such column"
            + suggestion(for: metric.name, among: table.columns.map(\.name)))
      }
    }
    try checkMeasuredQuantities(table, place)
    let datasets = table.datasets.map(\.row)
    guard table.rows == .system || !datasets.isEmpty else { return }
    for (index, quantity) in table.quantities.enumerated() {
      let published = place.at("quantities", index).at("published")
      for label in quantity.published.map(\.row) {
        if let measured = quantity.measured {
          let rows = measured.systems.map(\.label)
          guard !rows.contains(label) else { continue }
          throw published.at(label).problem(
            "\"\(label)\" is no row of this table" + suggestion(for: label, among: rows))
        }
        if table.rows == .system, !isRow(label) {
          throw published.at(label).problem(unknown(label))
        }
        if table.rows == .dataset, !datasets.contains(label) {
          throw published.at(label).problem(
            "\"\(label)\" is not among the table's \"datasets\""
              + suggestion(for: label, among: datasets))
        }
      }
    }
  }

  /// What stands beside the paper's own columns is measured here.
  private func checkMeasuredQuantities(_ table: TableSpec, _ place: JSON) throws(Problem) {
    for (index, quantity) in table.quantities.enumerated() {
      guard let measured = quantity.measured else { continue }
      let place = place.at("quantities", index).at("measured")
      if let metric = measured.metric { try checkMeasured(metric, place.at("metric")) }
      for row in measured.systems {
        guard system(row.system) != nil else {
          throw row.position?.problem(unknown(row.system)) ?? place.problem(unknown(row.system))
        }
        guard measured.take != .reported, let metric = measured.metric else { continue }
        try checkBest(
          Quantity(
            row.system, metric.name, measured.take, at: row.position, place.at("metric").position))
      }
    }
  }
}
