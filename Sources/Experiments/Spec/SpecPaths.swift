import Basics
import Foundation

/// The specs that a command line names: files, and folders for all specs that lie in them.
package enum SpecPaths {
  /// The paths of the files, those of a folder by name.
  ///
  /// - Throws: `Problem.usage` for a folder without specs.
  package static func files(_ paths: [String]) throws(Problem) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
      else {
        files.append(path)
        continue
      }
      let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let specs = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
      guard !specs.isEmpty else { throw .usage("\(path): holds no specs") }
      files += specs.map { "\(folder)/\($0)" }
    }
    return files
  }
}
