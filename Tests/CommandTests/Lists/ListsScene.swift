import Basics
import Experiments
import TestSupport
import Testing

@testable import Results

/// A folder with a published split of few users and items, and specs that rank by lists.
struct ListsScene {
  let folder: TemporaryFolder

  /// Users a, b, c; items i1 … i6. Everybody has learned from i1, and is tested on one item each, c
  /// on two.
  init(_ folder: TemporaryFolder) throws {
    self.folder = folder
    try folder.write("a\ti1\nb\ti1\nc\ti1\na\ti4\n", to: "data/train.tsv")
    try folder.write("a\ti2\nb\ti3\nc\ti5\nc\ti6\n", to: "data/test.tsv")
  }

  /// Writes `paper/<name>.json`, whose only system ranks by these settings.
  func write(
    _ settings: String, _ more: String = "", metrics: String = #""hit-rate@1", "mrr""#,
    as name: String = "lists"
  ) throws {
    try folder.write(
      """
      {"title": "Lists", "data": {"dataset": "files", "split": {"method": "files",
         "trainFile": "../data/train.tsv", "testFile": "../data/test.tsv"}},
       "seeds": [1], "metrics": [\(metrics)], \(more)
       "systems": [{"label": "Theirs", "recommender": "lists", "settings": \(settings)}],
       "tables": [{"name": "table", "columns": [\(metrics)]}]}
      """, to: "paper/\(name).json")
  }

  /// Runs a command in the folder.
  func reprise(_ arguments: String...) throws -> CommandResult {
    try Command.reprise(arguments, in: folder.path)
  }

  /// Runs a spec, and returns the means of its metrics and what is printed.
  func run(_ name: String = "lists") throws -> (values: [Double], text: String) {
    let result = try reprise("run", "paper/\(name).json")
    #expect(result.status == 0, "\(result.errors)")
    let rows = try TableEntry.read(folder["Results/paper/\(name)/table.csv"])
    return (rows.compactMap(\.mean), result.output)
  }
}
