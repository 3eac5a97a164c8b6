import Schema

/// The last line of a checkpoint file: the SHA-256 of all bytes before it.
///
/// HDF5 looks no further than the end that its header names, so other programs do not notice the
/// line. With it a truncated or damaged file is known before HDF5 sees it: the library checks little
/// of what it reads, and can crash on damaged metadata.
enum Seal {
  private static let prefix = Array("\nsha256 ".utf8)
  private static let length = prefix.count + 64 + 1

  /// Adds the line to the content of a file.
  static func close(_ bytes: inout [UInt8]) {
    bytes.append(contentsOf: line(for: bytes[...]))
  }

  /// Whether the file ends with the line that its content has to have.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.count > length && Array(bytes.suffix(length)) == line(for: bytes.dropLast(length))
  }

  private static func line(for bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return prefix + Array("\(hash.finish())\n".utf8)
  }
}
