import ArgumentParser

/// The check that all options share which name a file or a folder.
enum NamedPath {
  /// Throws a `ValidationError` when the option was given no name: an empty one would make paths
  /// that begin at the root of the file system.
  static func check(_ option: String, _ value: String?) throws {
    if value == "" {
      throw ValidationError("\(option): expected the name of a file or folder, found an empty text")
    }
  }
}
