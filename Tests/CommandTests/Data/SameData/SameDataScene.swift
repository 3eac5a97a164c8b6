import Basics
import Engine
import Experiments
import Foundation
import Results
import TestSupport

/// A run of every system on a log that is written in some way, and what it left.
struct SameDataScene {
  let folder: TemporaryFolder
  var log = LoggedTaste()
  var written = Written.plain

  /// What is learned from the log.
  enum Task { case ranking, clicks }

  /// The `csv` of a spec.
  private func csv(_ task: Task, files: [(String, JSON)]) -> JSON {
    let items: [(String, JSON)] = [
      ("files", ["../items.csv"]),
      (
        "columns",
        [
          "what": "id", "name": "title", "kind": ["kind": "set", "separator": "|"],
          "parity": "category",
        ]
      ),
    ]
    switch task {
    case .ranking:
      let columns: JSON = ["who": "user", "what": "item", "stars": "rating", "when": "time"]
      return .object(
        files + written.described + [
          ("columns", columns), ("items", .object(items + written.described)),
        ])
    case .clicks:
      let columns: JSON = [
        "who": "user", "what": "item", "stars": "number", "when": "time", "kind": "category",
        "clicked": "label",
      ]
      return .object(files + written.described + [("columns", columns)])
    }
  }

  /// Writes the log, and returns the `data` of a spec that divides it so.
  func data(_ task: Task, split: JSON) throws -> JSON {
    let isDivided = split["method"] == "files"
    let parts = isDivided ? log.divided() : (log.records, [])
    try written.write(
      LoggedTaste.header, parts.0, to: isDivided ? "train.csv" : "log.csv", in: folder)
    if isDivided { try written.write(LoggedTaste.header, parts.1, to: "test.csv", in: folder) }
    try written.write(LoggedTaste.itemHeader, log.items, to: "items.csv", in: folder)
    var data: [(String, JSON)] = [
      ("dataset", "csv"), ("csv", csv(task, files: isDivided ? [] : [("files", ["../log.csv"])])),
      ("split", split),
    ]
    switch task {
    case .ranking: data.append(("feedback", ["ratingAtLeast": 2]))
    case .clicks:
      data.append(
        (
          "clicks",
          [
            "label": "clicked",
            "fields": ["user", "item", ["field": "stars", "buckets": 4], "kind", "hour"],
          ]
        ))
    }
    return .object(data)
  }

  /// Runs every system on the log, split so, and says what came out.
  ///
  /// Throws when it cannot be run, with the message.
  func outcome(_ task: Task, split: JSON) throws -> Outcome {
    let isRanking = task == .ranking
    let spec: JSON = [
      "title": "Same data", "data": try data(task, split: split), "seeds": [1],
      "metrics": isRanking
        ? ["ndcg@5", "novelty@5", ["name": "diversity", "at": 5, "feature": "kind"]]
        : ["roc-auc", "log-loss"],
      "training": ["epochs": 2, "evaluateEvery": 2],
      "systems": EverySystem.spec(isRanking ? EverySystem.rankings : EverySystem.clicks),
      "tables": [["name": "table", "columns": isRanking ? ["ndcg@5"] : ["roc-auc"]]],
    ]
    try folder.write(spec.prettyText, to: "paper/same.json")
    let result = try Command.reprise(
      ["run", "paper/same.json", "--executor", "in-process"], in: folder.path)
    guard result.status == 0 else { throw Problem.data(result.errors) }
    return try Outcome(folder)
  }

  /// What a run left, but for times and for what names its files.
  struct Outcome: Equatable {
    /// Tables and curves, by name.
    var files: [String: [UInt8]] = [:]
    /// By trial in the order of the spec: the bits of what was learned, the counters, and what each
    /// user's lists are worth.
    var weights: [[String: [UInt32]]] = []
    var counters: [[String: [UInt64]]] = []
    var values: [[[UInt64]]] = []

    init(_ folder: TemporaryFolder) throws {
      let results = "Results/paper/same"
      for path in folder.contents where path.hasPrefix(results) && path.hasSuffix(".csv") {
        if path.hasSuffix("/cost.csv") { continue }
        files[path] = try Files.read(folder[path])
      }
      for trial in try Manifest(reading: folder["\(results)/manifest.json"]).trials {
        let place = folder["Results/.trials/\(trial)"]
        let state = try CheckpointFile.read("\(place)/checkpoint.h5").state
        weights.append(state.tensors.mapValues { $0.values.map(\.bitPattern) })
        counters.append(state.counters)
        let name = try FileManager.default.contentsOfDirectory(atPath: place)
          .first { $0.hasPrefix("users-") }
        if let users = try? UserValues(reading: "\(place)/\(name ?? "")") {
          values.append(users.values.map { $0.map(\.bitPattern) })
        }
      }
    }

    /// The names of what differs; a failure that prints all weights says less.
    func differences(_ other: Outcome) -> [String] {
      var names = files.keys.filter { files[$0] != other.files[$0] }.sorted()
      if files.count != other.files.count { names.append("the number of files") }
      if weights.count != other.weights.count { names.append("the number of trials") }
      for (place, pair) in zip(weights, other.weights).enumerated() where pair.0 != pair.1 {
        names.append("weights of trial \(place + 1)")
      }
      if counters != other.counters { names.append("counters") }
      if values != other.values { names.append("users' values") }
      return names
    }
  }
}
