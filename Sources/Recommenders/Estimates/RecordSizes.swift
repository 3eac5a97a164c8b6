import Datasets

/// The sizes of records that memory and time of a system of clicks follow from.
package struct RecordSizes: Sendable, Equatable {
  /// A field of the records.
  package struct FieldSize: Sendable, Equatable {
    package let name: String
    /// Rows of the table of embeddings at most.
    package let rows: Double
    /// Whether a record has several values.
    package let isSet: Bool
  }

  /// All records.
  package var records: Double
  /// Records that are learned from.
  package var learned: Double
  package var fields: [FieldSize]

  /// Sizes as they are known.
  package init(records: Int, learned: Int, fields: [(name: String, rows: Int)]) {
    (self.records, self.learned) = (Double(records), Double(learned))
    self.fields = fields.map { FieldSize(name: $0.name, rows: Double($0.rows), isSet: false) }
  }

  /// The sizes of records of which so many are learned from.
  package init(_ records: Records, learned: Int) {
    (self.records, self.learned) = (Double(records.count), Double(learned))
    fields = zip(records.columns, records.settings).map { column, settings in
      let (rows, isSet) =
        switch column.values {
        case .categories(let vocabulary, _): (vocabulary.count + 1, false)
        case .sets(let vocabulary, _, _): (vocabulary.count + 1, true)
        case .numbers: ((settings.buckets ?? 0) + 2, false)
        }
      return FieldSize(name: column.name, rows: Double(rows), isSet: isSet)
    }
  }

  /// The rows of the table of embeddings.
  var rows: Double { fields.reduce(0) { $0 + $1.rows } }

  /// The same records with these fields alone.
  func only(_ names: [String]) -> RecordSizes {
    var some = self
    some.fields = fields.filter { names.contains($0.name) }
    return some
  }
}
