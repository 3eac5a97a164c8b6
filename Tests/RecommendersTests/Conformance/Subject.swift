import Basics
import Datasets
import Engine
import TestSupport
import Testing

@testable import Recommenders

/// A listed recommender with settings small enough to be trained on `tasteGroups` in a moment.
///
/// Every recommender of the list needs at least one, or `ConformanceTests` fails.
struct Subject: Sendable, CustomTestStringConvertible {
  let recommender: String
  let settings: JSON
  /// Epochs after which the planted pattern has to be found.
  let epochs: Int
  /// What precision@5 on held-out interactions has to lie in. A perfect model reaches about 0.35,
  /// one that knows nothing of the user 0.05.
  let precision: ClosedRange<Double>
  /// Whether another seed gives other scores.
  let dependsOnSeed: Bool
  /// Whether an epoch draws random numbers; without, its outcome follows from the parameters.
  let drawsInEpochs: Bool

  init(
    _ recommender: String, _ settings: JSON = [:], epochs: Int = 0,
    precision: ClosedRange<Double>, dependsOnSeed: Bool = true, drawsInEpochs: Bool = true
  ) {
    (self.recommender, self.settings, self.epochs) = (recommender, settings, epochs)
    (self.precision, self.dependsOnSeed) = (precision, dependsOnSeed)
    self.drawsInEpochs = drawsInEpochs
  }

  var testDescription: String { "\(recommender) \(settings.canonicalText)" }

  func type() throws -> RecommenderType { try RecommenderList.named(recommender) }

  func make(_ data: TrainingData, seed: UInt64 = 1) throws -> any Recommender {
    try type().make(settings, data, seed)
  }

  /// Made, and trained for some epochs if it learns by epochs.
  func trained(_ data: TrainingData, seed: UInt64 = 1, epochs: Int) throws -> any Recommender {
    let made = try make(data, seed: seed)
    for _ in 0..<epochs { _ = made.trainEpoch() }
    return made
  }

  static let learns = 0.22...1.0
  /// For policy gradients and whole vectors learned from nothing but an adversary, and where all
  /// that is known of a user is the kinds of items taken, which of most users are several.
  static let learnsALittle = 0.14...1.0
  /// For what looks at a user's last item only, of which few others have followers here.
  static let learnsFromTheLastItem = 0.1...1.0
  private static let knowsNobody = 0.0...0.12
  static let gan = JSON.object([
    ("generatorHidden", [24]), ("discriminatorHidden", [12]), ("generatorLearningRate", 0.01),
    ("discriminatorLearningRate", 0.002), ("generatorBatch", 16), ("discriminatorBatch", 24),
    ("generatorSteps", 1), ("discriminatorSteps", 1), ("generatorL2", 0),
  ])

  private static let noisy = gan.merging(patch: [
    "hiddenActivation": "leaky-relu", "outputActivation": "sigmoid", "noiseSize": 4,
    "noiseDraws": 4, "generatorLearningRate": 0.002, "discriminatorLearningRate": 0.005,
    "discriminatorL2": 0.01,
  ])
  private static let representation: JSON = [
    "generatorHidden": [24], "discriminatorHidden": [12], "generatorLearningRate": 0.005,
    "discriminatorLearningRate": 0.01, "batch": 32, "hiddenActivation": "leaky-relu",
  ]

  static let all = ofSets + ofSequences

