import Basics

/// What one finished trial leaves behind. With what was measured of it, see ``MeasuredValues``, it
/// is all that tables are made of, so that a report never trains.
///
/// The file says its format and holds a checksum, so a record of an older format or one that was
/// edited by hand is refused instead of being reported as measured.
package struct TrialRecord: SealedFile, Equatable {
  /// Marks the file.
  package static let kind = "trial"
  /// Raise it when a key changes its meaning.
  package static let format = 2

  /// The hash of its training and its length; names the trial's folder.
  package var identity = ""
  /// The label of the table's row.
  package var system = ""
  package var recommender = ""
  package var seed = 0
  /// The recommender's settings, defaults included.
  package var settings = JSON.object([])
  /// SHA-256 of the data set's source bytes.
  package var dataDigest = ""
  /// Digest of the split's three parts.
  package var splitDigest = ""
  /// Epochs that the reported model was trained for; 0 for a system that is fitted once.
  package var epochs = 0
  /// SHA-256 of the file of its curve.
  package var curveDigest = ""
  /// What was measured of it; in a file of its own.
  package var measurement = MeasuredValues()
  /// The losses of the last epoch.
  package var losses: [NamedValue] = []
  /// What the recommender says of itself that no metric tells, such as the norms of its gradients.
  package var observations: [NamedValue] = []
  /// Seconds by what they were spent on: `training`, `evaluation`, …
  package var durations: [NamedValue] = []
  /// The most resident memory of a process that worked on it, bytes.
  package var peakMemory = 0
  /// The most resident memory while users asked alone, bytes; 0 in records that do not say.
  package var scoringMemory = 0
  /// Learned numbers; 0 in records that do not say.
  package var parameters = 0
  /// Where and by which program it was measured.
  package var provenance = Provenance()

  /// An empty record, to be filled in or decoded.
  package init() {}

  /// The keys of the JSON object.
  package static var fields: [Field<Self>] {
    [
      .text("identity", \.identity, "content hash of the trial").required(),
      .text("system", \.system, "label of the table's row").required(),
      .text("recommender", \.recommender, "the recommender's name").required(),
      .integer("seed", \.seed, 0...(.max), "the trial's seed").required(),
      .raw("settings", \.settings, "the recommender's settings").required(),
      .text("dataDigest", \.dataDigest, "SHA-256 of the data").required(),
      .text("splitDigest", \.splitDigest, "digest of the split").required(),
      .integer("epochs", \.epochs, 0...(.max), "epochs of the reported model").required(),
      .text("curveDigest", \.curveDigest, "SHA-256 of the curve").required(),
      .objects("losses", \.losses, "losses of the last epoch").required(),
      .objects("observations", \.observations, "what the recommender found out"),
      .objects("durations", \.durations, "seconds by purpose").required(),
      .integer("peakMemory", \.peakMemory, 0...(.max), "bytes resident at most").required(),
      .integer("scoringMemory", \.scoringMemory, 0...(.max), "bytes resident while scoring alone")
        .omittedByDefault(),
      .integer("parameters", \.parameters, 0...(.max), "learned numbers"),
      .object("provenance", \.provenance, "where it was measured").required(),
    ]
  }

  /// The metrics on the held-out part.
  package var values: [MetricValue] {
    get { measurement.values }
    set { measurement.values = newValue }
  }

  /// See ``MeasuredValues/decidedByTies``.
  package var decidedByTies: Double? {
    get { measurement.decidedByTies }
    set { measurement.decidedByTies = newValue }
  }

  /// See ``MeasuredValues/reliability``.
  package var reliability: [ReliabilityRecord] {
    get { measurement.reliability }
    set { measurement.reliability = newValue }
  }

  /// Seconds spent on a purpose; `nil` where the record does not say.
  package func duration(_ name: String) -> Double? {
    durations.first { $0.name == name && $0.value > 0 }?.value
  }

  /// The value of a metric by its canonical name; `nil` when it was not measured.
  package func value(of metric: String) -> MetricValue? { values.first { $0.metric == metric } }

  /// Reads the record at `path`, which must be that of the trial `identity`.
  ///
  /// - Throws: `Problem.data` as `init(reading:)`, and for the record of another trial.
  package init(reading path: String, identity: String) throws(Problem) {
    try self.init(reading: path)
    guard identity == self.identity else {
      throw Problem.data(
        "\(path): this is the record of trial \(self.identity), not of \(identity)")
    }
  }
}
