import Engine
import Testing

@testable import Experiments

@Suite struct CheckpointSummaryTests {
  @Test func everyEntryHasItsLine() {
    var header = Checkpoint.Header()
    header.recommender = "mf-bpr"
    header.spec = "{\n  \"title\": \"T\"\n}"
    let state = State(
      tensors: [
        "parameters/w": State.Array(shape: [2, 1], values: [3, -4]),
        "parameters/odd": State.Array(shape: [], values: [.nan]),
      ], counters: ["random/epoch": [1, 2, 3, 4, 5]])
    let lines = Checkpoint(header: header, state: state).summary().split(separator: "\n")
    #expect(lines.contains("recommender      mf-bpr"))
    #expect(lines.contains("spec             { \"title\": \"T\" }"))
    #expect(lines.contains("tensors: 2, values: 3"))
    #expect(lines.contains("  parameters/w    2×1           norm 5  max 4"))
    #expect(lines.contains("  parameters/odd  scalar        norm 0  max 0  NOT FINITE 1"))
    #expect(lines.contains("  random/epoch    1 2 3 4 …"))
  }
}
