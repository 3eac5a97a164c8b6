import Basics
import Foundation
import Testing

@testable import Results

/// A record with everything filled in.
func record(
  _ system: String = "MF-BPR", seed: Int = 1, _ values: [String: Double] = ["precision@5": 0.25]
) -> TrialRecord {
  var record = TrialRecord()
  record.identity = "id-\(system)-\(seed)"
  record.system = system
  record.recommender = "mf-bpr"
  record.seed = seed
  record.settings = ["factors": 64, "rate": 0.02]
  record.dataDigest = "06416e"
  record.splitDigest = "5eed"
  record.epochs = 400
  record.values = values.sorted { $0.key < $1.key }.map {
    MetricValue($0.key, definition: "macro, hits / N", value: $0.value)
  }
  record.losses = [NamedValue("bpr", 0.125)]
  record.durations = [NamedValue("training", 3.5), NamedValue("evaluation", 0.01)]
  record.peakMemory = 123_456_789
  record.provenance = Provenance(
    gitRevision: "77d94e6", host: "lab-3", coreName: "Cooperlake", threads: 1)
  return record
}

/// Whether `body` throws a problem of the data kind whose message has this part.
func expectDataProblem(
  _ part: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
  #expect(sourceLocation: sourceLocation) {
    try body()
  } throws: { error in
    guard let problem = error as? Problem else { return false }
    return problem.kind == .data && problem.message.contains(part)
      && !problem.message.contains("\n")
  }
}
