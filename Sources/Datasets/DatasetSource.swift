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

  /// What a spec says of it under a key of its own; nil: nothing.
  package let settings: (any SourceSettings.Type)?

  /// The splits that it is published with.
  let published: [PublishedSplit]

  /// Whether it tells whose each record is.
  let hasUsers: Bool

  /// The folder that holds it; nil if none does.
  let locate: @Sendable (DataFolders) throws(Problem) -> String?
  /// Reads and verifies it as a spec says, where it is compressed by way of a command. Throws
  /// `Problem.data` naming file and line.
  let read:
    @Sendable (_ folder: String, (any SourceSettings)?, Commands) async throws(Problem) -> Dataset
  /// Verifies the files of one folder and puts them, in their canonical form, into another.
  let install: @Sendable (_ from: String, _ to: String) throws(Problem) -> Void
  /// Where it can be had from, the preferred place first.
  let remotes: [Remote]
  /// The file of one that cannot be fetched; nil of any other.
  private let placed: PlacedFile?

  /// A data set that is fetched, and read in one way.
  init(
    name: String, title: String, source: String, published: [PublishedSplit] = [],
    hasUsers: Bool = true,
    locate: @escaping @Sendable (DataFolders) throws(Problem) -> String?,
    read: @escaping @Sendable (_ folder: String, Commands) async throws(Problem) -> Dataset,
    install: @escaping @Sendable (_ from: String, _ to: String) throws(Problem) -> Void,
    remotes: [Remote]
  ) {
    (self.name, self.title, self.source, settings) = (name, title, source, nil)
    self.published = published
    (self.hasUsers, self.locate, self.install, self.remotes) = (hasUsers, locate, install, remotes)
    self.read = { folder, _, commands async throws(Problem) in try await read(folder, commands) }
    placed = nil
  }

  /// A data set that is fetched, and read as settings say.
  init<Kind: SourceSettings>(
    _ settings: Kind.Type, title: String, source: String, hasUsers: Bool = true,
    locate: @escaping @Sendable (DataFolders) throws(Problem) -> String?,
    read: @escaping @Sendable (_ folder: String, Kind, Commands) async throws(Problem) -> Dataset,
    install: @escaping @Sendable (_ from: String, _ to: String) throws(Problem) -> Void,
    remotes: [Remote]
  ) {
    (name, self.title, self.source, self.settings) = (Kind.dataset, title, source, settings)
    published = []
    (self.hasUsers, self.locate, self.install, self.remotes) = (hasUsers, locate, install, remotes)
    self.read = { folder, own, commands async throws(Problem) in
      try await read(folder, Kind.taken(own), commands)
    }
    placed = nil
  }

  /// A data set of one file that cannot be fetched, and that settings may name.
  init<Kind: SourceSettings>(
    _ settings: Kind.Type, title: String, source: String, _ file: PlacedFile,
    read: @escaping @Sendable (_ path: String, Kind) throws(Problem) -> Dataset
  ) {
    (name, self.title, self.source, self.settings) = (Kind.dataset, title, source, settings)
    (published, remotes, placed, hasUsers) = ([], [], file, true)
    locate = { folders throws(Problem) in file.locate(folders) }
    self.read = { folder, own, _ async throws(Problem) in
      let own = try Kind.taken(own)
      return try read(own.ownFiles.first ?? file.path(in: folder), own)
    }
    install = { _, _ throws(Problem) in throw .data("\(Kind.dataset) cannot be fetched") }
  }

  /// A data set of one file that cannot be fetched, and that is read in one way.
  init(
    name: String, title: String, source: String, _ file: PlacedFile,
    read: @escaping @Sendable (_ path: String) throws(Problem) -> Dataset
  ) {
    (self.name, self.title, self.source, settings) = (name, title, source, nil)
    (published, remotes, placed, hasUsers) = ([], [], file, true)
    locate = { folders throws(Problem) in file.locate(folders) }
    self.read = { folder, _, _ async throws(Problem) in try read(file.path(in: folder)) }
    install = { _, _ throws(Problem) in throw .data("\(name) cannot be fetched") }
  }

  /// A data set that is read where a spec says, or made.
  init<Kind: LocalSource>(_ settings: Kind.Type, title: String, source: String) {
    self.init(
      settings, title: title, source: source,
      locate: { _ throws(Problem) in
        try Kind.requireMade()
        return ""
      },
      read: { _, own, _ throws(Problem) in
        try Kind.requireMade()
        return try own.load(DataSettings())
      },
      install: { _, _ throws(Problem) in try Kind.requireMade() }, remotes: [])
  }

  /// Makes sure that the data set is there, and returns the folder that holds it.
  ///
  /// Looks in the folders first, then tries each remote place in turn; what comes is verified
  /// before it is put in place, each file whole or not at all. `report` gets a line for each place
  /// that failed and for the one that did not.
  /// Throws `Problem.data` naming every place tried and why it failed.
  package func fetch(
    to folders: DataFolders, commands: Commands = .system,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws(Problem) -> String {
    if let folder = try locate(folders) { return folder }
    if let placed { throw placed.absence(of: name, folders) }
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

  /// Reads the data set, fetching it first if it is not there. Throws as `fetch`, and
  /// `Problem.data` naming file and line if it is damaged.
  ///
  /// - Parameter own: What a spec says of it; nil: what is usual.
  package func load(
    from folders: DataFolders, _ own: (any SourceSettings)? = nil, commands: Commands = .system,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws(Problem) -> Dataset {
    if let own, !own.ownFiles.isEmpty { return try await read("", own, commands) }
    return try await read(fetch(to: folders, commands: commands, report: report), own, commands)
  }
}

extension SourceSettings {
  /// These settings of what a spec says, the usual ones where it says nothing.
  fileprivate static func taken(_ own: (any SourceSettings)?) throws(Problem) -> Self {
    guard let taken = own as? Self ?? standard else {
      throw .usage("the data set \"\(dataset)\" needs \"\(key)\": \(summary)")
    }
    return taken
  }
}

extension LocalSource {
  /// Throws `Problem.usage` where a spec has to say what is read.
  fileprivate static func requireMade() throws(Problem) {
    guard standard?.simulation == nil else { return }
    throw .usage(
      "the data set \"\(dataset)\" is read where a spec says; there is nothing to fetch or describe"
    )
  }
}
