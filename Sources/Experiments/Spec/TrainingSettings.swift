import Basics
import Evaluation

/// How long a system trains and when it is looked at. What a step does is the recommender's own.
package struct TrainingSettings: Settings {
  /// Passes of the recommender's `trainEpoch`; not used by recommenders that are fitted once.
  package var epochs = 100
  /// Epochs between two measurements; the last epoch is always measured.
  package var evaluateEvery = 10
  /// What is measured before the last epoch, after which all metrics are; empty: all of them.
  package var curveMetrics: [Metric] = []
  /// Epochs between two checkpoints; does not change any result.
  package var checkpointEvery = 10
  /// Epochs between two models that are kept to be ranked again, the last being kept anyway; does
  /// not change any result. Nil: the last alone.
  package var keepEvery: Int?
  /// When to stop before the last epoch; nil: never.
  package var earlyStopping: EarlyStopping?
  /// No system trains longer than this, whatever it says; for quick profiles. Nil: no limit.
  package var epochLimit: Int?

  /// A hundred epochs, measured at every tenth.
  package init() {}

  /// The keys of a spec's `training`.
  package static let fields: [Field<TrainingSettings>] = [
    .integer("epochs", \.epochs, 1...100_000_000, "epochs"),
    .integer(
      "evaluateEvery", \.evaluateEvery, 1...100_000_000,
      "epochs between two measurements; the last is always measured"),
    .metrics(
      "curveMetrics", \.curveMetrics,
      "what is measured before the last epoch, after which all metrics are; left out: all of them"
    ).omittedByDefault(),
    .integer(
      "checkpointEvery", \.checkpointEvery, 1...100_000_000,
      "epochs between two checkpoints; changes no result"),
    .integer(
      "keepEvery", \.keepEvery, 1...100_000_000,
      "epochs between two models that are kept to be ranked again; changes no result"
    ).omittedByDefault(),
    .object("earlyStopping", \.earlyStopping, "when to stop before the last epoch; null: never"),
    .integer(
      "epochLimit", \.epochLimit, 1...100_000_000,
      "no system trains for more epochs, whatever it says; for quick profiles"),
  ]

  /// These settings changed by a system's merge patch, the limit applied.
  ///
  /// Throws as decoding does, naming the place in the patch.
  func patched(by patch: JSON) throws(Problem) -> TrainingSettings {
    _ = try patch.asObject()
    let base = encoded()
    try base.checkRemovals(of: patch)
    var training = try TrainingSettings(decoding: base.merging(patch: patch))
    if let limit = training.epochLimit { training.epochs = min(training.epochs, limit) }
    training.epochLimit = nil
    return training
  }
}

/// Stops a system whose validation metric has not improved for a while.
package struct EarlyStopping: Settings {
  /// What must improve, measured on the validation part.
  package var metric = Metric.unread
  /// Measurements in a row without a new best.
  package var patience = 10

  /// The decoder asks for a metric.
  package init() {}

  /// The keys of `earlyStopping`.
  package static let fields: [Field<EarlyStopping>] = [
    .metric("metric", \.metric, "what must improve on the validation part").required(),
    .integer("patience", \.patience, 1...1_000_000, "measurements in a row without a new best"),
  ]
}
