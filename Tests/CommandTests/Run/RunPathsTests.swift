import TestSupport
import Testing

/// Paths in a spec are relative to the file that they are written in, wherever the program is
/// started.
@Suite struct RunPathsTests {
  private static let base = """
    {"title": "Base", "data": {"dataset": "files", "files": ["data/own.tsv"],
      "split": {"method": "leave-one-out"}},
     "seeds": [1], "metrics": ["hit-rate@1"], "systems": [{"label": "Pop", "recommender": "item-pop"}],
     "tables": [{"name": "table", "columns": ["hit-rate@1"]}]}
    """

  private func write(_ folder: TemporaryFolder) throws {
    let lines = (1...4).flatMap { user in (1...3).map { "u\(user)\ti\($0)\t5\t\($0)\n" } }
    try folder.write(lines.joined(), to: "base/data/own.tsv")
    try folder.write(Self.base, to: "base/spec.json")
  }

  private func run(_ spec: String, in path: String, _ results: String) throws -> CommandResult {
    try Command.reprise(["run", spec, "--results", results], in: path)
  }

  @Test func theFolderOfTheProgramIsNoMatter() throws {
    try withTemporaryFolder { folder in
      try write(folder)
      let here = try run("base/spec.json", in: folder.path, folder["Results"])
      #expect(here.status == 0, "\(here.errors)")
      let hash = try folder.text(of: "Results/base/spec/manifest.json")
      let there = try run("spec.json", in: folder["base"], folder["Results"])
      #expect(there.status == 0, "\(there.errors)")
      // The same spec, and nothing is trained anew.
      #expect(here.errors.contains(": done,") && !there.errors.contains(": done,"))
      let again = try folder.text(of: "Results/base/spec/manifest.json")
      #expect(specHash(hash) == specHash(again))
    }
  }

  @Test func norIsItForDataSetsThatATableCounts() throws {
    try withTemporaryFolder { folder in
      try write(folder)
      try folder.write(
        """
        {"title": "Counts", "tables": [{"name": "counts", "rows": "dataset",
          "datasets": {"Own": {"dataset": "files", "files": ["data/own.tsv"]}},
          "quantities": [{"name": "users", "kind": "users", "published": {"Own": 4}}]}]}
        """, to: "base/spec.json")
      let hashes = try [("base/spec.json", "."), ("spec.json", "base")].map { spec, place in
        let result = try run(spec, in: folder[place], folder["Results"])
        #expect(result.status == 0, "\(result.errors)")
        let table = try folder.text(of: "Results/base/spec/counts.csv")
        #expect(table.contains("Own"))
        return specHash(try folder.text(of: "Results/base/spec/manifest.json"))
      }
      #expect(hashes[0] != nil && hashes[0] == hashes[1])
    }
  }

  private func specHash(_ manifest: String) -> Substring? {
    manifest.split(separator: "\n").first { $0.contains("specHash") }
  }

  @Test func anExtendedSpecKeepsItsOwn() throws {
    try withTemporaryFolder { folder in
      try write(folder)
      try folder.write(
        """
        {"extends": "../base/spec.json",
         "systems": [{"label": "Pop", "recommender": "item-pop"},
           {"label": "Mine", "recommender": "item-pop", "data": {"files": ["mine.tsv"]}},
           {"label": "Random", "recommender": "random", "data": {"feedback": {"ratingAtLeast": 1}}}]}
        """, to: "other/spec.json")
      try folder.write("a\tx\t5\t1\na\ty\t5\t2\nb\tx\t5\t1\nb\ty\t5\t2\n", to: "other/mine.tsv")
      let result = try run("other/spec.json", in: folder.path, "Results")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("Mine"))
    }
  }

  @Test func aMissingFileIsNamedAsItWasLookedFor() throws {
    try withTemporaryFolder { folder in
      try folder.write(Self.base, to: "base/spec.json")
      let result = try run("base/spec.json", in: folder.path, "Results")
      #expect(result.status == 3)
      #expect(
        result.errors.contains(
          "error: base/data/own.tsv: cannot be read: no such file or directory"))
    }
  }
}