  private static let ofSets: [Subject] = [
    Subject("random", precision: knowsNobody),
    Subject("item-pop", precision: knowsNobody, dependsOnSeed: false),
    Subject("user-knn", ["neighbours": 10], precision: learns, dependsOnSeed: false),
    Subject(
      "user-knn", ["neighbours": 15, "similarity": "asymmetric", "asymmetry": 0.3, "shrink": 2],
      precision: learns, dependsOnSeed: false),
    Subject("item-knn", ["neighbours": 8], precision: learns, dependsOnSeed: false),
    Subject(
      "item-knn", ["neighbours": 8, "similarity": "jaccard", "shrink": 3], precision: learns,
      dependsOnSeed: false),
    Subject(
      "item-knn", ["similarity": "co-occurrence"], precision: learns, dependsOnSeed: false),
    Subject("p3alpha", ["neighbours": 10], precision: learns, dependsOnSeed: false),
    Subject(
      "p3alpha", ["neighbours": 10, "alpha": 0.6, "normalised": true], precision: learns,
      dependsOnSeed: false),
    Subject("rp3beta", ["neighbours": 10], precision: learns, dependsOnSeed: false),
    Subject(
      "association-rules", ["minimumSupport": 1], precision: learns, dependsOnSeed: false),
    Subject(
      "association-rules",
      [
        "algorithm": "apriori", "minimumSupport": 0.03, "supportUnit": "share", "longest": 3,
        "by": "lift", "combine": "sum", "minimumConfidence": 0.2,
      ], precision: learns, dependsOnSeed: false),
    Subject("ease", ["l2": 10], precision: learns, dependsOnSeed: false),
    Subject("pure-svd", ["factors": 4], precision: learns, dependsOnSeed: false),
    Subject(
      "ials", ["factors": 6], epochs: 10, precision: learns, drawsInEpochs: false),
    Subject(
      "ials", ["factors": 4, "confidence": 40, "l2": 0.5, "frequencyExponent": 0], epochs: 10,
      precision: learns, drawsInEpochs: false),
    Subject(
      "mf-bpr", ["factors": 8, "learningRate": 0.05, "l2": 0.01], epochs: 60, precision: learns),
    Subject(
      "gmf", ["factors": 8, "learningRate": 0.01, "batch": 64], epochs: 6, precision: learns),
    Subject(
      "mlp", ["layers": [16, 12, 6], "learningRate": 0.01, "batch": 64, "l2": 1e-6], epochs: 20,
      precision: learns),
    Subject(
      "neumf",
      ["factors": 8, "layers": [16, 8], "learningRate": 0.01, "batch": 64, "negatives": 3],
      epochs: 7, precision: learns),
    Subject(
      "neumf",
      [
        "factors": 8, "layers": [16, 8], "learningRate": 0.01, "batch": 64, "pretrainingEpochs": 12,
        "optimizer": "sgd",
      ], epochs: 3, precision: learns),
    Subject(
      "irgan",
      [
        "pretrainingEpochs": 15, "pretrainingBatch": 64, "pretrainingLearningRate": 0.03,
        "discriminatorEpochs": 2, "redrawEvery": 1, "generatorEpochs": 2,
      ], epochs: 6, precision: learns),
    Subject(
      "irgan",
      [
        "pretrainingEpochs": 0, "discriminatorEpochs": 4, "redrawEvery": 1, "generatorEpochs": 2,
        "generatorLearningRate": 0.2, "discriminatorLearningRate": 0.03, "discriminatorL2": 0.01,
      ], epochs: 120, precision: learnsALittle),
    Subject("cfgan", gan.merging(patch: ["rows": "users"]), epochs: 60, precision: learns),
    Subject(
      "cfgan", gan.merging(patch: ["rows": "items", "generatorL2": 0.001]), epochs: 60,
      precision: learns),
    Subject(
      "cfgan",
      gan.merging(patch: [
        "rows": "users", "reconstruction": "observed-and-zeros", "zeroReconstructionCount": 5,
        "partialMaskingCount": 5, "detachedAdversary": true, "stepUnit": "batch",
        "batchOrder": "neighbouring", "start": "pytorch",
      ]), epochs: 200, precision: learns),
    Subject(
      "ur-gan",
      gan.merging(patch: [
        "attributes": ["kind"], "attributeWidth": 8, "zeroReconstructionWeight": 0.3,
      ]), epochs: 120, precision: learnsALittle),
    Subject(
      "ur-gan",
      gan.merging(patch: [
        "condition": "both", "attributes": ["kind", "parity"], "attributeWidth": 8,
        "valueWeighting": "dense", "outputActivation": "linear",
      ]), epochs: 60, precision: learns),
    Subject(
      "gan", noisy.merging(patch: ["noiseSize": 8]), epochs: 60, precision: knowsNobody),
    Subject(
      "cgan",
      noisy.merging(patch: [
        "condition": "interactions", "discriminatorHidden": [64], "discriminatorBatch": 16,
        "generatorLearningRate": 0.004, "discriminatorLearningRate": 0.008,
      ]), epochs: 240, precision: learnsALittle),
    // Who a user is says nothing of other users, and of each there is one row.
    Subject(
      "cgan", noisy.merging(patch: ["condition": "user"]), epochs: 60, precision: knowsNobody),
    Subject(
      "drmud",
      representation.merging(patch: ["attributes": ["kind"], "attributeWidth": 8]), epochs: 20,
      precision: learnsALittle),
    Subject(
      "drmud",
      representation.merging(patch: [
        "attributes": ["kind", "parity"], "attributeWidth": 8, "ranking": "discriminator",
        "userVector": "user",
      ]), epochs: 20, precision: learns),
    Subject(
      "pd-gan",
      [
        "category": "parity", "kernelRidge": 1, "kernelWidth": 8, "kernelSteps": 50, "setSize": 3,
        "listLength": 10,
        "relevance": 0.98, "factors": 5, "pretrainingEpochs": 8, "pretrainingBatch": 64,
        "pretrainingLearningRate": 0.03,
      ], epochs: 6, precision: learns),
    // The policy alone, without the pretraining that it usually starts from.
    Subject(
      "pd-gan",
      [
        "category": "parity", "kernelRidge": 1, "kernelWidth": 8, "kernelSteps": 50, "setSize": 3,
        "listLength": 10, "relevance": 0.9, "factors": 5, "pretrainingEpochs": 0, "samples": 16,
        "generatorLearningRate": 0.2, "discriminatorLearningRate": 0.02,
      ], epochs: 120, precision: learnsALittle),
  ]

