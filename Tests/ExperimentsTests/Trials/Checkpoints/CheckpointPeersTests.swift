import Foundation
import TestSupport
import Testing

@testable import Experiments

/// Other programs read our files: `h5dump`, and `Tests/Golden/checkpoint.py` with h5py.
@Suite struct CheckpointPeersTests {
  private static let hasDump = OtherProgram.output("h5dump", ["--version"]) != nil

  @Test(.enabled(if: foundOrRequired(hasDump), "h5dump is not installed")) func h5dumpReadsIt()
    throws
  {
    try withTemporaryFolder { folder in
      try CheckpointFile(folder["c.h5"]).save(sampleCheckpoint())
      let text = try #require(
        OtherProgram.output(
          "h5dump", ["-d", "/progress/epoch", "-a", "/recommender", folder["c.h5"]]))
      #expect(text.contains("(0): 3"))
      #expect(text.contains("(0): \"mf-bpr\""))
      let tree = try #require(OtherProgram.output("h5dump", ["-n", folder["c.h5"]]))
      #expect(tree.contains("dataset    /parameters/generator/first/W\n"))
      #expect(tree.contains("dataset    /random/epoch\n"))
    }
  }

  @Test(
    .enabled(if: foundOrRequired(OtherProgram.python != nil), "no python3 with h5py is installed"))
  func h5pyReadsIt() throws {
    try withTemporaryFolder { folder in
      let checkpoint = sampleCheckpoint()
      try CheckpointFile(folder["c.h5"]).save(checkpoint)
      let script = Golden.path("checkpoint.py")
      let text = try #require(
        OtherProgram.output(OtherProgram.python ?? "", [script, folder["c.h5"]]))
      let weights = try #require(checkpoint.state.tensors["parameters/generator/first/W"])
      // Exact: the bytes of the tensor, not a rounded sum.
      let bits = weights.values.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1.bitPattern) }
      let lines = text.split(separator: "\n")
      #expect(lines.contains("spec str {\"title\": \"Größe – 大小\"}"))
      #expect(lines.contains("algorithmVersion int64 2"))
      #expect(lines.contains("parameters/generator/first/W float32 (70, 90) \(bits)"))
      #expect(
        lines.contains("random/epoch uint64 (4,) [3, 18446744073709551615, 0, 9223372036854775808]")
      )
      #expect(lines.contains("optimizer/generator/rate float32 () 981668463"))
    }
  }
}
