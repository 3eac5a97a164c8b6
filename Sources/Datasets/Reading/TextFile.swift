import Basics
import CZlib

/// Reads whole text files, compressed ones as well.
package enum TextFile {
  /// The bytes of a file, decompressed where its first bytes say gzip.
  ///
  /// Throws `Problem.data` on a file that cannot be read, is damaged, or unfolds to more than 4
  /// GiB.
  package static func read(_ path: String) throws(Problem) -> [UInt8] {
    let bytes = try Files.read(path)
    return bytes.starts(with: [0x1F, 0x8B]) ? try gunzip(bytes, path) : bytes
  }

  /// The first bytes of a file, so many or a few more, and whether they are all; of a compressed
  /// one all that it unfolds to. Throws as `read` does.
  static func head(_ path: String, bytes count: Int) throws(Problem) -> (
    bytes: [UInt8], isWhole: Bool
  ) {
    let bytes = try Files.read(path, atLeast: count)
    if bytes.starts(with: [0x1F, 0x8B]) { return (try read(path), true) }
    return (bytes, bytes.count < count)
  }

  /// The contents of all members of a gzip file, one after another.
  static func gunzip(_ bytes: [UInt8], _ path: String) throws(Problem) -> [UInt8] {
    var input = bytes
    var output: [UInt8] = []
    let complaint: String? = input.withUnsafeMutableBufferPointer { input in
      var stream = z_stream()
      // 15 bits of window, and 16 for the header of gzip.
      guard
        inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
      else { return "cannot be decompressed" }
      defer { inflateEnd(&stream) }
      return inflate(&stream, input, into: &output)
    }
    if let complaint { throw .data("\(path): \(complaint)") }
    return output
  }

  /// Returns what is wrong; nil where nothing is.
  private static func inflate(
    _ stream: inout z_stream, _ input: UnsafeMutableBufferPointer<UInt8>,
    into output: inout [UInt8]
  ) -> String? {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var place = 0
    while true {
      let given = min(input.count - place, 1 << 30)
      stream.next_in = input.baseAddress.map { $0 + place }
      stream.avail_in = UInt32(given)
      let (status, count) = chunk.withUnsafeMutableBufferPointer { chunk in
        stream.next_out = chunk.baseAddress
        stream.avail_out = UInt32(chunk.count)
        let status = CZlib.inflate(&stream, Z_NO_FLUSH)
        return (status, chunk.count - Int(stream.avail_out))
      }
      place += given - Int(stream.avail_in)
      output += chunk[..<count]
      guard output.count <= mostBytes else { return "unfolds to more than 4 GiB" }
      switch status {
      case Z_STREAM_END:
        // Tapes pad with zeros; another member may follow.
        while place < input.count, input[place] == 0 { place += 1 }
        if place == input.count { return nil }
        guard inflateReset(&stream) == Z_OK else { return "cannot be decompressed" }
      case Z_OK: continue
      case Z_BUF_ERROR where place == input.count: return "is compressed, and ends before its end"
      default:
        return "is damaged: \(stream.msg.map { String(cString: $0) } ?? "not as gzip writes")"
      }
    }
  }

  private static let mostBytes = 4 << 30
}
