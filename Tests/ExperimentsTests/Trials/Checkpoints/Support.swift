import Basics
import Engine

@testable import Experiments

/// A small checkpoint with every kind of entry: in chunks, inside the metadata, scalar and empty.
func sampleCheckpoint(step: UInt64 = 3) -> Checkpoint {
  var header = Checkpoint.Header()
  header.trial = String(repeating: "ab", count: 32)
  header.spec = "{\"title\": \"Größe – 大小\"}"
  header.settings = "{}"
  header.dataDigest = "0123"
  header.gitRevision = "unknown"
  header.recommender = "mf-bpr"
  header.algorithmVersion = 2
  var random = Random(seed: step, stream: "weights")
  let weights = (0..<(70 * 90)).map { _ in random.uniform() - 0.5 }
  let special: [Float] = [.nan, .infinity, -0.0, .leastNonzeroMagnitude, -1.5]
  let state = State(
    tensors: [
      "parameters/generator/first/W": State.Array(shape: [70, 90], values: weights),
      "parameters/generator/first/b": State.Array(shape: [5], values: special),
      "optimizer/generator/first/W/first": State.Array(shape: [90, 7, 10], values: weights),
      "optimizer/generator/rate": State.Array(shape: [], values: [0.001]),
      "parameters/none": State.Array(shape: [0, 4], values: []),
    ],
    counters: [
      "random/epoch": [step, .max, 0, 1 << 63], "progress/epoch": [step], "progress/losses": [],
    ])
  return Checkpoint(header: header, state: state)
}

/// The message of the problem that `body` throws; nil when it throws nothing or something else.
func problem(of body: () throws -> Void) -> Problem? {
  do { try body() } catch { return error as? Problem }
  return nil
}
