import Foundation

/// Where data sets are looked for and kept, each in a folder of its own name.
package struct DataFolders: Sendable, Equatable {
  /// Folders to look in, the first first.
  package let searched: [String]
  /// Where what is fetched is put; the last of `searched`. Others are never written.
  package let cache: String

  /// The folder that the command line names, if it names one. Otherwise `$REPRISE_DATA_DIR`, if
  /// set, then `$XDG_CACHE_HOME/reprise` or `~/.cache/reprise`.
  package init(
    option: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    func variable(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let option {
      cache = option
      searched = [option]
    } else {
      let caches =
        variable("XDG_CACHE_HOME") ?? (variable("HOME") ?? NSHomeDirectory()) + "/.cache"
      cache = caches + "/reprise"
      searched = (variable("REPRISE_DATA_DIR").map { [$0] } ?? []) + [cache]
    }
  }

  /// Where a data set may lie.
  func places(of dataset: String) -> [String] { searched.map { "\($0)/\(dataset)" } }

  /// Where a data set is put when it is fetched.
  func target(of dataset: String) -> String { "\(cache)/\(dataset)" }
}
