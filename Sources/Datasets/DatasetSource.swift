import Basics
import Foundation

/// A data set that specs can name: where it comes from and how it is read.
package struct DatasetSource: Sendable {
  /// The name by which specs call it: "ml-100k".
  package let name: String
  /// Its name for people.
  package let title: String
  /// Who made it, where it is described, what its licence allows.
  package let source: String

  /// The folder that holds it; nil if none does.
  let locate: @Sendable (DataFolders) throws(Problem) -> String?
  /// Reads and verifies it, where it is compressed by way of a command. Throws `Problem.data` naming
  /// file and line.
  let read: @Sendable (_ folder: String, Commands) async throws(Problem) -> Dataset
  /// Verifies the files of one folder and puts them, in their canonical form, into another.
  let install: @Sendable (_ from: String, _ to: String) throws(Problem) -> Void
  /// Where it can be had from, the preferred place first.
  let remotes: [Remote]

  /// A data set that is read where a spec says.
  static func ofSpecs(_ name: String, title: String, source: String) -> DatasetSource {
    let hasNoPlace = Problem.usage(
      "the data set \"\(name)\" is read where a spec says; there is nothing to fetch or describe")
    return DatasetSource(
      name: name, title: title, source: source,
      locate: { _ throws(Problem) in throw hasNoPlace },
      read: { _, _ throws(Problem) in throw hasNoPlace },
      install: { _, _ throws(Problem) in throw hasNoPlace }, remotes: [])
  }

  /// Makes sure that the data set is there, and returns the folder that holds it.
  ///
  /// Looks in the folders first, then tries each remote place in turn; what comes is verified before
  /// it is put in place, each file whole or not at all. `report` gets a line for each place that
  /// failed and for the one that did not.
  /// Throws `Problem.data` naming every place tried and why it failed.
  package func fetch(
    to folders: DataFolders, commands: Commands = .system,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws(Problem) -> String {
    if let folder = try locate(folders) { return folder }
    var failures: [String] = []
    for remote in remotes {
      do {
        let folder = folders.target(of: name)
        try await download(remote, into: folder, commands)
        report("\(name): from \(remote.name), now in \(folder)")
        return folder
      } catch {
        report("\(name): not from \(remote.name): \(error)")
        failures.append("\(remote.name): \(error)")
      }
    }
    throw .data(
      "\(name) cannot be had (\(failures.joined(separator: "; ")));"
        + " put its files into \(folders.target(of: name))")
  }

  /// Downloads into a folder of its own and installs from there.
  private func download(
    _ remote: Remote, into folder: String, _ commands: Commands
  ) async throws(Problem) {
    let temporary = FileManager.default.temporaryDirectory.path + "/reprise-\(UUID().uuidString)"
    try Files.makeFolder(temporary)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try await remote.download(temporary, commands)
    try install(temporary, folder)
  }

  /// Reads the data set, fetching it first if it is not there. Throws as `fetch`, and `Problem.data`
  /// naming file and line if it is damaged.
  package func load(
    from folders: DataFolders, commands: Commands = .system,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws(Problem) -> Dataset {
    try await read(fetch(to: folders, commands: commands, report: report), commands)
  }
}

/// The data sets that specs can name.
package enum DatasetList {
  /// All of them; the last are the user's own files.
  package static let all: [DatasetSource] = [
    MovieLens100K.source, MovieLens1M.source, OpenBandit.source, BehaviourLog.source,
    FilesSource.source,
    CSVSource.source,
  ]

  /// The data set of this name. Throws `Problem.usage` with the nearest name.
  package static func named(_ name: String) throws(Problem) -> DatasetSource {
    guard let source = all.first(where: { $0.name == name }) else {
      throw .usage("unknown data set \"\(name)\"" + suggestion(for: name, among: all.map(\.name)))
    }
    return source
  }
}
