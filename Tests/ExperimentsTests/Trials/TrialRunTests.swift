import Basics
import Datasets
import Engine
import Evaluation
import Foundation
import Results
import Synchronization
import TestSupport
import Testing

@testable import Experiments
@testable import Recommenders

/// Learns nothing, and spoils its scores or its loss after so many epochs; asks to stop on request.
private final class Spoiling: Recommender, EpochLearner {
  struct Options: Settings {
    var scores = 1000
    var loss = 1000
    static var fields: [Field<Options>] {
      [
        .integer("scores", \.scores, 0...1000, "the epoch whose scores are no numbers"),
        .integer("loss", \.loss, 0...1000, "the epoch whose loss is infinite"),
      ]
    }
  }

  static let name = "spoiling"
  static let summary = ""
  static let source = ""

  private let options: Options
  private var epoch: UInt64 = 0

  init(_ options: Options, data: TrainingData, seed: UInt64) {
    self.options = options
  }

  static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate { Estimate() }

  func trainEpoch() -> [Loss] {
    epoch += 1
    return [Loss("fine", 1), Loss("odd", epoch == options.loss ? .infinity : 0.1 + Double(epoch))]
  }

  func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    for row in 0..<scores.rows {
      for item in 0..<scores.items {
        scores[row][item] = epoch == options.scores ? .nan : Float(item) * Float(epoch)
      }
    }
  }

  var state: State { State(tensors: [:], counters: ["steps": [epoch]]) }
  func restore(_ state: State) throws { epoch = try state.counter(named: "steps") }
  var parameterCount: Int { 0 }
}

@Suite struct TrialRunTests {
  private let type = RecommenderType(Spoiling.self)

