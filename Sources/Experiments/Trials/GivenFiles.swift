import Basics
import Recommenders

/// Files that a recommender's settings name: they are part of what a trial is by what they hold,
/// wherever they lie.
extension RecommenderType {
  /// The settings with the SHA-256 of each file in place of its path, and the paths by these.
  ///
  /// Throws `Problem.data` where a file cannot be read.
  func sealed(_ settings: JSON) throws(Problem) -> (settings: JSON, paths: [String: String]) {
    guard !fileSettings.isEmpty, case .object(var members) = settings.value else {
      return (settings, [:])
    }
    var paths: [String: String] = [:]
    for place in members.indices where fileSettings.contains(members[place].key) {
      guard case .string(let path) = members[place].value.value else { continue }
      let digest = SHA256.hex(of: try Files.read(path))
      paths[digest] = path
      members[place].value = .string(digest)
    }
    return (JSON(.object(members), at: settings.position), paths)
  }

  /// The settings with the paths of files changed.
  func changingPaths(_ settings: JSON, _ change: (String) -> String) -> JSON {
    guard !fileSettings.isEmpty, case .object(var members) = settings.value else { return settings }
    for place in members.indices where fileSettings.contains(members[place].key) {
      guard case .string(let path) = members[place].value.value else { continue }
      members[place].value = .string(change(path))
    }
    return JSON(.object(members), at: settings.position)
  }
}

extension TrialContent {
  /// The settings as the recommender takes them, files by their paths.
  func settings(of type: RecommenderType) -> JSON {
    type.changingPaths(training.settings) { paths[$0] ?? $0 }
  }

  /// Refuses files that no longer hold what the trial is about; throws `Problem.data` naming one.
  func checkFiles() throws(Problem) {
    var files = paths
    if let file = candidates.file { files[candidateDigest] = file }
    for (digest, path) in files.sorted(by: { $0.value < $1.value }) {
      guard SHA256.hex(of: try Files.read(path)) == digest else {
        throw .data("\(path): has changed since the trial was begun")
      }
    }
  }
}
