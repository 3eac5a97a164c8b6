import Basics

/// The one way in which results reach the disk.
enum ResultFile {
  /// Puts a text file in place, whole or not at all, and makes its folder if it is missing.
  static func write(_ text: String, to path: String) throws(Problem) {
    try Files.makeFolder(Files.folder(of: path))
    try Files.writeAtomically(text, to: path)
  }
}
