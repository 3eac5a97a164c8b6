import Basics

/// The last line of a checkpoint file: the SHA-256 of all bytes before it.
///
/// HDF5 looks no further than the end that its header names, so other programs do not notice the
/// line. With it a truncated or damaged file is known before anything of it is believed. It is no
/// protection against a file that was made to harm, hence ``HDF5Content``.
enum Seal {
  private static let prefix = Array("\nsha256 ".utf8)
  private static let length = prefix.count + 64 + 1

  /// Adds the line to the content of a file.
  static func close(_ bytes: inout [UInt8]) {
    bytes.append(contentsOf: line(for: bytes[...]))
  }

  /// What precedes the line; nil when the file does not end with the one that its content has to
  /// have.
  static func content(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let content = bytes.dropLast(length)
    return !content.isEmpty && bytes[content.endIndex...].elementsEqual(line(for: content))
      ? content : nil
  }

  private static func line(for bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return prefix + Array("\(hash.finish())\n".utf8)
  }
}
