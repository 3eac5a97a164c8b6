import Basics
import Foundation
import TestSupport

/// A folder with a small data set and a spec, and runs of the real binary in it.
struct RunScene {
  let folder: TemporaryFolder

  /// - Parameter patch: merged into the small spec.
  init(_ folder: TemporaryFolder, _ patch: String = "{}") throws {
    self.folder = folder
    let data = tasteGroups()
    let lines = data.events.map {
      "\(data.userIDs[Int($0.user)])\t\(data.itemIDs[Int($0.item)])\t\(Int($0.rating ?? 0))\t\($0.time?.seconds ?? 0)\n"
    }
    try folder.write(lines.joined(), to: "ratings.tsv")
    try write(patch)
  }

  /// Writes the spec `paper/<name>.json`: the small one changed by a merge patch.
  func write(_ patch: String, as name: String = "small") throws {
    let spec = try JSON.parse(Self.spec, file: "spec").merging(
      patch: JSON.parse(patch, file: "patch"))
    try folder.write(spec.prettyText, to: "paper/\(name).json")
  }

  /// Runs a spec to its end; options come after it.
  func run(_ options: String..., spec: String = "small") throws -> CommandResult {
    try Command.reprise(["run", "paper/\(spec).json"] + options, in: folder.path)
  }

  /// Starts a run of the spec.
  func start(_ options: String...) throws -> RunningCommand {
    try RunningCommand(["run", "paper/small.json"] + options, in: folder)
  }

  /// The files of a results folder by path, without those that hold times.
  func results(in results: String = "Results", under part: String = "paper") throws
    -> [String: [UInt8]]
  {
    var files: [String: [UInt8]] = [:]
    for path in paths(below: "\(results)/\(part)")
    where !path.hasSuffix("manifest.json") && !path.contains("/cost.") {
      files[path] = try Files.read(folder["\(results)/\(part)/\(path)"])
    }
    return files
  }

  /// The curve, the weights and the users' values of every trial, by path within the folder of
  /// trials.
  func trained(in results: String = "Results") throws -> [String: [UInt8]] {
    try self.results(in: results, under: ".trials").filter { path, _ in
      ["/checkpoint.h5", "/curve.csv"].contains { path.hasSuffix($0) } || path.contains("/users-")
    }
  }

  /// The folders of the trials, within the scene's folder.
  func trials(in results: String = "Results") -> [String] {
    paths(below: "\(results)/.trials").filter { $0.hasSuffix("/lock") }
      .map { "\(results)/.trials/" + $0.dropLast("/lock".count) }
  }

  /// The paths within a folder of all files below it, which may lie on a disk of its own.
  func paths(below part: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder[part])?.compactMap { $0 as? String }
    return (all ?? []).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: folder["\(part)/\(path)"], isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  /// When each file below a folder was last written.
  func times(below part: String) throws -> [String: Date] {
    var times: [String: Date] = [:]
    for path in folder.contents where path.hasPrefix(part) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder[path])
      times[path] = attributes[.modificationDate] as? Date
    }
    return times
  }

  private static let spec = """
    {
      "title": "Small",
      "data": {
        "dataset": "files", "files": ["../ratings.tsv"],
        "split": {"method": "random-per-user", "test": 0.2}
      },
      "seeds": [1, 2],
      "metrics": ["precision@5", "ndcg@5"],
      "training": {"epochs": 6, "evaluateEvery": 2, "checkpointEvery": 2},
      "systems": [
        {"label": "Pop", "recommender": "item-pop"},
        {"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4, "learningRate": 0.2}}
      ],
      "tables": [
        {
          "name": "table", "columns": ["precision@5", "ndcg@5"],
          "published": {"Pop": {"precision@5": 0.5}}
        }
      ],
      "figures": [{"name": "figure", "y": ["precision@5"], "systems": ["BPR"]}],
      "profiles": {"quick": {"seeds": [1], "training": {"epochLimit": 2}}}
    }
    """
}

/// Both adversarial systems and MF-BPR, so small that an epoch takes milliseconds.
let threeSmallSystems = """
  [
    {"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4, "learningRate": 0.2}},
    {
      "label": "CFGAN", "recommender": "cfgan",
      "settings": {"rows": "users", "generatorHidden": [8], "discriminatorHidden": [8]}
    },
    {
      "label": "IRGAN", "recommender": "irgan",
      "settings": {
        "pretrainingEpochs": 2, "discriminatorEpochs": 2, "generatorEpochs": 3,
        "generatorLearningRate": 0.05
      }
    }
  ]
  """
