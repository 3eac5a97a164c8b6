import Basics
import Datasets
import Results

/// What a pipeline found in the data of some systems of a spec, kept for reports that have to do
/// without the data: `<results>/.trials/pipeline/<hash of data and steps>.json`.
///
/// It is of what reported trials learn from, training and validation data.
struct PipelineFacts: SealedFile, Equatable {
  static let kind = "pipeline"
  static let format = 1
  /// How the names of its files in the results begin.
  static let fileName = "pipeline"

  /// What was found for one seed.
  struct Found: Settings, Equatable {
    var seed = 0
    var tables: [StepTable] = []
    var summaries: [String] = []

    static let fields: [Field<Found>] = [
      .integer("seed", \.seed, 0...(.max), "seed of split and steps").required(),
      .objects("tables", \.tables, "what each step found").required(),
      .texts("summaries", \.summaries, "what became of each feature").required(),
    ]
  }

  /// What the spec says of the data.
  var settings = JSON.object([])
  /// The SHA-256 of the data set's source bytes.
  var digest = ""
  var pipeline = Pipeline()
  /// One a seed.
  var found: [Found] = []

  init() {}

  static let fields: [Field<PipelineFacts>] = [
    .raw("settings", \.settings, "what the spec says of the data").required(),
    .text("digest", \.digest, "SHA-256 of the data").required(),
    .object("pipeline", \.pipeline, "the steps").required(),
    .objects("found", \.found, "what they found for each seed").required(),
  ]

  /// Does the steps on data at hand.
  ///
  /// Throws `Problem` where one cannot be done, for a trial that chooses as well as for one that is
  /// reported.
  init(_ spec: Spec, _ facts: DataFacts, _ data: DividedData) throws(Problem) {
    (settings, digest, pipeline) = (facts.settings, facts.digest, spec.pipeline)
    let isChosenBy = try spec.tellsWhatChooses(data.settings)
    for (seed, parts) in data.parts.sorted(by: { $0.key < $1.key }) {
      if isChosenBy { _ = try parts.mined(by: pipeline, for: .choosing, seed: seed) }
      guard let result = try parts.mined(by: pipeline, for: .reporting, seed: seed) else {
        continue
      }
      var one = Found()
      (one.seed, one.tables, one.summaries) = (seed, result.tables, result.summaries)
      found.append(one)
    }
  }

  /// What an earlier run found; nil where none did, or not for all these seeds.
  static func kept(
    _ pipeline: Pipeline, of facts: DataFacts, seeds: [Int], results: String
  ) -> PipelineFacts? {
    guard !pipeline.isEmpty else { return nil }
    let path = path(facts.settings, pipeline, results)
    guard let kept = try? PipelineFacts(reading: path), kept.pipeline == pipeline,
      kept.digest == facts.digest, kept.settings == facts.settings,
      seeds.allSatisfy({ seed in kept.found.contains { $0.seed == seed } })
    else { return nil }
    return kept
  }

  /// Keeps it for reports, beside what was found for other seeds. What cannot be kept is no reason
  /// to stop: reports then need the data.
  func keep(results: String) {
    let path = Self.path(settings, pipeline, results)
    Files.removeTemporaries(in: Files.folder(of: path), sharing: true)
    var whole = self
    if let before = try? PipelineFacts(reading: path), before.digest == digest,
      before.pipeline == pipeline
    {
      if found.allSatisfy(before.found.contains) { return }
      whole.found += before.found.filter { old in !found.contains { $0.seed == old.seed } }
      whole.found.sort { $0.seed < $1.seed }
    }
    try? whole.write(to: path)
  }

  private static func path(_ settings: JSON, _ pipeline: Pipeline, _ results: String) -> String {
    let text = "\(settings.canonicalText) \(pipeline.encoded().canonicalText)"
    return "\(results)/.trials/pipeline/\(SHA256.hex(of: text)).json"
  }
}

extension Spec {
  /// Whether a system that learns from these data chooses by validation data and is told what the
  /// pipeline makes.
  fileprivate func tellsWhatChooses(_ data: DataSettings) throws(Problem) -> Bool {
    for system in systems {
      guard try self.data(of: system).byFold.contains(data),
        try choosing(for: system)?.part == .validation
      else { continue }
      for configuration in try system.configurations()
      where !pipeline.asked(by: system.recommender, configuration.settings).isEmpty {
        return true
      }
    }
    return false
  }
}
