import Basics

/// The settings that a spec gives of single data sets; once they are checked, of no other than it
/// names.
struct OwnSettings: Equatable, Sendable {
  private var given: [String: any SourceSettings] = [:]

  /// Those under a key; nil where nothing is said.
  subscript(key: String) -> (any SourceSettings)? {
    get { given[key] }
    set { given[key] = newValue }
  }

  static func == (a: OwnSettings, b: OwnSettings) -> Bool {
    a.given.count == b.given.count
      && a.given.allSatisfy { key, settings in b[key].map(settings.isEqual) ?? false }
  }
}

/// The place of settings of a kind in ``DataSettings``, by which a ``Field`` reads and writes them.
package struct SettingsOf<Kind: SourceSettings>: Hashable, Sendable {
  package init() {}
}

extension DataSettings {
  /// What the spec says of that kind of data set; nil where it says nothing.
  package subscript<Kind: SourceSettings>(_: SettingsOf<Kind>) -> Kind? {
    get { given[Kind.key] as? Kind }
    set { given[Kind.key] = newValue }
  }

  /// What the spec says of that kind of data set; nil where it says nothing.
  package subscript<Kind: SourceSettings>(_: Kind.Type) -> Kind? {
    get { self[SettingsOf<Kind>()] }
    set { self[SettingsOf<Kind>()] = newValue }
  }

  /// The settings of the data set, its usual ones where the spec says nothing; nil where it has
  /// none.
  package var own: (any SourceSettings)? {
    guard let kind = source?.settings else { return nil }
    return given[kind.key] ?? kind.standard
  }

  /// The same, where they tell all of the data set.
  package var local: (any LocalSource)? { own as? any LocalSource }

  /// The data set in the list; nil where the name is unknown.
  var source: DatasetSource? { DatasetList.all.first { $0.name == dataset } }

  /// Puts other paths in place of those of each list of files that are read, those of the split
  /// among them.
  package mutating func changePaths(_ change: ([String]) -> [String]) {
    if let key = source?.settings?.key { given[key]?.changePaths(change) }
    for path in [\SplitSettings.trainFile, \.validationFile, \.testFile] {
      split[keyPath: path] = split[keyPath: path].flatMap { change([$0]).first }
    }
  }

  /// Whether the data tell whose each record is.
  package var hasUsers: Bool { local?.hasUsers ?? source?.hasUsers ?? true }

  /// Whether the data tell what each record is about.
  package var hasItems: Bool { local?.hasItems ?? true }

  /// What the spec has to name so that the data tell whose each record is; nil: nothing helps.
  package var howUsersAreTold: String? {
    (source?.settings as? any LocalSource.Type)?.howUsersAreTold
  }
}
