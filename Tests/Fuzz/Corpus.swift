import Basics
import Foundation

/// The undamaged files that inputs are made of: a spec, its data and its results, as a run left
/// them.
///
/// They are committed, so that an input depends on nothing but the seed and its number. After a
/// change of a format or an algorithm `make fuzz-corpus` makes them anew.
struct Corpus {
  /// Every file by its path.
  let all: [String: [UInt8]]
  /// The identity of a trial that has all of a trial's files.
  let trial: String

  /// Reads the folder; throws `Problem` when it is not there or holds no trial with epochs.
  init(_ folder: String) throws(Problem) {
    var all: [String: [UInt8]] = [:]
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for path in paths.sorted() {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      all[path] = try Files.read("\(folder)/\(path)")
    }
    let record = all.keys.sorted().first { path in
      path.hasSuffix("/trial.json")
        && (try? JSON.parse(all[path] ?? [], file: path))?["recommender"] == "mf-bpr"
    }
    guard let record else { throw .data("\(folder): there is no trial of mf-bpr") }
    trial = String(record.split(separator: "/").dropLast().last ?? "")
    self.all = all
  }

  /// The files whose paths have this in them.
  func files(_ part: String) -> [[UInt8]] {
    all.keys.sorted().filter { $0.contains(part) }.compactMap { all[$0] }
  }

  /// The file of the trial whose name begins so.
  func ofTrial(_ start: String) -> String {
    let names = all.keys.filter { $0.contains("/\(trial)/\(start)") }.sorted()
    return names.first?.split(separator: "/").last.map(String.init) ?? start
  }
}
