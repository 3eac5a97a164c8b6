/// Bags of rows of a table, one list a bag, in memory of its own.
package final class FieldBags {
  /// Where each bag's rows start in `entries`; at last their number.
  let starts: UnsafeMutablePointer<Int>
  /// The rows, bag after bag.
  let entries: UnsafeMutablePointer<Int32>

  /// Bags of these rows; every bag has one at least.
  package init(_ bags: [[Int32]]) {
    precondition(bags.allSatisfy { !$0.isEmpty }, "a bag needs a row")
    let offsets = bags.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    let rows = bags.flatMap(\.self)
    starts = .allocate(capacity: offsets.count)
    starts.initialize(from: offsets, count: offsets.count)
    entries = .allocate(capacity: max(1, rows.count))
    entries.initialize(from: rows, count: rows.count)
  }

  deinit {
    starts.deallocate()
    entries.deallocate()
  }
}

/// A batch of records with several fields, each of which names a row, or a bag of rows, of one
/// table.
package final class FieldInput {
  /// The most records of a batch.
  package let capacity: Int
  /// Fields of a record.
  package let fields: Int
  /// Records in use.
  package private(set) var count = 0
  /// Whether a field's places are numbers of bags, and of which.
  let bags: [FieldBags?]
  /// [count, fields]: rows of the table, or numbers of bags.
  let places: UnsafeMutablePointer<Int32>
  /// [count, fields]: what the embedding is multiplied by.
  let factors: UnsafeMutablePointer<Float>

  /// Room for `capacity` records of as many fields as there are `bags`, nil for a field of rows.
  package init(capacity: Int, bags: [FieldBags?]) {
    (self.capacity, fields, self.bags) = (capacity, bags.count, bags)
    places = .allocate(capacity: max(1, capacity * bags.count))
    places.initialize(repeating: 0, count: max(1, capacity * bags.count))
    factors = .allocate(capacity: max(1, capacity * bags.count))
    factors.initialize(repeating: 1, count: max(1, capacity * bags.count))
  }

  deinit {
    places.deallocate()
    factors.deallocate()
  }

  package func removeAll() { count = 0 }

  /// Adds a record of these places, a field each.
  package func append(_ record: UnsafePointer<Int32>) {
    precondition(count < capacity, "the batch holds \(capacity) records")
    (places + count * fields).update(from: record, count: fields)
    count += 1
  }

  /// Gives a field of the record added last its factor.
  package func setFactor(_ field: Int, _ factor: Float) {
    factors[(count - 1) * fields + field] = factor
  }
}
