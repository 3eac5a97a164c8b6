import Basics
import Evaluation
import Results

/// One number as the paper printed it.
package struct PublishedValue: Sendable, Equatable {
  /// The label of the system.
  package let system: String
  package let metric: Metric
  /// The number, with the digits that the paper gives it.
  package let printed: PrintedNumber
  package var value: Double { printed.value }

  /// Reads `{ "label": { "metric": number } }`.
  static func values(decoding json: JSON) throws(Problem) -> [PublishedValue] {
    var values: [PublishedValue] = []
    for row in try json.asObject() {
      for cell in try row.value.asObject() {
        let metric = try Metric(decoding: JSON(.string(cell.key), at: cell.keyPosition))
        if values.contains(where: { $0.system == row.key && $0.metric == metric }) {
          throw cell.problem("\"\(metric)\" is given twice")
        }
        guard let printed = try PrintedCell.number(decoding: cell.value) else { continue }
        values.append(PublishedValue(system: row.key, metric: metric, printed: printed))
      }
    }
    return values
  }

  /// The object that decodes to these values.
  static func encoded(_ values: [PublishedValue]) -> JSON {
    var labels: [String] = []
    for value in values where !labels.contains(value.system) { labels.append(value.system) }
    return .object(
      labels.map { label in
        let cells = values.filter { $0.system == label }
        return (label, .object(cells.map { ($0.metric.name, PrintedCell.encoded($0.printed)) }))
      })
  }
}
