import Basics
import Datasets
import Evaluation
import Recommenders

/// What the trials of one seed learn from and are measured on, whatever they predict.
protocol TrialParts: Sendable {
  /// What was divided.
  var dataset: Dataset { get }
  /// The SHA-256 of the split: equal splits have equal digests.
  var digest: String { get }

  /// What the parts hold, in figures.
  ///
  /// - Parameter hasUsers: whether the data tell whose each record is.
  func counts(hasUsers: Bool) -> SplitCounts

  /// Refuses parts on which the metrics of a spec cannot be measured as it asks.
  ///
  /// - Parameter name: data set and seed, for messages.
  /// - Throws: `Problem.data`, or as the evaluation does.
  func check(_ spec: Spec, for purpose: Trial.Purpose, _ name: String) throws

  /// Refuses settings that ask for what the data lack.
  ///
  /// - Parameter made: the names of user features that a pipeline adds to them.
  func check(
    _ recommender: RecommenderType, _ settings: JSON, made: [String]
  ) throws(Problem)

  /// What a pipeline finds in what a trial for this purpose learns from; nil where there are no
  /// users to find anything of.
  ///
  /// Throws `Problem` naming the step that cannot be done.
  func mined(
    by pipeline: Pipeline, for purpose: Trial.Purpose, seed: Int
  ) throws(Problem) -> PipelineResult?

  /// What memory and time of a trial for this purpose follow from.
  func sizes(for purpose: Trial.Purpose) -> TrialSizes

  /// Prepares a trial's measurement, so that making the model is timed without it, and returns how
  /// the model is made.
  ///
  /// Throws as the evaluation of the task does; what is returned throws as the making of the model
  /// does.
  func bench(_ trial: Trial) throws -> () throws -> any MeasuredModel

  /// Writes the parts into a folder, for other programs.
  func write(to folder: String) throws(Problem)
}

extension TrialParts {
  /// Nothing.
  func mined(
    by pipeline: Pipeline, for purpose: Trial.Purpose, seed: Int
  ) throws(Problem) -> PipelineResult? { nil }
}

/// A model on its trial's bench: how it is measured, whatever it predicts.
protocol MeasuredModel {
  var model: any Model { get }
  /// What a reader has to know of what is measured, a line each.
  var remarks: [String] { get }
  /// Measures some of its trial's metrics, and tells what its predictions took.
  ///
  /// Throws `Problem` when a prediction is not a number.
  func evaluate(_ metrics: [Metric], _ cost: inout TrialCost) throws -> EvaluationReport
  /// Tells what a single prediction takes that is asked for alone.
  func measureAlone(_ cost: inout TrialCost)
}

extension MeasuredModel {
  /// Nothing.
  var remarks: [String] { [] }
}

extension Trial.Purpose {
  /// What the part that is measured on is called.
  var part: String { self == .choosing ? "validation" : "test" }
}
