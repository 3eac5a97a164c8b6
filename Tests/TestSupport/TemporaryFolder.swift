import Foundation

/// A folder of a test's own, which is removed with the last that knows of it.
package final class TemporaryFolder: Sendable {
  /// The absolute path, without a slash at its end.
  package let path: String

  /// Makes an empty folder under the system's temporary folder.
  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/reprise-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  package subscript(name: String) -> String { "\(path)/\(name)" }

  /// Puts a text file in the folder, making the folders on the way. Throws if that cannot be done.
  package func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Puts a file in the folder, making the folders on the way. Throws if that cannot be done.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(filePath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The text of a file in the folder. Throws if it cannot be read.
  package func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: self[name])), as: UTF8.self)
  }

  /// Every file below the folder, by path within it, sorted.
  package var contents: [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: self[$0], isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}

/// Lends an empty folder, which is removed afterwards.
package func withTemporaryFolder<Result>(
  _ body: (TemporaryFolder) throws -> Result
) throws -> Result {
  let folder = try TemporaryFolder()
  defer { withExtendedLifetime(folder) {} }
  return try body(folder)
}

/// Lends an empty folder, which is removed afterwards.
package func withTemporaryFolder<Result: Sendable>(
  _ body: (TemporaryFolder) async throws -> Result
) async throws -> Result {
  let folder = try TemporaryFolder()
  defer { withExtendedLifetime(folder) {} }
  return try await body(folder)
}