  /// Those that learn by epochs.
  static let learners = all.filter { $0.epochs > 0 }
}

/// The planted pattern, split once.
enum Planted {
  static let dataset = tasteGroups()

  static func split() throws -> Split {
    try makeSplit(dataset, feedback: .allRatings, settings: SplitSettings(), seed: 1)
  }

  static func data() throws -> TrainingData {
    TrainingData(
      interactions: try split().train, userFeatures: dataset.userFeatures,
      itemFeatures: dataset.itemFeatures + [parity(dataset.items)], events: dataset.events)
  }

  /// A second attribute, of half the items, that says little.
  static func parity(_ items: Int) -> Feature {
    Feature(
      name: "parity", vocabulary: ["even", "odd"],
      indices: (0..<items).map { $0 % 3 == 0 ? [] : [$0 % 2] })
  }
}

extension Recommender {
  /// Scores of some users, [users, items], in a fresh array that starts as NaN.
  func scores(of users: Range<Int>, items: Int) -> [Float] {
    var scores = [Float](repeating: .nan, count: users.count * items)
    scores.withUnsafeMutableBufferPointer { self.scores(of: users, into: $0) }
    return scores
  }
}

/// Whether two arrays have the same bits.
func identical(_ a: [Float], _ b: [Float]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
}

/// Whether no value is NaN or infinite.
func areFinite(_ values: [Float]) -> Bool { values.allSatisfy { $0.isFinite } }

/// The names of what two states do not have alike, bit by bit; a failure that prints whole tensors
/// says less.
func differences(_ a: State, _ b: State) -> [String] {
  let tensors = Set(a.tensors.keys).union(b.tensors.keys).filter { a.tensors[$0] != b.tensors[$0] }
  let counters = Set(a.counters.keys).union(b.counters.keys)
    .filter { a.counters[$0] != b.counters[$0] }
  return tensors.union(counters).sorted()
}
