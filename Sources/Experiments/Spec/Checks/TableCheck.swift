import Basics
import Evaluation
import Results

/// What the paper prints beside a table, and what is measured beside that, needs of the rest of the
/// spec.
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
    try table.kind?.check(in: self, place)
    guard table.rows == .system, table.measured.isEmpty else { return }
    for (index, quantity) in table.quantities.enumerated() {
      for label in quantity.published.map(\.row) where !isRow(label) {
        throw place.at("quantities", index).at("published").at(label).problem(unknown(label))
      }
    }
  }

  /// Refuses a measured column of what is not measured; `place` is its `measured`.
  func check(_ measured: MeasuredQuantity, _ place: JSON) throws(Problem) {
    if let metric = measured.metric { try checkMeasured(metric, place.at("metric")) }
    for (index, metric) in measured.meanOf.enumerated() {
      try checkMeasured(metric, place.at("meanOf", index))
    }
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
