import Basics
import Recommenders

/// Files that a spec gives – lists, candidates: they are part of what a trial is, or of how it is
/// measured, by what they hold, wherever they lie.
struct GivenFiles: Sendable {
  /// What earlier runs read of files, by path: for reports, where files are no longer at hand.
  private var known: [String: Set<String>] = [:]

  /// Files as they are.
  init() {}

  /// Files as they are, or as the trials of these contents had them.
  init(seenBy contents: [TrialContent]) {
    for content in contents {
      for (digest, path) in content.paths { known[path, default: []].insert(digest) }
      if let file = content.candidates.file {
        known[file, default: []].insert(content.candidateDigest)
      }
    }
  }

  /// The SHA-256 of a file. Throws `Problem.data` where it cannot be read, and earlier runs read
  /// nothing there, or different things.
  func digest(of path: String) throws(Problem) -> String {
    do {
      return SHA256.hex(of: try Files.read(path))
    } catch {
      guard let digests = known[path], digests.count == 1, let digest = digests.first else {
        throw error
      }
      return digest
    }
  }
}

extension RecommenderType {
  /// The settings with the SHA-256 of each file in place of its path, and the paths by these.
  ///
  /// - Parameter files: how files are read.
  /// - Throws: `Problem.data` where one cannot be.
  func sealed(
    _ settings: JSON, by files: GivenFiles
  ) throws(Problem) -> (settings: JSON, paths: [String: String]) {
    guard !fileSettings.isEmpty, case .object(var members) = settings.value else {
      return (settings, [:])
    }
    var paths: [String: String] = [:]
    for place in members.indices where fileSettings.contains(members[place].key) {
      guard case .string(let path) = members[place].value.value else { continue }
      let digest = try files.digest(of: path)
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
