import Basics
import Evaluation
import Recommenders
import Results
import TestSupport
import Testing

@testable import Experiments

/// One result a seed where each seed runs on several folds.
@Suite struct FoldMeansTests {
  /// A trial on a fold, which no data are needed for.
  private func trial(_ seed: Int, _ fold: String) throws -> Trial {
    let recommender = try RecommenderList.named("mf-bpr")
    var content = try smallTrial(smallSystem(recommender), seed: seed).content
    content.data.split.name = fold
    content.training.splitDigest = fold
    return Trial(content, recommender, system: "A")
  }

  private func result(
    _ trial: Trial, _ value: Double, epochs: [Int] = [2, 4], memory: Int = 1
  ) -> TrialResult {
    var record = TrialRecord()
    (record.identity, record.system, record.seed) = (trial.identity, "A", trial.seed)
    record.values = [MetricValue("auc", definition: "d", value: value)]
    (record.peakMemory, record.decidedByTies) = (memory, value / 10)
    record.durations = [NamedValue("training", value * 10)]
    record.measurement.remarks = ["same"]
    let curve = Curve(
      epochs.map {
        Curve.Point(
          system: "A", seed: trial.seed, epoch: $0, metric: "auc", value: value * Double($0))
      })
    return TrialResult(record: record, curve: curve, missing: 1, folder: "f", measurement: "m")
  }

  @Test func aSeedIsTheMeanOfItsFolds() throws {
    let trials = try [trial(3, "u1"), trial(3, "u2"), trial(1, "u1"), trial(1, "u2")]
    #expect(trials[1].name == "A, seed 3, u2")
    let values = [0.25, 0.75, 0.5, 0.625]
    let found = Dictionary(
      uniqueKeysWithValues: zip(trials, values).map { trial, value in
        // The second fold was measured at fewer points, and needed more.
        let isSecond = trial.fold == "u2"
        return (
          trial.identity,
          result(trial, value, epochs: isSecond ? [4] : [2, 4], memory: isSecond ? 5 : 2)
        )
      })
    let seeds = trials.seeds { found[$0.identity] }
    #expect(seeds.map(\.record.seed) == [3, 1])
    #expect(seeds.map { $0.record.value(of: "auc")?.value } == [0.5, 0.5625])
    let first = seeds[0]
    #expect(first.record.decidedByTies == 0.05 && first.record.peakMemory == 5)
    #expect(first.record.durations == [NamedValue("training", 5)])
    #expect(first.record.measurement.remarks == ["same"])
    #expect(first.curve.points.map(\.epoch) == [4] && first.curve.points[0].value == 2)
    #expect(first.missing == 2)
    #expect(first.folds.map(\.name) == ["u1", "u2"])
    #expect(first.trials.map(\.record.identity) == trials[..<2].map(\.identity))
  }

  @Test func whatIsNotDefinedOnOneFoldIsNotDefined() throws {
    let trials = try [trial(1, "u1"), trial(1, "u2")]
    let seeds = trials.seeds { result($0, $0.fold == "u1" ? .nan : 0.5) }
    #expect(seeds[0].record.value(of: "auc")?.value.isNaN == true)
  }

  /// A mean over some of them would be of other users.
  @Test func aSeedThatLacksAFoldIsNone() throws {
    let trials = try [trial(1, "u1"), trial(1, "u2"), trial(2, "u1"), trial(2, "u2")]
    let seeds = trials.seeds { $0.seed == 1 && $0.fold == "u2" ? nil : result($0, 0.5) }
    #expect(seeds.map(\.record.seed) == [2])
  }

  @Test func oneFoldIsItsOwnMean() throws {
    let trials = try [trial(1, "u1")]
    let seeds = trials.seeds { result($0, 0.5) }
    #expect(seeds[0].folds.isEmpty && seeds[0].folder == "f")
  }

  @Test func usersAreAveragedOverTheFoldsThatTestThem() throws {
    func values(_ users: [String], _ values: [Double]) -> UserValues {
      UserValues(trial: "t", epoch: 6, users: users, metrics: ["auc"], values: [values])
    }
    let mean = UserValues(meanOf: [
      values(["a", "b"], [0.25, .nan]), values(["b", "c"], [0.5, .nan]), values(["a"], [0.75]),
    ])
    #expect(mean.users == ["a", "b", "c"])
    let auc = try #require(mean.values(of: "auc"))
    #expect(auc["a"] == 0.5 && auc["b"] == 0.5 && auc["c"]?.isNaN == true)
  }
}
