import Basics
import Foundation

extension SpecFile {
  /// Refuses a run whose results would get too long a name, or that of another spec's beside this
  /// one.
  ///
  /// - Parameters:
  ///   - spec: As changed by the profile.
  ///   - seeds: Another number of seeds than the spec's; nil: the spec's.
  /// - Throws: `Problem.usage` naming the file, or the profile in it.
  package func checkResultsFolder(
    _ spec: Spec, profile: String?, seeds: Int? = nil
  ) throws(Problem) {
    let count = spec.seeds(seeds).count
    let experiment = Outputs.experiment(spec, path: path, profile: profile, seeds: count)
    let name = (experiment as NSString).lastPathComponent
    // The status of a run has the name, too, with an ending.
    let most = FileName.limit - RunStatus.suffix.utf8.count
    if name.utf8.count > most {
      throw problem(
        profile,
        "the folder of its results would have a name of \(name.utf8.count) bytes; expected at most \(most)"
      )
    }
    if let other = other(named: name, profile) {
      throw problem(
        profile, "its results would be in the folder \"\(name)\", as those of \(other)")
    }
  }

  /// The spec beside this one whose results have that name, too.
  private func other(named name: String, _ profile: String?) -> String? {
    let folder = Files.folder(of: path)
    let own = (path as NSString).lastPathComponent
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in files.sorted() where file.hasSuffix(".json") && file != own {
      let stem = (file as NSString).deletingPathExtension
      if FileName.areAlike(stem, name) { return file }
      guard profile != nil, name.lowercased().hasPrefix(stem.lowercased() + "-") else { continue }
      // What does not decode writes nothing.
      let profiles = (try? SpecFile(path: "\(folder)/\(file)"))?.profileNames ?? []
      if let same = profiles.first(where: { FileName.areAlike("\(stem)-\($0)", name) }) {
        return "\(file), profile \(same)"
      }
    }
    return nil
  }

  private func problem(_ profile: String?, _ message: String) -> Problem {
    profile.flatMap { place(ofProfile: $0) }?.problem(message) ?? .usage("\(path): \(message)")
  }
}
