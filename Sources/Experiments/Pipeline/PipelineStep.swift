import Basics
import Results

/// One step of a pipeline: it changes the table of users, or finds something in it.
///
/// Each is a `Settings` type under its name, so that one declaration decodes, checks and describes
/// it. A new step is a file with such a type and a name in ``StepList``. What changes what a step
/// does raises ``Pipeline/version``.
protocol PipelineStep: Settings {
  /// The name in specs.
  static var name: String { get }
  /// One line: what it does.
  static var summary: String { get }
  /// The name of the user feature that it makes; nil: none.
  var feature: String? { get }

  /// Does it, and tells what it found; the tables' names are ends: `k-means`.
  ///
  /// Throws `Problem` where the table is not as the step needs it.
  func apply(to state: inout PipelineState) throws(Problem) -> [StepTable]
}

extension PipelineStep {
  var feature: String? { nil }
}

/// The steps that a pipeline can have.
enum StepList {
  /// All of them, in the order in which messages name them.
  static let all: [any PipelineStep.Type] = [
    FeaturesStep.self, MinMaxStep.self, IntegrationStep.self, KMeansStep.self,
  ]
}
