import Basics
import Foundation

/// Files in the working folder of a child.
enum Scratch {
  /// Puts a file there, in folders that are made; whether that could be done. It is not flushed to
  /// the disk: there are a hundred thousand of them.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    if path.contains("/") {
      guard (try? Files.makeFolder(Files.folder(of: path))) != nil else { return false }
    }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    return bytes.isEmpty || Foundation.write(file, bytes, bytes.count) == bytes.count
  }
}
