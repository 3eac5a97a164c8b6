import Basics
import Results

/// What a trial took so far, over all processes that worked on it.
///
/// Saved with every checkpoint: what was done after the last one is done again, and counts once.
package struct TrialCost: SealedFile, Equatable {
  package static let kind = "cost"
  package static let format = 1

  /// Seconds of making and training the recommender, saving included.
  var training = 0.0
  /// Seconds of scoring, ranking and metrics.
  var evaluation = 0.0
  /// Seconds of scoring all items for one user among many, at the last evaluation.
  var inferencePerUser = 0.0
  /// Seconds of scoring all items for one user alone, mean of 100; 0: not measured.
  var inferenceAlone = 0.0
  /// Seconds of predicting one record among many, at the last evaluation; 0: not measured.
  var inferencePerRecord = 0.0
  /// The most resident memory of a process, bytes.
  var peakMemory = 0
  /// The most resident memory while users ask alone, bytes; 0: not measured.
  var scoringMemory = 0
  /// The kernels of the processes, each once; see `Provenance.processor`.
  var kernels: [String] = []

  package init() {}

  /// What an earlier process saved at `path`; nothing where that cannot be read, as a lost cost is
  /// no reason to train again.
  init(earlier path: String) { self = (try? TrialCost(reading: path)) ?? TrialCost() }

  /// Under the names that records and manifests have; what was not measured is left out.
  var durations: [NamedValue] {
    [NamedValue("training", training), NamedValue("evaluation", evaluation)]
      + [
        NamedValue("inference per user", inferencePerUser),
        NamedValue("inference alone", inferenceAlone),
        NamedValue("inference per record", inferencePerRecord),
      ].filter { $0.value > 0 }
  }

  package static var fields: [Field<Self>] {
    [
      .number("training", \.training, 0 ... .infinity, "seconds of training").required(),
      .number("evaluation", \.evaluation, 0 ... .infinity, "seconds of evaluation").required(),
      .number(
        "inferencePerUser", \.inferencePerUser, 0 ... .infinity, "seconds of scoring one user"),
      .number(
        "inferenceAlone", \.inferenceAlone, 0 ... .infinity, "seconds of scoring a user alone"),
      .number(
        "inferencePerRecord", \.inferencePerRecord, 0 ... .infinity,
        "seconds of predicting one record"),
      .integer("peakMemory", \.peakMemory, 0...(.max), "bytes resident at most").required(),
      .integer("scoringMemory", \.scoringMemory, 0...(.max), "bytes resident while scoring alone")
        .omittedByDefault(),
      .texts("kernels", \.kernels, "kernels of the processes"),
    ]
  }
}
