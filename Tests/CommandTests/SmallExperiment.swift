import Basics
import TestSupport

/// A spec over a planted pattern that is measured in a moment, in a folder of its own.
struct SmallExperiment {
  let folder: TemporaryFolder

  /// Writes `paper/small.json` and the interactions that it is about. User 99 has every item but
  /// two.
  init(in folder: TemporaryFolder, split: String = #"{"method": "random", "validation": 0.2}"#)
    throws
  {
    self.folder = folder
    let data = tasteGroups(users: 24, items: 16)
    var lines = data.events.map { "u\($0.user + 1)\ti\($0.item + 1)\t5\t\($0.time?.seconds ?? 0)" }
    lines += (1...14).map { "u99\ti\($0)\t5\t\(1_000_000_000 + $0)" }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "ratings.tsv")
    try folder.write(
      """
      {"title": "Small", "data": {"dataset": "files", "files": ["../ratings.tsv"], "split": \(split)},
       "seeds": [1, 2], "metrics": ["precision@3", "ndcg@3"],
       "training": {"epochs": 4, "evaluateEvery": 2, "checkpointEvery": 2},
       "systems": [
         {"label": "ItemPop", "recommender": "item-pop"},
         {"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4},
          "grid": {"learningRate": [0.01, 0.1]},
          "selection": {"metric": "ndcg@3", "on": "validation"}}],
       "tables": [{"name": "table", "columns": ["precision@3"]}],
       "figures": [{"name": "figure", "y": ["ndcg@3"]}]}
      """, to: "paper/small.json")
  }

  /// Runs a command in the folder.
  func reprise(_ arguments: String...) throws -> CommandResult {
    try Command.reprise(arguments, in: folder.path)
  }

  /// The checkpoints that the trials of a recommender left, by path in the folder.
  func checkpoints(of recommender: String) throws -> [String] {
    try folder.contents.filter { $0.hasSuffix("/trial.json") }.filter { path in
      try JSON.read(folder[path])["recommender"] == .string(recommender)
    }.map { $0.replacing("trial.json", with: "checkpoint.h5") }
  }
}
