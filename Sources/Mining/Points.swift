/// Rows of numbers of equal length: what is clustered, and what clusters lie around.
package struct Points: Sendable, Equatable {
  /// The number of rows.
  package let count: Int
  /// The number of columns.
  package let dimensions: Int
  /// Row after row, count × dimensions.
  package private(set) var values: [Double]

  /// Rows of equal length.
  package init(_ rows: [[Double]]) {
    (count, dimensions) = (rows.count, rows.first?.count ?? 0)
    precondition(
      rows.allSatisfy { [dimensions] in $0.count == dimensions }, "rows differ in length")
    values = Array(rows.joined())
  }

  /// Columns of equal length.
  package init(columns: [[Double]]) {
    (count, dimensions) = (columns.first?.count ?? 0, columns.count)
    precondition(columns.allSatisfy { [count] in $0.count == count }, "columns differ in length")
    values = [Double](repeating: 0, count: count * dimensions)
    for (place, column) in columns.enumerated() {
      for (row, value) in column.enumerated() { values[row * dimensions + place] = value }
    }
  }

  /// One row.
  package subscript(row: Int) -> ArraySlice<Double> {
    values[row * dimensions..<(row + 1) * dimensions]
  }

  /// Some rows, in the order given.
  func taking(_ rows: [Int]) -> Points { Points(rows.map { Array(self[$0]) }) }

  /// ‖a − b‖² of a row and a row of other points of as many columns.
  func squaredDistance(_ row: Int, to other: Points, _ otherRow: Int) -> Double {
    precondition(dimensions == other.dimensions, "the numbers of columns differ")
    return values.withUnsafeBufferPointer { a in
      other.values.withUnsafeBufferPointer { b in
        var sum = 0.0
        let (from, otherFrom) = (row * dimensions, otherRow * dimensions)
        for place in 0..<dimensions {
          let difference = a[from + place] - b[otherFrom + place]
          sum += difference * difference
        }
        return sum
      }
    }
  }

  /// The mean of the rows that each label names; `fallback`'s row where no row has the label.
  func means(by labels: [Int], or fallback: Points) -> Points {
    var sums = [Double](repeating: 0, count: fallback.count * dimensions)
    var sizes = [Int](repeating: 0, count: fallback.count)
    for (row, label) in labels.enumerated() {
      sizes[label] += 1
      for place in 0..<dimensions {
        sums[label * dimensions + place] += values[row * dimensions + place]
      }
    }
    var means = fallback
    for (label, size) in sizes.enumerated() where size > 0 {
      for place in label * dimensions..<(label + 1) * dimensions {
        means.values[place] = sums[place] / Double(size)
      }
    }
    return means
  }

  /// Puts a row of other points in place of one of these.
  mutating func replace(_ row: Int, by other: Points, _ otherRow: Int) {
    values.replaceSubrange(row * dimensions..<(row + 1) * dimensions, with: other[otherRow])
  }
}