  @Test func scoresThatAreNoNumbersNameTrialAndEpoch() throws {
    try withTemporaryFolder { folder in
      let trial = try smallTrial(smallSystem(type), settings: ["scores": 4])
      let test = try smallSplit().test
      let user = try #require((0..<test.users).first { !test[$0].isEmpty })
      #expect(
        throws: TrialFailure(
          trial,
          "A, seed 1, epoch 4: user \(smallData.userIDs[user]): the score of item 0 is not a number"
        )
      ) { try smallRun(trial, folder).result() }
      #expect(!folder.contents.contains { $0.hasSuffix("trial.json") })
      // It is known from then on, without training again.
      #expect(throws: TrialFailure.self) { try smallRun(trial, folder).finished() }
    }
  }

  @Test func anInfiniteLossNamesTrialAndEpoch() throws {
    try withTemporaryFolder { folder in
      let trial = try smallTrial(smallSystem(type), settings: ["loss": 3])
      #expect(
        throws: TrialFailure(
          trial,
          "A, seed 1, epoch 3: the odd loss is no longer a finite number;"
            + " a smaller learning rate may help")
      ) { try smallRun(trial, folder).result() }
    }
  }

  /// After an interruption in the middle and after a kill before the record.
  @Test func lossesAndValuesSurviveEveryResumption() throws {
    try withTemporaryFolder { folder in
      let trial = try smallTrial(smallSystem(type))
      let stop = Interruption()
      stop.request()
      #expect(throws: Interrupted.self) {
        try smallRun(trial, folder, interruption: stop).result()
      }
      let first = try smallRun(trial, folder).result()
      #expect(first.record.losses == [NamedValue("fine", 1), NamedValue("odd", 6.1)])
      #expect(first.curve.points.map(\.epoch) == [0, 0, 2, 2, 4, 4, 6, 6])
      let path = TrialFolder(trial, results: folder.path).record
      try FileManager.default.removeItem(atPath: path)
      let again = try smallRun(trial, folder).result()
      #expect(again.record.losses == first.record.losses)
      #expect(again.record.values == first.record.values)
      #expect(again.curve == first.curve)
    }
  }

  @Test func beforeTheLastEpochTheCurveAloneIsMeasured() throws {
    try withTemporaryFolder { folder in
      let trial = try smallTrial(smallSystem(type)) { $0.curveMetrics = [try Metric("ndcg@5")] }
      #expect(
        trial.content.curveMetrics == trial.metrics(at: 0) && trial.metrics(at: 6).count == 2)
      let result = try smallRun(trial, folder).result()
      #expect(result.curve.points.map(\.epoch) == [0, 2, 4, 6, 6])
      #expect(result.curve.points.filter { $0.metric == "precision@5" }.map(\.epoch) == [6])
      // One training: the points that only now are asked for were not measured.
      let later = try smallRun(smallTrial(smallSystem(type)), folder).result()
      #expect(later.record.values == result.record.values && later.missing == 3)
      try FileManager.default.removeItem(atPath: folder[".trials"])
      let whole = try smallRun(smallTrial(smallSystem(type)), folder).result()
      #expect(result.record.values == whole.record.values)
      #expect(try smallRun(trial, folder).finished()?.curve == result.curve)
    }
  }

  /// The model is the same, and so is all that is measured of it.
  @Test func otherMetricsAndTiesAreMeasuredNotTrained() throws {
    try withTemporaryFolder { folder in
      let first = try smallTrial(smallSystem(type))
      _ = try smallRun(first, folder).result()
      let weights = try Files.read(TrialFolder(first, results: folder.path).checkpoint.path)
      for (metrics, ties) in [
        (["auc", "precision@5", "ndcg@5"], TieOrder.id), (["precision@5", "ndcg@5"], .expected),
      ] {
        let trial = try smallTrial(smallSystem(type), metrics: metrics, ties: ties)
        #expect(try smallRun(trial, folder).finished() == nil)
        let later = try smallRun(trial, folder).result()
        #expect(try smallRun(trial, folder).finished()?.record == later.record)
        try withTemporaryFolder { fresh in
          let alone = try smallRun(trial, fresh).result()
          #expect(alone.record.measurement == later.record.measurement)
          let name = trial.content.measurement
          #expect(
            try Files.read(TrialFolder(trial, results: fresh.path).users(name))
              == Files.read(TrialFolder(trial, results: folder.path).users(name)))
        }
      }
      #expect(
        try Files.read(TrialFolder(first, results: folder.path).checkpoint.path) == weights)
    }
  }

  @Test func whatSomethingIsChosenByIsTrainedForWhereItWasNotMeasured() throws {
    try withTemporaryFolder { folder in
      let plain = try smallTrial(smallSystem(type), metrics: ["precision@5"])
      _ = try smallRun(plain, folder).result()
      let choosing = try smallTrial(
        smallSystem(type), metrics: ["precision@5", "ndcg@5"], chosenBy: ["ndcg@5"])
      let result = try smallRun(choosing, folder).result()
      #expect(result.missing == 0 && result.curve.points.count == 8)
    }
  }

  /// What a longer training cannot go on from must leave no trace in its model.
  @Test func aShorterTrainingThatDoesNotTellTheChoiceIsNotGoneOnFrom() throws {
    func trial(_ epochs: Int, _ metrics: [String], chosenBy: [String] = []) throws -> Trial {
      try smallTrial(
        smallSystem(try RecommenderList.named("mf-bpr")), metrics: metrics, chosenBy: chosenBy
      ) { $0.epochs = epochs }
    }
    let metrics = ["precision@5", "ndcg@5"]
    try withTemporaryFolder { folder in
      _ = try smallRun(trial(4, ["precision@5"]), folder).result()
      let later = try trial(8, metrics, chosenBy: ["ndcg@5"])
      let result = try smallRun(later, folder).result()
      try withTemporaryFolder { fresh in
        let alone = try smallRun(later, fresh).result()
        #expect(alone.curve == result.curve && alone.record.losses == result.record.losses)
        #expect(
          try CheckpointFile.read(TrialFolder(later, results: fresh.path).checkpoint.path).state
            == CheckpointFile.read(TrialFolder(later, results: folder.path).checkpoint.path).state)
      }
    }
  }

  /// As halving does, or a spec whose epochs were raised.
  @Test func aLongerTrainingGoesOnFromAShorterOne() throws {
    func trial(_ epochs: Int, every: Int = 2) throws -> Trial {
      try smallTrial(smallSystem(type)) { ($0.epochs, $0.evaluateEvery) = (epochs, every) }
    }
    try withTemporaryFolder { folder in
      _ = try smallRun(trial(3), folder).result()
      let said = Mutex<[String]>([])
      var run = try smallRun(trial(9), folder)
      run = TrialRun(
        trial: run.trial, folder: run.folder, parts: run.parts, specText: "{}", facts: run.facts,
        observe: { event in
          if case .said(let text) = event { said.withLock { $0.append(text) } }
        },
        interruption: run.interruption)
      let longer = try run.result()
      #expect(said.withLock { $0 } == ["goes on from a training of 3 epochs"])
      try withTemporaryFolder { fresh in
        let alone = try smallRun(trial(9), fresh).result()
        #expect(alone.record.values == longer.record.values && alone.curve == longer.curve)
        #expect(alone.record.losses == longer.record.losses)
      }
      // A shorter one is another model.
      #expect(try smallRun(trial(5), folder).result().record.epochs == 5)
    }
  }

  @Test func aTrialThatStopsEarlyMeasuresEverythingInTheEnd() throws {
    try withTemporaryFolder { folder in
      var stops = EarlyStopping()
      (stops.patience, stops.metric) = (2, try Metric("ndcg@5"))
      let trial = try smallTrial(smallSystem(type), purpose: .choosing) {
        ($0.epochs, $0.earlyStopping, $0.curveMetrics) = (100, stops, [stops.metric])
      }
      let result = try smallRun(trial, folder, validation: 0.25).result()
      #expect(result.record.epochs < 100)
      #expect(result.record.values.count == 2 && result.record.values.allSatisfy { $0.value > 0 })
      #expect(result.curve.points.allSatisfy { $0.metric == "ndcg@5" })
    }
  }

  /// From epoch 1 on all epochs rank alike, so after the first two looks nothing is a new best.
  @Test func patienceCountsMeasurementsWithoutANewBest() throws {
    try withTemporaryFolder { folder in
      var stops = EarlyStopping()
      (stops.patience, stops.metric) = (4, try Metric("ndcg@5"))
      func trial(_ purpose: Trial.Purpose) throws -> Trial {
        try smallTrial(smallSystem(type), purpose: purpose) {
          ($0.epochs, $0.evaluateEvery, $0.earlyStopping) = (100, 3, stops)
        }
      }
      let search = try smallRun(trial(.choosing), folder, validation: 0.25).result()
      let values = search.curve.points.filter { $0.metric == "ndcg@5" }.map(\.value)
      #expect(values[0] != values[1] && values[1] == values[2])
      #expect(search.record.epochs == 3 * ((values[1] > values[0] ? 1 : 0) + 4))
      // What is reported has a fixed length.
      #expect(try smallRun(trial(.reporting), folder).result().record.epochs == 100)
    }
  }
}
