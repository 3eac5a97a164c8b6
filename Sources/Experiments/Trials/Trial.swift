import Basics
import Datasets
import Evaluation
import Recommenders

/// One fit: a recommender with its settings, a seed, what it learns from and is measured on.
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
  /// All else that it is: one declaration for hashes, workers and checkpoints.
  let content: TrialContent
  /// The hash of its training, and how long it is: `3f0c…-100`. A finished trial is found by it
  /// whichever spec asks, and however it is measured.
  package let identity: String
  /// The name of its folder among the trials: the identity, and of the kernels where those of
  /// others must not be taken for its own.
  var folder: String

  /// The trial of a content; throws `Problem` where this program has no such recommender, or
  /// another version of its algorithm.
  init(_ content: TrialContent, system: String, folder: String? = nil) throws(Problem) {
    self.init(content, try content.training.type(), system: system, folder: folder)
  }

  /// The trial of a content, whose recommender is at hand.
  init(
    _ content: TrialContent, _ recommender: RecommenderType, system: String, folder: String? = nil
  ) {
    (self.content, self.recommender, self.system) = (content, recommender, system)
    identity = content.identity
    self.folder = folder ?? identity
  }

  /// Every setting, defaults included.
  var settings: JSON { content.settings(of: recommender) }
  /// The seed of everything random, the split included unless its settings name another.
  package var seed: Int { content.training.seed }
  /// What the trial is for.
  var purpose: Purpose { content.training.purpose }
  /// How long it trains; 0 for what is fitted once.
  package var epochs: Int { content.epochs }
  var metrics: [Metric] { content.metrics }
  /// How items with equal scores are ordered.
  var ties: TieOrder { content.ties }
  /// What is ranked, and for whom.
  var candidates: CandidateSettings { content.candidates }

  /// The published split that it is measured on; nil where its split is none.
  var fold: String? { content.data.split.name }

  /// For messages.
  var name: String { "\(system), seed \(seed)\(fold.map { ", \($0)" } ?? "")" }

  /// What is measured after an epoch: everything after the last.
  func metrics(at epoch: Int) -> [Metric] {
    epoch == epochs || content.curveMetrics.isEmpty ? metrics : content.curveMetrics
  }
}

/// What a trial is, in the folder of the trial, in its checkpoint and for the worker that works on
/// it.
struct TrialContent: Settings {
  var training = Training()
  /// How long it trains; 0 for what is fitted once.
  var epochs = 0
  /// What the spec says of the data, paths included.
  var data = DataSettings()
  var metrics: [Metric] = []
  /// How items with equal scores are ordered.
  var ties = TieOrder.id
  /// What is ranked, and for whom.
  var candidates = CandidateSettings()
  /// The SHA-256 of the file of candidates; empty without one.
  var candidateDigest = ""
  /// Where the files are that the settings name, by what they hold.
  var paths: [String: String] = [:]
  /// Epochs between two measurements; the last epoch is always measured.
  var evaluateEvery = 1
  /// What is measured before the last epoch; empty: all of them.
  var curveMetrics: [Metric] = []
  /// Epochs between two checkpoints; changes no result.
  var checkpointEvery = 1
  /// Epochs between two models that are kept, see ``KeptEpochs``; changes no result.
  var keepEvery: Int?
  /// What something is chosen by, along the curve: a training that was not measured so is of no
  /// use.
  var chosenBy: [Metric] = []

  init() {}

  /// The trial of a system's settings on a data set divided by its seed.
  ///
  /// - Parameter pipeline: the spec's; it is part of the trial if the settings ask for what it makes.
  init(
    _ type: RecommenderType, _ settings: JSON, seed: Int, _ purpose: Trial.Purpose,
    _ schedule: TrainingSettings, _ data: DataSettings, _ pipeline: Pipeline, dataDigest: String,
    splitDigest: String
  ) {
    training.recommender = type.name
    training.algorithmVersion = type.algorithmVersion
    (training.settings, training.seed, training.purpose) = (settings, seed, purpose)
    (training.data, self.data) = (data.withoutPaths, data)
    (training.dataDigest, training.splitDigest) = (dataDigest, splitDigest)
    training.pipeline = pipeline.asked(by: type, settings)
    checkpointEvery = schedule.checkpointEvery
    guard type.learnsByEpochs else { return }
    (epochs, evaluateEvery) = (schedule.epochs, schedule.evaluateEvery)
    curveMetrics = schedule.curveMetrics
    if purpose == .reporting { keepEvery = schedule.keepEvery }
    guard purpose == .choosing, let stopping = schedule.earlyStopping else { return }
    (training.stopping, training.lookEvery) = (stopping, evaluateEvery)
    chosenBy = [stopping.metric]
  }

  static let fields: [Field<TrialContent>] = [
    .object("training", \.training, "what decides the weights").required(),
    .integer("epochs", \.epochs, 0...(.max), "how long it trains").required(),
    .object("data", \.data, "the data, as the spec has them").required(),
    .metrics("metrics", \.metrics, "what is measured after the last epoch").required(),
    .choice("ties", \.ties, "how items with equal scores are ordered"),
    .object("candidates", \.candidates, "what is ranked, and for whom").omittedByDefault(),
    .text("candidateDigest", \.candidateDigest, "SHA-256 of the file of candidates")
      .omittedByDefault(),
    .custom(
      "paths", \.paths, .map(.text), "where files of the settings are, by their SHA-256",
      decode: { json throws(Problem) in
        var paths: [String: String] = [:]
        for member in try json.asObject() { paths[member.key] = try member.value.asString() }
        return paths
      },
      encode: { paths in
        .object(paths.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      }
    ).omittedByDefault(),
    .integer("evaluateEvery", \.evaluateEvery, 1...(.max), "epochs between two measurements"),
    .metrics("curveMetrics", \.curveMetrics, "what is measured before the last epoch")
      .omittedByDefault(),
    .integer("checkpointEvery", \.checkpointEvery, 1...(.max), "epochs between two checkpoints"),
    .integer("keepEvery", \.keepEvery, 1...(.max), "epochs between two kept models")
      .omittedByDefault(),
    .metrics("chosenBy", \.chosenBy, "what something is chosen by").omittedByDefault(),
  ]

  /// How long it trains, and when it is looked at.
  var schedule: TrainingSettings {
    var schedule = TrainingSettings()
    (schedule.epochs, schedule.evaluateEvery) = (epochs, evaluateEvery)
    (schedule.curveMetrics, schedule.checkpointEvery) = (curveMetrics, checkpointEvery)
    schedule.keepEvery = keepEvery
    return schedule
  }

  /// The hash of its training, and how long it is.
  var identity: String { "\(training.hash)-\(epochs)" }

  /// What tells apart two measurements of one training: which metrics, in any order, how ties fall,
  /// and what is ranked for whom where that is not the usual.
  var measurement: String {
    let names = metrics.map(\.name).sorted().map(JSON.string)
    var members = [("metrics", JSON.array(names)), ("ties", .string(ties.rawValue))]
    if !candidates.isStandard {
      members.append(("candidates", candidates.changingPath { _ in candidateDigest }.encoded()))
    }
    let content = JSON.object(members)
    return String(SHA256.hex(of: content.canonicalText).prefix(12))
  }
}
