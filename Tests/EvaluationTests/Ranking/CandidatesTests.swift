import Basics
import Datasets
import Testing

@testable import Evaluation

@Suite struct CandidatesTests {
  /// Both users: ranking 0, 1, 2, 3, 4, 5; user 0 has learned from 0 and is tested on 3 and 5, user
  /// 1 has learned from 1 and is tested on 2.
  private let scores: [[Float]] = [[6, 5, 4, 3, 2, 1], [6, 5, 4, 3, 2, 1]]
  private let learned = interactions(2, 6, [(0, 0), (1, 1)])
  private let heldOut = interactions(2, 6, [(0, 3), (0, 5), (1, 2)])

  private func report(
    _ candidates: Candidates, least: Int = 1, masked: Interactions? = nil
  ) throws -> [String: Double] {
    let metrics = try ["precision@2", "mrr", "auc", "map"].map { try Metric($0) }
    let report = try Evaluator(
      metrics: metrics, masked: masked ?? learned, heldOut: heldOut, candidates: candidates,
      least: least
    ).evaluate(scores: fill(from: scores))
    return Dictionary(uniqueKeysWithValues: metrics.map { ($0.name, report[$0]) })
  }

  @Test func sharedCandidatesLeaveOthersOut() throws {
    // User 0 ranks 2, 3, 5, user 1 ranks 2, 3, 5.
    let values = try report(.shared([2, 3, 5]))
    #expect(values["precision@2"] == 0.5)
    #expect(values["mrr"] == 0.75)
    #expect(values["auc"] == 0.5)
    let precisions: Double = (1.0 / 2 + 2.0 / 3) / 2
    #expect(values["map"] == (precisions + 1) / 2)
  }

  @Test func ownCandidatesAreAUsersAlone() throws {
    // User 0 ranks 3, 4, 5 (0 is masked), user 1 ranks 0, 2.
    let own = interactions(2, 6, [(0, 0), (0, 3), (0, 4), (0, 5), (1, 0), (1, 2)])
    let values = try report(.own(own))
    #expect(values["precision@2"] == 0.5)
    #expect(values["mrr"] == 0.75)
    #expect(values["auc"] == 0.25)
  }

  @Test func allItemsAsCandidatesAreAsWithoutAny() throws {
    #expect(try report(.shared([0, 1, 2, 3, 4, 5])) == report(.all))
  }

  @Test func whatIsNotMaskedIsRanked() throws {
    // User 0 ranks 0, 3, 5, user 1 ranks 0, 2, 3, 5.
    let values = try report(.shared([0, 2, 3, 5]), masked: interactions(2, 6, []))
    let mean: Double = (1.0 / 3 + 1.0 / 2) / 2
    #expect(values["mrr"] == mean)
  }

  @Test func usersWithFewHeldOutItemsAreNotTested() throws {
    // User 0 alone: ranking 1, 2, 3, 4, 5.
    let values = try report(.all, least: 2)
    #expect(values["mrr"] == 1.0 / 3 && values["precision@2"] == 0)
    #expect(throws: Problem.data("no user has 3 held-out items to test on")) {
      try report(.all, least: 3)
    }
  }

  @Test func whatIsHeldOutMustBeACandidate() throws {
    #expect(throws: Problem.data("user at row 0: item 5 is held out and no candidate")) {
      try report(.shared([2, 3]))
    }
  }
}
