import Basics
import Recommenders
import TestSupport
import Testing

@testable import Experiments

@Suite struct GivenFilesTests {
  private func spec(_ folder: String, _ name: String, _ more: String = "") throws -> Spec {
    let text = """
      {"title": "T", "data": {"dataset": "ml-100k"}, "seeds": [1], "metrics": ["mrr"], \(more)
       "systems": [{"label": "A", "recommender": "lists",
         "settings": {"file": "\(folder)/\(name)"}}]}
      """
    return try Spec(decoding: JSON.parse(text, file: "paper/s.json"))
  }

  @Test func theHashOfASpecHasTheNamesOfFilesAlone() throws {
    #expect(try spec("/a", "l.csv").hash == spec("../b/c", "l.csv").hash)
    #expect(try spec("/a", "l.csv").hash != spec("/a", "m.csv").hash)
    func named(_ path: String) throws -> String {
      try spec("a", "l", #""candidates": {"items": "file", "file": "\#(path)"}, "#).hash
    }
    #expect(try named("x/c.tsv") == named("/y/c.tsv") && named("x/c.tsv") != named("x/d.tsv"))
  }

  @Test func settingsHoldWhatFilesHoldAndGiveThePathsBack() throws {
    let type = try RecommenderList.named("lists")
    try withTemporaryFolder { folder in
      try folder.write("user,item,rank\n", to: "l.csv")
      let settings = try type.complete(["file": .string(folder["l.csv"])])
      let (sealed, paths) = try type.sealed(settings, by: GivenFiles())
      let digest = SHA256.hex(of: "user,item,rank\n")
      #expect(sealed["file"] == .string(digest) && paths == [digest: folder["l.csv"]])
      var content = TrialContent()
      (content.training.settings, content.paths) = (sealed, paths)
      #expect(content.settings(of: type) == settings)
      try content.checkFiles()
      try folder.write("user,item,score\n", to: "l.csv")
      let problem = #expect(throws: Problem.self) { try content.checkFiles() }
      #expect(problem?.message == "\(folder["l.csv"]): has changed since the trial was begun")
    }
  }

  @Test func aFileThatIsGoneIsWhatEarlierRunsReadIfThatIsOneThing() throws {
    var (first, second) = (TrialContent(), TrialContent())
    (first.paths, second.paths) = (["d1": "/none/a", "d2": "/none/b"], ["d3": "/none/b"])
    let files = GivenFiles(seenBy: [first, second])
    #expect(try files.digest(of: "/none/a") == "d1")
    #expect(throws: Problem.self) { try files.digest(of: "/none/b") }
    #expect(throws: Problem.self) { try files.digest(of: "/none/c") }
  }

  @Test func otherSystemsKeepTheirSettings() throws {
    let type = try RecommenderList.named("item-knn")
    let settings = try type.complete([:])
    let (sealed, paths) = try type.sealed(settings, by: GivenFiles())
    #expect(sealed == settings && paths.isEmpty)
  }
}
