import Basics

/// How text files of one's own are read as a spec says.
extension CSVSettings: LocalSource {
  package static let dataset = CSVSource.name
  package static let key = "csv"
  package static let summary = "text files of your own, and what their columns are"
  /// Columns have to be told.
  package static let standard: CSVSettings? = nil
  package static let areOwnLines = true
  package static let dividesRecords = true
  package static let howUsersAreTold: String? = "a column of kind \"user\" in data.csv.columns"

  package var hasUsers: Bool { column(of: .user) != nil }
  package var hasItems: Bool { column(of: .item) != nil }

  /// Refuses columns that do not say what the task needs to know, and files that are named nowhere
  /// or twice.
  package func check(_ data: DataSettings, _ json: JSON) throws(Problem) {
    let place = json[Self.key] ?? json
    try check(asRecords: data.areRecords, place)
    guard files.isEmpty == (data.split.method == .files) else {
      throw (place["files"] ?? place).problem(
        files.isEmpty
          ? "the data set \"csv\" needs \"files\", the files that it is read from"
          : "\"files\" is not used where the split names the files")
    }
  }

  package mutating func changePaths(_ change: ([String]) -> [String]) {
    files = change(files)
    if let own = items?.files { items?.files = change(own) }
    if let own = users?.files { users?.files = change(own) }
  }

  package func files(_ split: SplitSettings) -> [String] {
    records(split) + (items?.files ?? []) + (users?.files ?? [])
  }

  private func records(_ split: SplitSettings) -> [String] { files.isEmpty ? split.files : files }

  package func load(_ data: DataSettings) throws(Problem) -> Dataset {
    try CSVSource.load(self, files: records(data.split))
  }
}
