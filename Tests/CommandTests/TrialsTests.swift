import Foundation
import TestSupport
import Testing

/// `reprise trials` as a user runs it.
@Suite struct TrialsTests {
  @Test func whatNoSpecUsesIsListedAndRemoved() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run().status == 0)
      #expect(try scene.run("--profile", "quick").status == 0)
      let other =
        #"{"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 5, "learningRate": 0.2}}"#
      try scene.write(
        "{\"systems\": [\(other)], \"tables\": [], \"figures\": []}", as: "other")
      #expect(try scene.run(spec: "other").status == 0)
      func trials(_ arguments: String...) throws -> CommandResult {
        try Command.reprise(["trials"] + arguments, in: folder.path)
      }
      let whole = try trials("paper/small.json", "paper/other.json")
      #expect(whole.status == 0, "\(whole.errors)")
      let lines = whole.output.split(separator: "\n")
      // The quick profile's other number of epochs makes trials of its own; popularity's are
      // shared.
      #expect(lines.count == 8 && lines[7].hasPrefix("Results/.trials: 7 trials, "))
      #expect(lines.count { $0.contains("finished") && $0.contains("Pop, seed") } == 2)
      #expect(!whole.output.contains("used by no spec"))

      let part = try trials("paper/small.json")
      #expect(part.output.contains("(no spec)"))
      #expect(part.output.contains("used by no spec: 2 trials, "))
      #expect(try trials("--remove-unused").status == 2)
      let removed = try trials("paper/small.json", "--remove-unused")
      #expect(removed.output.contains("removed: 2 trials, "))
      #expect(scene.trials().count == 5)
      let again = try scene.run()
      #expect(again.status == 0 && !again.errors.contains("done"))
    }
  }

  @Test func whatCannotBeToldIsKept() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run("--seeds", "1").status == 0)
      let trial = try #require(scene.trials().first)
      for name in ["content.json", "checkpoint.h5", "checkpoint.h5.previous"] {
        try folder.write("damaged", to: "\(trial)/\(name)")
      }
      try scene.write(
        #"{"systems": [{"label": "R", "recommender": "random"}], "tables": [], "figures": []}"#,
        as: "other")
      let result = try Command.reprise(
        ["trials", "paper/other.json", "--remove-unused"], in: folder.path)
      #expect(result.output.contains("(unknown)"))
      #expect(result.output.contains("removed: 1 trial, "))
      #expect(scene.trials() == [trial])
    }
  }
}
