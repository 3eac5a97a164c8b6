import Basics

/// A stretch of the bytes of an HDF5 file that is read from its beginning and never past its end.
///
/// Every step says what it expects; its error names the file, the byte and that.
struct HDF5Cursor {
  /// What the messages call the file: its path.
  let name: String
  /// What is left; its indices are addresses in the file.
  private(set) var rest: ArraySlice<UInt8>

  /// The next `count` bytes.
  mutating func take(_ count: Int, _ expected: String) throws(Problem) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw damaged(expected) }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// The next `size` bytes as an unsigned number, little-endian.
  mutating func number(_ size: Int, _ expected: String) throws(Problem) -> Int {
    let start = self
    var value: UInt64 = 0
    for byte in try take(size, expected).reversed() { value = value << 8 | UInt64(byte) }
    guard let number = Int(exactly: value) else { throw start.damaged(expected) }
    return number
  }

  /// Takes exactly these bytes.
  mutating func expect(_ bytes: [UInt8], _ expected: String) throws(Problem) {
    guard rest.starts(with: bytes) else { throw damaged(expected) }
    rest = rest.dropFirst(bytes.count)
  }

  /// That here stands something else than what reprise writes.
  func damaged(_ expected: String) -> Problem {
    .data("\(name): damaged: byte \(rest.startIndex): expected \(expected)")
  }
}
