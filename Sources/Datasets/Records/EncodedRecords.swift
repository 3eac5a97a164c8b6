import Basics

/// Records as rows of one table of embeddings that all fields share: a range of rows a field, of
/// which the first stands for every value that was missing or not learned from.
///
/// What a value's row is, is learned from training records alone. A field of sets names a bag of
/// rows, whose embeddings are averaged; a standardised number has a single row beside the first,
/// which is multiplied by `(x − mean) / deviation`.
package struct EncodedRecords: Sendable, Equatable {
  package struct Field: Sendable, Equatable {
    /// The rows of each bag, for a field of sets; else nil.
    package let bags: [[Int32]]?
    /// The factor of each record's embedding, for a standardised field; else nil.
    package let factors: [Float]?
  }

  /// The fields, in the order of the spec.
  package let fields: [Field]
  /// The rows of the table.
  package let rows: Int
  /// [records, fields] row-major: a row of the table, or the number of a bag.
  package let places: [Int32]

  /// Encodes all records by what the training records, at these places, hold.
  ///
  /// - Parameter names: The fields that are encoded; nil: all.
  package init(_ records: Records, only names: [String]? = nil, training: [Int32]) {
    var fields: [Field] = []
    var columns: [[Int32]] = []
    var rows = 0
    for (column, settings) in zip(records.columns, records.settings)
    where names?.contains(column.name) ?? true {
      let encoded = EncodedColumn(column, settings, training: training, first: Int32(rows))
      fields.append(Field(bags: encoded.bags, factors: encoded.factors))
      columns.append(encoded.places)
      rows += encoded.rows
    }
    var places = [Int32](repeating: 0, count: records.count * columns.count)
    for (field, column) in columns.enumerated() {
      for (record, place) in column.enumerated() { places[record * columns.count + field] = place }
    }
    (self.fields, self.rows, self.places) = (fields, rows, places)
  }
}

/// One column, encoded; rows count from `first`.
struct EncodedColumn {
  var places: [Int32]
  var rows: Int
  var bags: [[Int32]]?
  var factors: [Float]?

  init(_ column: Column, _ settings: ColumnSettings, training: [Int32], first: Int32) {
    switch column.values {
    case .categories(let vocabulary, let values):
      let known = Vocabulary(
        vocabulary.count, settings.minimumCount, first: first, training.lazy.map { values[Int($0)] }
      )
      places = values.map { known[$0] }
      rows = known.rows
    case .sets(let vocabulary, let sets, let values):
      let known = Vocabulary(
        vocabulary.count, settings.minimumCount, first: first,
        training.lazy.flatMap { sets[Int(values[Int($0)])] })
      // A value that was not learned from says nothing beside one that was.
      bags = (0..<sets.users).map { set in
        let rows = sets[set].map { known[$0] }.filter { $0 != first }
        return rows.isEmpty ? [first] : rows
      }
      places = values
      rows = known.rows
    case .numbers(let values):
      if let buckets = settings.buckets {
        let bounds = Self.bounds(training.map { values[Int($0)] }, buckets: buckets)
        places = values.map { first + Self.bucket($0, bounds) }
        rows = bounds.count + 2
      } else {
        let (mean, deviation) = Self.moments(training.map { values[Int($0)] })
        places = values.map { $0.isNaN ? first : first + 1 }
        factors = values.map {
          $0.isNaN ? 1 : Float(($0 - mean) / deviation)
        }
        rows = 2
      }
    }
  }

  /// The bounds between buckets that hold about equally many of these numbers; equal numbers share
  /// one.
  static func bounds(_ values: [Double], buckets: Int) -> [Double] {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return [] }
    var bounds: [Double] = []
    for bucket in 1..<buckets {
      let bound = sorted[sorted.count * bucket / buckets]
      if bound > sorted[0], bound != bounds.last { bounds.append(bound) }
    }
    return bounds
  }

  /// 0 where the number is missing, else 1 + the number of bounds not above it.
  static func bucket(_ value: Double, _ bounds: [Double]) -> Int32 {
    guard !value.isNaN else { return 0 }
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return Int32(low + 1)
  }

  /// Mean and standard deviation of the numbers that there are; a deviation of 1 where all are
  /// equal.
  static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let known = values.filter { !$0.isNaN }
    guard !known.isEmpty else { return (0, 1) }
    let mean = known.reduce(0, +) / Double(known.count)
    let square = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
    return (mean, square > 0 ? square.squareRoot() : 1)
  }
}

/// The rows of the values that were seen often enough.
private struct Vocabulary {
  private let places: [Int32]
  private let first: Int32
  let rows: Int

  init(_ size: Int, _ minimumCount: Int, first: Int32, _ seen: some Sequence<Int32>) {
    var counts = [Int](repeating: 0, count: size)
    for value in seen where value >= 0 { counts[Int(value)] += 1 }
    var next = first
    places = counts.map { count in
      guard count >= minimumCount else { return first }
      next += 1
      return next
    }
    self.first = first
    rows = Int(next - first) + 1
  }

  /// The row of a value; the first where it is missing or rare.
  subscript(value: Int32) -> Int32 { value < 0 ? first : places[Int(value)] }
}
