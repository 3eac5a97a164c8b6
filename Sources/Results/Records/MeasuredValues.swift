import Basics

/// What was measured of a trial's final model, or of one on the way there.
package struct MeasuredValues: SealedFile, Equatable {
  package static let kind = "measurement"
  package static let format = 1

  /// The identity of the trial.
  package var trial = ""
  /// Epochs that the model was trained for.
  package var epochs = 0
  /// The metrics on the held-out part.
  package var values: [MetricValue] = []
  /// The share of the test users of whom the order of items with equal scores can change a metric;
  /// nil where there are no rankings, and where nobody knows.
  package var decidedByTies: Double?
  /// The bins of the metrics of calibration.
  package var reliability: [ReliabilityRecord] = []
  /// What a reader has to know of what was measured, a line each.
  package var remarks: [String] = []

  package init() {}

  package static var fields: [Field<Self>] {
    [
      .text("trial", \.trial, "identity of the trial").required(),
      .integer("epochs", \.epochs, 0...(.max), "epochs of the model").required(),
      .objects("values", \.values, "metrics on the held-out part").required(),
      .number(
        "decidedByTies", \.decidedByTies, 0...1, "share of the lists that ties can decide"
      ).omittedByDefault(),
      .objects("reliability", \.reliability, "bins of predicted probabilities").omittedByDefault(),
      .texts("remarks", \.remarks, "what a reader has to know of it").omittedByDefault(),
    ]
  }

  /// Reads the measurement at `path`, which must be that of the trial `identity` after so many
  /// epochs.
  ///
  /// - Throws: `Problem.data` as `init(reading:)`, and for the measurement of something else.
  package init(reading path: String, of identity: String, epochs: Int) throws(Problem) {
    try self.init(reading: path)
    guard trial == identity, self.epochs == epochs else {
      throw Problem.data(
        "\(path): this was measured of trial \(trial), epoch \(self.epochs), not of \(identity), epoch"
          + " \(epochs)")
    }
  }
}
