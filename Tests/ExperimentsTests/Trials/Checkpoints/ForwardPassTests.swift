import Basics
import Datasets
import Foundation
import Recommenders
import TestSupport
import Testing

@testable import Experiments

/// From the weights in a checkpoint alone, `Tests/Golden/forward.py` computes the scores we give.
@Suite(
  .enabled(if: foundOrRequired(OtherProgram.python != nil), "no python3 with h5py is installed"))
struct ForwardPassTests {
  private static let small: JSON = [
    "generatorHidden": [12, 9], "discriminatorHidden": [6], "generatorLearningRate": 0.02,
    "generatorBatch": 16, "discriminatorBatch": 16, "generatorSteps": 1, "discriminatorSteps": 1,
  ]

  @Test(
    arguments: [
      ("cfgan", ["rows": "users"]),
      (
        "cfgan", ["rows": "users", "outputActivation": "sigmoid", "hiddenActivation": "leaky-relu"]
      ),
      ("cfgan", ["rows": "items", "hiddenActivation": "tanh"]),
      ("ur-gan", ["attributes": ["kind", "size"], "attributeWidth": 5]),
      ("ur-gan", ["attributes": ["size"], "valueWeighting": "dense"]),
      ("ur-gan", ["attributes": ["kind", "size"], "condition": "both"]),
    ] as [(String, JSON)])
  func numPyFindsOurScores(_ name: String, _ change: JSON) throws {
    let dataset = tasteGroups(users: 30, items: 20)
    let size = Feature(
      name: "size", vocabulary: ["s", "m", "l"],
      indices: (0..<20).map { $0 % 4 == 0 ? [] : [$0 % 3] })
    let features = dataset.itemFeatures + [size]
    // The last user has nothing to be told of.
    let pairs = dataset.events.map { ($0.user, $0.item) }.filter { $0.0 != 29 }
    let interactions = Interactions(users: 30, items: 20, pairs: pairs)
    let type = try RecommenderList.named(name)
    let settings = try type.complete(Self.small.merging(patch: change))
    let made = try type.make(
      settings, TrainingData(interactions: interactions, itemFeatures: features), 3)
    let learner = try #require(made as? any EpochLearner)
    for _ in 0..<8 { _ = learner.trainEpoch() }
    var scores = [Float](repeating: .nan, count: 600)
    scores.withUnsafeMutableBufferPointer { made.scores(of: 0..<30, into: $0) }

    try withTemporaryFolder { folder in
      var header = Checkpoint.Header()
      header.recommender = name
      header.settings = JSON.object([("settings", settings)]).canonicalText
      try CheckpointFile(folder["c.h5"]).save(Checkpoint(header: header, state: made.state))
      try folder.write(
        interactions.pairs.map { "\($0.0 + 1)\t\($0.1 + 1)\n" }.joined(), to: "train.tsv")
      let told = features.flatMap { feature in
        feature.values.pairs.map { "\(feature.name)\t\($0.0 + 1)\t\($0.1)\n" }
      }
      try folder.write(told.joined(), to: "features.tsv")
      let text = try #require(
        OtherProgram.output(
          OtherProgram.python ?? "",
          [
            Golden.path("forward.py"), folder["c.h5"], folder["train.tsv"],
            folder["features.tsv"], "--users", "30", "--items", "20",
          ]))
      let theirs = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      #expect(theirs.count == 600)
      let error = zip(scores, theirs).map { abs(Double($0) - $1) }.max() ?? .infinity
      #expect(error < 1e-5, "largest difference \(error)")
      #expect(Set(scores).count > 20)
    }
  }
}
