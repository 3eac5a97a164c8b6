import Basics
import Datasets
import Recommenders
import Results

/// What is mined of users before anything is learned: steps, one after another, on a table of
/// numbers about them.
package struct Pipeline: Settings, Equatable {
  /// Raised when the same steps no longer find the same.
  static let version = 1

  /// The version that a trial was made with.
  var version = Self.version
  package var steps: [StepSpec] = []

  /// No step.
  package init() {}

  /// The keys in the content of a trial; a spec writes the list of steps alone.
  package static let fields: [Field<Pipeline>] = [
    .integer("version", \.version, 0...(.max), "version of its algorithms").required(),
    .list(
      "steps", \.steps, of: StepSpec.kind, "what is done, in this order",
      decode: { json throws(Problem) in try StepSpec(decoding: json) }, encode: { $0.encoded }
    ).required(),
  ]

  var isEmpty: Bool { steps.isEmpty }

  /// The user features that it makes.
  var features: [String] { steps.compactMap(\.step.feature) }

  /// Itself for a recommender that asks for one of its features by these settings, else none: what
  /// a recommender is not told is no part of what its trials are.
  func asked(by recommender: RecommenderType, _ settings: JSON) -> Pipeline {
    let asked = recommender.userFeatures(in: settings)
    return features.contains(where: asked.contains) ? self : Pipeline()
  }

  /// Does all steps on what a split leaves to learn from.
  ///
  /// Throws `Problem` naming the step that cannot be done.
  func result(
    of split: Split, for purpose: Trial.Purpose, in dataset: Dataset, seed: UInt64
  ) throws(Problem) -> PipelineResult {
    var result = PipelineResult()
    var state = PipelineState(
      dataset: dataset,
      events: (purpose == .choosing ? split.trainPart : split.trainAndValidationPart).events,
      seed: seed)
    for (place, spec) in steps.enumerated() {
      let name = type(of: spec.step).name
      state.stream = "pipeline/\(place + 1)/\(name)"
      do throws(Problem) {
        for var table in try spec.step.apply(to: &state) {
          table.name = "\(place + 1)-\(table.name)"
          result.tables.append(table)
        }
      } catch {
        throw Problem(error.kind, "pipeline, step \(place + 1) (\(name)): \(error.message)")
      }
    }
    (result.features, result.summaries) = (state.features, state.summaries)
    return result
  }
}

/// What a pipeline found for one seed.
struct PipelineResult: Sendable {
  var features: [Feature] = []
  /// What was found, step after step.
  var tables: [StepTable] = []
  /// What became of each feature, in a line: `cluster: k = 4 of 2 to 10 …`.
  var summaries: [String] = []
}
