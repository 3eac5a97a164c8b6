import Basics

/// A vector for each of some entities, a row each, by the index that a data set has of them.
package struct GivenVectors: Sendable {
  /// The length of a vector.
  package let width: Int
  /// The row of each entity of the data set; −1 where there is none.
  package let rows: [Int]
  /// Rows of ids that the data set has not.
  package let unknown: Int
  /// Whether the numbers of the rows are the ids.
  package let areNumbered: Bool
  private let values: NumPyArray.Elements

  /// The array at `path`, of which each row has the id that the file of ids says, or its number,
  /// counted from 0.
  ///
  /// - Parameter ids: Of the data set's entities.
  /// - Throws: `Problem.data` naming the file for anything but two axes of finite numbers, and
  ///   where there are more or fewer ids than rows.
  package init(_ path: String, ids idFile: String?, of ids: [String]) throws(Problem) {
    let array = try NumPyArray(TextFile.read(path), file: path)
    guard array.shape.count == 2, array.shape[1] > 0, array.ids == nil else {
      throw .data("\(path): expected two axes of float32 or float64, a vector a row")
    }
    (width, values) = (array.shape[1], array.elements)
    let count = array.shape[0]
    for row in 0..<count where !Self.isFinite(values, row * width..<(row + 1) * width) {
      throw .data("\(path): row \(row), counted from 0, holds what is not a finite number")
    }
    let given = try idFile.map { file throws(Problem) in try GivenIDs.read(file) }
    if let given, let idFile, given.count != count {
      throw .data("\(idFile): has \(given.count) ids, and \(path) has \(count) rows")
    }
    areNumbered = given == nil
    let index = WordIndex(ids)
    var (rows, unknown) = ([Int](repeating: -1, count: ids.count), 0)
    for row in 0..<count {
      if let entity = index.place(of: given?[row] ?? String(row)) {
        rows[Int(entity)] = row
      } else {
        unknown += 1
      }
    }
    (self.rows, self.unknown) = (rows, unknown)
  }

  /// Writes an entity's vector from a place on; zeros where it has none.
  package func write(_ entity: Int, into vectors: inout [Double], at start: Int) {
    guard rows[entity] >= 0 else {
      for place in start..<start + width { vectors[place] = 0 }
      return
    }
    let first = rows[entity] * width
    switch values {
    case .floats(let own):
      for place in 0..<width { vectors[start + place] = Double(own[first + place]) }
    case .doubles(let own):
      for place in 0..<width { vectors[start + place] = own[first + place] }
    case .integers, .texts: break
    }
  }

  private static func isFinite(_ values: NumPyArray.Elements, _ range: Range<Int>) -> Bool {
    switch values {
    case .floats(let values): values[range].allSatisfy(\.isFinite)
    case .doubles(let values): values[range].allSatisfy(\.isFinite)
    case .integers, .texts: false
    }
  }
}
