import Basics
import Datasets
import Evaluation
import Recommenders

/// One fit: a recommender with its settings, a seed, what it learns from and is measured on.
///
/// A trial is identified by the hash of everything that can change its scores, so a finished one is
/// reused whichever spec asks for it, and a changed setting, datum or algorithm makes another.
package struct Trial: Sendable {
  /// What the trial is for, and so what it learns from and is measured on.
  package enum Purpose: String, CaseIterable, Sendable {
    /// Learns from training data and is measured on validation data, to choose settings by.
    case choosing
    /// Learns from training and validation data and is measured on test data, to be reported.
    case reporting

  }

  /// The label of the system in the spec.
  package let system: String
  package let recommender: RecommenderType
  /// Every setting, defaults included.
  package let settings: JSON
  /// The seed of everything random, the split included unless its settings name another.
  package let seed: Int
  /// What the trial is for.
  package let purpose: Purpose
  package let metrics: [Metric]
  /// How items with equal scores are ordered.
  package let ties: TieOrder
  /// How many epochs and when to look; 0 epochs for what is fitted once.
  package let training: TrainingSettings
  /// Everything that can change the scores, from which the trial can also be built again.
  package let content: JSON
  /// The SHA-256 of `content`.
  package let identity: String
  /// The name of its folder among the trials: the identity, and of the kernels where those of others must
  /// not be taken for its own.
  var folder: String
  /// A trial that differs in nothing but fewer epochs, where there is one: training goes on from its end.
  /// Changes no result.
  var predecessor: Predecessor?

  /// Whose end a trial goes on from.
  struct Predecessor: Codable, Sendable {
    let identity: String
    let folder: String
  }

  /// The trial of a system's configuration on a split data set.
  init(
    _ system: SystemSpec, _ settings: JSON, seed: Int, purpose: Purpose, metrics: [Metric],
    ties: TieOrder = .id, training: TrainingSettings, data: DataSettings, dataDigest: String,
    splitDigest: String
  ) {
    self.system = system.label
    recommender = system.recommender
    (self.settings, self.seed, self.purpose, self.metrics) = (settings, seed, purpose, metrics)
    self.ties = ties
    var training = training
    if recommender.learning == .once { training.epochs = 0 }
    self.training = training
    let stops = purpose == .choosing ? training.earlyStopping?.encoded() : nil
    var content: [(String, JSON)] = [
      ("recommender", .string(recommender.name)),
      ("algorithmVersion", .integer(recommender.algorithmVersion)),
      ("settings", settings),
      ("seed", .integer(seed)),
      ("purpose", .string(purpose.rawValue)),
      ("epochs", .integer(training.epochs)),
      ("evaluateEvery", .integer(training.epochs == 0 ? 0 : training.evaluateEvery)),
      ("earlyStopping", training.epochs == 0 ? .null : stops ?? .null),
      ("data", data.encoded()),
      ("dataDigest", .string(dataDigest)),
      ("splitDigest", .string(splitDigest)),
      (
        "metrics",
        .array(
          metrics.map { .object([("name", .string($0.name)), ("is", .string($0.definition))]) })
      ),
    ]
    if training.epochs > 0, !training.curveMetrics.isEmpty {
      content.append(("curveMetrics", .array(training.curveMetrics.map { .string($0.name) })))
    }
    if ties != .id { content.append(("ties", .string(ties.rawValue))) }
    self.content = .object(content)
    identity = SHA256.hex(of: self.content.canonicalText)
    folder = identity
  }

  /// The trial of this content, as another process described it.
  ///
  /// Throws `Problem` at the first member that is missing, unknown to this program, or of another
  /// version of the recommender's algorithm.
  init(
    content: JSON, system: String, checkpointEvery: Int, folder: String? = nil,
    predecessor: Predecessor? = nil
  ) throws(Problem) {
    self.system = system
    recommender = try RecommenderType.named(content.member("recommender"))
    let version = try content.member("algorithmVersion").asInteger()
    guard version == recommender.algorithmVersion else {
      throw .data(
        "was trained by version \(version) of \(recommender.name); this program has version"
          + " \(recommender.algorithmVersion), so its state may mean something else; train it again"
      )
    }
    settings = try content.member("settings")
    seed = try content.member("seed").asInteger(in: 0...Int.max)
    purpose = try Purpose(decoding: content.member("purpose"))
    var metrics: [Metric] = []
    for metric in try content.member("metrics").asArray() {
      metrics.append(try Metric(decoding: metric.member("name")))
    }
    self.metrics = metrics
    ties = try content["ties"].map { json throws(Problem) in try TieOrder(decoding: json) } ?? .id
    var training = TrainingSettings()
    training.epochs = try content.member("epochs").asInteger()
    training.evaluateEvery = max(1, try content.member("evaluateEvery").asInteger())
    training.checkpointEvery = checkpointEvery
    for metric in try content["curveMetrics"]?.asArray() ?? [] {
      training.curveMetrics.append(try Metric(decoding: metric))
    }
    let stops = try content.member("earlyStopping")
    training.earlyStopping = stops.isNull ? nil : try EarlyStopping(decoding: stops)
    self.training = training
    self.content = content
    identity = SHA256.hex(of: content.canonicalText)
    self.folder = folder ?? identity
    self.predecessor = predecessor
  }

  /// What is measured after an epoch: everything after the last.
  func metrics(at epoch: Int) -> [Metric] {
    epoch == training.epochs || training.curveMetrics.isEmpty ? metrics : training.curveMetrics
  }

  /// What the content says of the data: which, and the digests of its bytes and of the split.
  var data: (settings: DataSettings, digest: String, splitDigest: String) {
    get throws(Problem) {
      (
        try DataSettings(decoding: content.member("data")),
        try content.member("dataDigest").asString(), try content.member("splitDigest").asString()
      )
    }
  }
}
