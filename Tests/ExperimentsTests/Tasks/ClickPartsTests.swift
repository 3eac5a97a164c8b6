import Basics
import Datasets
import Evaluation
import Testing

@testable import Experiments

@Suite struct ClickPartsTests {
  /// Six records, of which one is chosen by and two are tested on.
  private let split = RecordSplit(train: [0, 1, 2], validation: [3], test: [4, 5])

  private func parts() throws -> ClickParts {
    let dataset = Dataset(
      name: "six", events: (0..<6).map { Event(user: Int32($0 % 2), item: 0) },
      userIDs: ["a", "b"], itemIDs: ["i"],
      columns: [Column("label", .numbers([1, 0, 1, 0, 1, 0]))], digest: "")
    let settings = try ClickSettings(decoding: ["label": "label", "fields": ["user"]])
    return ClickParts(dataset: dataset, records: try Records(dataset, settings), split: split)
  }

  @Test func messagesNameThePartThatAPurposeMeasures() throws {
    let metrics = [try Metric("roc-auc")]
    let message = "six, seed 1, validation part: no label is 1, so \"roc-auc\" is not defined"
    #expect(throws: Problem.data(message)) {
      try parts().evaluator(of: metrics, for: .choosing, data: "six, seed 1")
    }
    let evaluator = try parts().evaluator(of: metrics, for: .reporting, data: "six, seed 1")
    let problem = #expect(throws: Problem.self) { try evaluator.evaluate { _ in [.nan, 0] } }
    #expect(problem?.message.contains("record 1 of the test part") == true)
  }

  @Test func whatIsReportedIsLearnedFromTrainingAndValidationRecords() throws {
    let loss = try Metric("log-loss(on=training)")
    let evaluator = try parts().evaluator(of: [loss], for: .reporting, data: "six")
    // Four records with even odds.
    let report = try evaluator.evaluate { part in
      [Float](repeating: 0, count: part == .training ? 4 : 2)
    }
    #expect(abs(report[loss] - 0.693147) < 1e-6)
  }
}
