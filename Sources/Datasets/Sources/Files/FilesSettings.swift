import Basics

/// What the data set "files" is read from; without any file it is read from those of the split.
package struct FilesSettings: LocalSource {
  package static let dataset = FilesSource.name
  package static let key = "files"
  package static let summary = "files of user item [rating [time]] lines"
  package static let standard: FilesSettings? = FilesSettings([])
  package static let areOwnLines = true

  /// The paths.
  package private(set) var paths: [String]

  /// Files at these paths.
  package init(_ paths: [String]) { self.paths = paths }

  /// A list that every spec is encoded with, whatever its data set: identities have it.
  package static let field = Field<DataSettings>.files(
    key, \.files, "dataset \(dataset): \(summary)")

  package func check(_ data: DataSettings, _ json: JSON) throws(Problem) {
    guard !paths.isEmpty || data.split.method == .files else {
      throw json.problem("the data set \"files\" needs \"files\", the files it is read from")
    }
  }

  package mutating func changePaths(_ change: ([String]) -> [String]) { paths = change(paths) }

  package func files(_ split: SplitSettings) -> [String] { paths.isEmpty ? split.files : paths }

  package func load(_ data: DataSettings) throws(Problem) -> Dataset {
    try FilesSource.load(files(data.split), allowingRepeats: data.duplicates != nil)
  }
}

extension DataSettings {
  /// What the data set "files" is read from; empty for any other.
  package var files: [String] {
    get { self[FilesSettings.self]?.paths ?? [] }
    set { self[FilesSettings.self] = newValue.isEmpty ? nil : FilesSettings(newValue) }
  }
}
