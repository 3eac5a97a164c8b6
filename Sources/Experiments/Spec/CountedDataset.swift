import Basics
import Datasets
import Results

/// A row of a table of data sets: what is counted in it.
package struct CountedDataset: Sendable, Equatable {
  /// The row's label, as the paper has it.
  package let row: String
  /// The data set and the rule by which its events count.
  package let data: DataSettings

  /// The keys of `data` that change nothing that is counted.
  private static let unused = ["sample", "split", "clicks"]

  /// `{ "label": { "dataset": "ml-100k" } }`.
  static let kind = FieldKind.map(
    .object(DataSettings.fieldDescriptions.filter { !unused.contains($0.name) }))

  /// Reads a table's `datasets`. Throws as decoding does, and on keys that are not used here.
  static func rows(decoding json: JSON) throws(Problem) -> [CountedDataset] {
    var rows: [CountedDataset] = []
    for member in try json.asObject() {
      for key in unused {
        guard let value = member.value[key] else { continue }
        throw value.problem("\"\(key)\" is not used here: the whole data set is counted")
      }
      rows.append(
        CountedDataset(row: member.key, data: try DataSettings(decoding: member.value)))
    }
    return rows
  }

  /// The object that decodes to these rows.
  static func encoded(_ rows: [CountedDataset]) -> JSON {
    JSON(
      .object(
        rows.map { row in
          JSON.Member(row.row, row.data.encoded().without(unused))
        }))
  }
}

/// What was counted in a row of a table of data sets.
package struct CountedRow: Sendable, Equatable {
  package let `is`: CountedDataset
  /// The figures of its data set.
  package let counts: DatasetCounts
  /// What its tables count beyond those.
  package let others: [CountRule: Int]
}
