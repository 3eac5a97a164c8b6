import Basics
import Datasets
import Evaluation
import Recommenders

/// Who took what, divided.
struct RankingParts: TrialParts {
  let dataset: Dataset
  let split: Split

  var digest: String { split.digest }

  func counts(hasUsers: Bool) -> SplitCounts { SplitCounts(split) }

  func check(_ spec: Spec, for purpose: Trial.Purpose, _ name: String) throws {
    guard split.heldOut(for: purpose).count > 0 else {
      throw Problem.data("\(name): the \(purpose.part) part is empty")
    }
    _ = try evaluator(of: spec.metrics, spec.candidates, for: purpose)
  }

  func check(
    _ recommender: RecommenderType, _ settings: JSON, made: [String]
  ) throws(Problem) {
    guard recommender.learnsNothing || split.train.count > 0 else {
      throw .data("\(dataset.name): the split leaves nothing to learn from")
    }
    // Which values a feature has is no matter here.
    let nobodys = [[Int]](repeating: [], count: dataset.users)
    let features = made.map { Feature(name: $0, vocabulary: [], indices: nobodys) }
    try recommender.check(
      settings, split.trainingData(for: .reporting, of: dataset).telling(features))
  }

  func mined(
    by pipeline: Pipeline, for purpose: Trial.Purpose, seed: Int
  ) throws(Problem) -> PipelineResult? {
    try pipeline.result(of: split, for: purpose, in: dataset, seed: UInt64(seed))
  }

  func bench(_ trial: Trial) throws -> () throws -> any MeasuredModel {
    try trial.content.checkFiles()
    let data = try split.trainingData(for: trial, of: dataset)
    let evaluator = try evaluator(
      of: trial.metrics, trial.candidates, for: trial.purpose, ties: trial.ties,
      seed: UInt64(trial.seed))
    return {
      try MeasuredRanking(
        evaluator: evaluator, users: dataset.users, items: dataset.items,
        recommender: try trial.recommender.make(trial.settings, data, UInt64(trial.seed)))
    }
  }

  /// The evaluation of what a trial for this purpose holds out. Throws as its making does, and
  /// `Problem.data` where candidates do not fit what is held out.
  ///
  /// - Parameter seed: What a drawn order of ties follows from.
  func evaluator(
    of metrics: [Metric], _ settings: CandidateSettings = CandidateSettings(),
    for purpose: Trial.Purpose, ties: TieOrder = .id, seed: UInt64 = 0
  ) throws -> Evaluator {
    let learned = split.learned(for: purpose)
    let isGraded = metrics.contains { $0.graded != nil }
    return try Evaluator(
      metrics: metrics, masked: masked(settings.masked, for: purpose),
      heldOut: split.heldOut(for: purpose),
      catalogue: Catalogue(seen: learned, features: dataset.itemFeatures),
      ratings: isGraded ? split.ratings(for: purpose) : nil,
      candidates: candidates(settings, for: purpose), least: settings.leastHeldOut,
      userIDs: dataset.userIDs, ties: ties, seed: seed)
  }

  func write(to folder: String) throws(Problem) { try split.write(to: folder, ids: dataset) }
}

extension Split {
  /// What a trial learns from, and therefore never recommends.
  func learned(for purpose: Trial.Purpose) -> Interactions {
    purpose == .choosing ? train : trainAndValidation
  }

  /// All that a recommender may know at its training.
  func trainingData(for purpose: Trial.Purpose, of dataset: Dataset) -> TrainingData {
    TrainingData(
      learned(for: purpose),
      part: purpose == .choosing ? trainPart : trainAndValidationPart, of: dataset)
  }

  /// All that a trial's recommender may know at its training, what a pipeline makes of it included.
  ///
  /// Throws `Problem` naming the step of the pipeline that cannot be done.
  func trainingData(for trial: Trial, of dataset: Dataset) throws(Problem) -> TrainingData {
    let data = trainingData(for: trial.purpose, of: dataset)
    let pipeline = trial.content.training.pipeline
    guard !pipeline.isEmpty else { return data }
    return data.telling(
      try pipeline.result(
        of: self, for: trial.purpose, in: dataset, seed: UInt64(trial.seed)
      ).features)
  }

  /// What users gave what a trial is measured on.
  func ratings(for purpose: Trial.Purpose) -> HeldOutRatings {
    HeldOutRatings(
      of: heldOut(for: purpose), events: (purpose == .choosing ? validationPart : testPart).events)
  }

  /// What a trial is measured on.
  func heldOut(for purpose: Trial.Purpose) -> Interactions {
    purpose == .choosing ? chosenBy : test
  }
}
