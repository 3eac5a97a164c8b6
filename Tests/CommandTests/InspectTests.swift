import Engine
import Experiments
import TestSupport
import Testing

@Suite struct InspectTests {
  @Test func aCheckpointIsPrinted() throws {
    try withTemporaryFolder { folder in
      var header = Checkpoint.Header()
      header.recommender = "mf-bpr"
      let state = State(
        tensors: ["parameters/mf/users": State.Array(shape: [2, 2], values: [1, 1, 1, -1])],
        counters: ["progress/epoch": [12]])
      try CheckpointFile(folder["c.h5"]).save(Checkpoint(header: header, state: state))
      let result = try Command.reprise(["inspect", "c.h5"], in: folder.path)
      #expect(result.errors == "")
      #expect(result.status == 0)
      #expect(result.output.contains("recommender      mf-bpr\n"))
      #expect(result.output.contains("parameters/mf/users  2×2           norm 2  max 1\n"))
      #expect(result.output.contains("progress/epoch       12\n"))
    }
  }

  @Test(arguments: [
    ("", "c.h5: the file is empty"), ("no checkpoint", "c.h5: not an HDF5 file"),
  ])
  func anotherFileIsRefusedInOneLine(_ content: String, _ message: String) throws {
    try withTemporaryFolder { folder in
      try folder.write(content, to: "c.h5")
      let result = try Command.reprise(["inspect", "c.h5"], in: folder.path)
      #expect(result.status == 3)
      #expect(result.output == "")
      #expect(result.errors == "error: \(message)\n")
    }
  }

  @Test func aMissingFileIsRefused() throws {
    let result = try Command.reprise(["inspect", "/nowhere/c.h5"])
    #expect(result.status == 3)
    #expect(result.errors == "error: /nowhere/c.h5: cannot be read: no such file or directory\n")
  }
}
