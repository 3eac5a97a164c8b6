import Basics

/// A kind of HDF5 file of ours: it says what it is and in which version, and ends with the
/// ``Seal``.
struct SealedFormat {
  /// What the file is, for messages and, after "reprise ", its attribute `format`.
  let noun: String
  /// The attribute `formatVersion`: the version that is written, and the only one that is read.
  let version: Int

  init(_ noun: String, version: Int) {
    (self.noun, self.version) = (noun, version)
  }

  /// The bytes of a new file that `write` fills; `path` is for the messages.
  func bytes(named path: String, _ write: (borrowing HDF5File) throws -> Void) throws -> [UInt8] {
    var bytes = try HDF5File.bytes(named: path) { file in
      try file.setAttribute("format", "reprise \(noun)")
      try file.setAttribute("formatVersion", version)
      try write(file)
    }
    Seal.close(&bytes)
    return bytes
  }

  /// What `read` makes of a file's bytes; `path` is for the messages.
  ///
  /// - Throws: `Problem.data`, one line, when the bytes are truncated, damaged, those of something
  ///   else, or of another version.
  func reading<Result>(
    _ bytes: [UInt8], from path: String, _ read: (HDF5Content) throws -> Result
  ) throws -> Result {
    guard !bytes.isEmpty else { throw Problem.data("\(path): the file is empty") }
    guard bytes.starts(with: HDF5File.signature) else {
      throw Problem.data("\(path): not an HDF5 file")
    }
    guard let sealed = Seal.content(of: bytes) else {
      throw Problem.data(
        "\(path): truncated, damaged, or not a \(noun) of reprise: its last line is not the "
          + "SHA-256 of what precedes it")
    }
    let file = try HDF5Content(sealed, named: path)
    guard file.attributes["format"] != nil, try file.text("format") == "reprise \(noun)" else {
      throw Problem.data("\(path): an HDF5 file, but not a \(noun) of reprise")
    }
    let found = try file.integer("formatVersion")
    guard found == version else {
      let age = found < version ? "an older" : "a newer"
      throw Problem.data(
        "\(path): \(noun) format \(found), written by \(age) reprise; "
          + "expected format \(version)")
    }
    return try read(file)
  }
}
