import Basics

/// The ids of rows, from an array of NumPy's or a text file of one id a line.
package enum GivenIDs {
  /// The ids in a file. Throws `Problem.data` where they are none, or one stands twice.
  package static func read(_ path: String) throws(Problem) -> [String] {
    let bytes = try TextFile.read(path)
    let ids = try bytes.starts(with: NumPyArray.magic) ? array(bytes, path) : lines(bytes, path)
    var rows: [String: Int] = [:]
    for (row, id) in ids.enumerated() {
      if let first = rows.updateValue(row, forKey: id) {
        throw .data("\(path): rows \(first) and \(row), counted from 0, both have the id \"\(id)\"")
      }
    }
    return ids
  }

  private static func array(_ bytes: [UInt8], _ path: String) throws(Problem) -> [String] {
    let array = try NumPyArray(bytes, file: path)
    guard array.shape.count == 1, let ids = array.ids else {
      throw .data("\(path): expected one axis of whole numbers or texts, the id of each row")
    }
    return ids
  }

  private static func lines(_ bytes: [UInt8], _ path: String) throws(Problem) -> [String] {
    // No text holds what separates here, so that a line is one cell.
    var reader = TextReader(bytes, file: path, Dialect("\u{0}"))
    var ids: [String] = []
    while try reader.next() { ids.append(try reader.text(reader.cells[0])) }
    return ids
  }
}
