import Basics
import Evaluation
import Recommenders
import Results
import Testing

@testable import Experiments

@Suite struct ChoiceTests {
  private typealias Candidate = (configuration: Configuration, results: [TrialResult])

  /// A grid point `rate` whose seeds measured these values of ndcg@5 at epochs 0, 1, 2, …
  private func candidate(_ rate: Double, _ seeds: [[Double]]) -> Candidate {
    let point = [GridValue(setting: "rate", value: .number(rate))]
    let results = seeds.map { values in
      TrialResult(
        record: TrialRecord(),
        curve: Curve(
          values.enumerated().flatMap { epoch, value in
            [("ndcg@5", value), ("recall@5", 1.0)].map {
              Curve.Point(system: "A", seed: 1, epoch: epoch, metric: $0, value: $1)
            }
          }), folder: "", measurement: "")
    }
    return (Configuration(point: point, settings: ["rate": .number(rate)]), results)
  }

  private func choice(_ candidates: [Candidate]) throws -> Experiments.Choice {
    try Experiments.Choice(candidates, by: Metric("ndcg@5"), system: "A")
  }

  @Test func theLargestMeanOverSeedsWins() throws {
    let choice = try choice([
      candidate(0.1, [[0, 0.9, 0.2], [0, 0.1, 0.2]]),
      candidate(0.2, [[0, 0.5, 0.6], [0, 0.5, 0.5]]),
    ])
    #expect(choice.epochs == 2)
    #expect(choice.value == 0.55)
    #expect(
      choice.text(byEpochs: true) == "rate 0.2, 2 epochs"
        && choice.text(byEpochs: false) == "rate 0.2")
  }

  @Test func ofEqualsTheFirst() throws {
    let choice = try choice([candidate(0.1, [[0, 0.5, 0.5]]), candidate(0.2, [[0.5]])])
    #expect(choice.text(byEpochs: true) == "rate 0.1, 1 epochs")
  }

  /// With early stopping seeds end at different epochs; a mean over fewer seeds is no candidate.
  @Test func onlyEpochsThatEverySeedMeasured() throws {
    let choice = try choice([candidate(0.1, [[0, 0.2], [0, 0.2, 0.9]])])
    #expect(choice.epochs == 1)
  }

  @Test func theUntrainedStateMayWin() throws {
    #expect(try choice([candidate(0.1, [[0.7, 0.2]])]).epochs == 0)
  }

  @Test func aMetricThatWasNeverANumberChoosesNothing() {
    #expect(
      throws: Problem.run("A: ndcg@5 is not defined at any epoch, so nothing can be chosen by it")
    ) { try choice([candidate(0.1, [[.nan, .nan]])]) }
    #expect(throws: Problem.self) { try choice([]) }
  }
}
