import Basics

/// What a spec says of one data set alone, under a key of its own in `data`.
///
/// Settings of a data set that is fetched say how it is read. Those of any other are a
/// ``LocalSource``.
package protocol SourceSettings: Equatable, Sendable {
  /// The name of the data set that they belong to.
  static var dataset: String { get }
  /// The key in a spec's `data`.
  static var key: String { get }
  /// One line on what stands under the key.
  static var summary: String { get }
  /// How the key is decoded, encoded and described: by default an object of settings that is left
  /// out where a spec does not say it.
  static var field: Field<DataSettings> { get }
  /// What holds where a spec does not say anything; nil: it has to.
  static var standard: Self? { get }

  /// Refuses what does not go with the rest of `data`, whose JSON names places; by default nothing.
  func check(_ data: DataSettings, _ json: JSON) throws(Problem)

  /// What the column `behaviour` may say; nil, by default: there is none, or the data tell.
  var behaviours: [String]? { get }

  /// Files of the user's own that are read in place of those of the data set's folder; by default
  /// none.
  var ownFiles: [String] { get }

  /// Whether the folder that holds the data set has all that is read of it; by default so.
  func isHeld(in folder: String) -> Bool

  /// Puts other paths in place of those of each list of files; by default there are none.
  mutating func changePaths(_ change: ([String]) -> [String])
}

extension SourceSettings {
  package func check(_ data: DataSettings, _ json: JSON) throws(Problem) {}
  package var behaviours: [String]? { nil }
  package var ownFiles: [String] { [] }
  package func isHeld(in folder: String) -> Bool { true }
  package mutating func changePaths(_ change: ([String]) -> [String]) {}

  /// Whether others are of this kind and equal.
  func isEqual(to other: any SourceSettings) -> Bool { (other as? Self) == self }
}

extension SourceSettings where Self: Settings {
  package static var field: Field<DataSettings> {
    .object(key, \.[SettingsOf<Self>()], "dataset \(dataset): \(summary)").omittedByDefault()
  }
}

/// Settings that tell all of a data set: it is read where they say, or made, and never fetched.
package protocol LocalSource: SourceSettings {
  /// Whether it is text of a user's own, whose lines may come in any order; by default not.
  static var areOwnLines: Bool { get }
  /// Whether files of the split divide its records, too, and not its interactions alone; by default
  /// not.
  static var dividesRecords: Bool { get }
  /// What a spec has to name so that it is known whose each record is; nil, by default: nothing
  /// helps.
  static var howUsersAreTold: String? { get }
  /// Whether it tells whose each record is; by default so.
  var hasUsers: Bool { get }
  /// Whether it tells what each record is about; by default so.
  var hasItems: Bool { get }
  /// How much is simulated; nil, by default: it is read.
  var simulation: SimulationSize? { get }

  /// Every file that is read, where some may be those of the split; by default none.
  func files(_ split: SplitSettings) -> [String]

  /// Reads or makes the data set. Throws `Problem.data` naming file and line.
  func load(_ data: DataSettings) throws(Problem) -> Dataset
}

extension LocalSource {
  package static var areOwnLines: Bool { false }
  package static var dividesRecords: Bool { false }
  package static var howUsersAreTold: String? { nil }
  package var hasUsers: Bool { true }
  package var hasItems: Bool { true }
  package var simulation: SimulationSize? { nil }
  package func files(_ split: SplitSettings) -> [String] { [] }
}

/// How much a data set holds that is made and not read.
package struct SimulationSize: Sendable {
  package let records: Int
  /// About what it takes of memory while it is made.
  package let bytes: Double

  /// A size of so much.
  package init(records: Int, bytes: Double) { (self.records, self.bytes) = (records, bytes) }
}
