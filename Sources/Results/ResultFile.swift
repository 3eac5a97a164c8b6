import Schema

/// The one way in which results reach the disk.
enum ResultFile {
  /// Whether a file of this name differs from run to run: cost tables hold seconds and bytes.
  static func holdsTimes(_ name: String) -> Bool { name.hasPrefix("\(CostTable.name).") }

  /// Puts a text file in place, whole or not at all, and makes its folder if it is missing.
  static func write(_ text: String, to path: String) throws(Problem) {
    try Files.makeFolder(Files.folder(of: path))
    try Files.writeAtomically(text, to: path)
  }
}
