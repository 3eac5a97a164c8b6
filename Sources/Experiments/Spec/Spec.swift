import Basics
import Datasets
import Evaluation
import Foundation
import Results

/// What a paper's table or figure claims to have measured, and how we measure it again.
///
/// A spec without `systems`, and without data sets to count, measures nothing: it holds what a
/// paper prints and says, for the audit.
///
/// Decoding checks everything that can be known without data: names, ranges, that every system's
/// settings and grid fit its recommender, that tables and figures show what is measured. A spec is
/// usually read by ``SpecFile``, which merges `extends` and a profile first.
package struct Spec: Settings {
  /// The schema that an editor completes and checks the file by; not used here.
  package var schema: String?
  /// The file that this one changes; ``SpecFile`` has merged it.
  package var extends: String?
  /// What the spec reproduces, in one line.
  package var title = ""
  /// Where the published numbers stand.
  package var source = SourceSpec()
  /// What the paper leaves open, and how it is read here.
  package var assumptions: [String] = []
  /// Where this differs from the paper knowingly.
  package var departures: [String] = []
  /// What is learned from and tested on.
  package var data = DataSettings()
  /// What is mined of users before anything is learned; its features are told to those who ask.
  package var pipeline = Pipeline()
  /// Everything is repeated once for each; tables show mean and standard deviation over them.
  package var seeds: [Int] = []
  package var metrics: [Metric] = []
  /// How items with equal scores are ordered. With ``TieOrder/expected`` neighbourhoods that do not
  /// say otherwise share the places of equal neighbours, too, see ``SpecFile``.
  package var ties = TieOrder.id
  /// What is ranked, and for whom.
  package var candidates = CandidateSettings()
  /// How long systems train and when they are looked at, unless one says otherwise.
  package var training = TrainingSettings()
  /// How grid points and the number of epochs are chosen, unless a system says otherwise; nil: no
  /// choice is made, each system trains for its fixed length.
  package var selection: SelectionSettings?
  package var systems: [SystemSpec] = []
  package var tables: [TableSpec] = []
  package var figures: [FigureSpec] = []
  /// What the paper says in words.
  package var claims: [Claim] = []
  /// The share of a measured value by which it may differ from the committed one where the
  /// processor is of another family: sums are then rounded otherwise, and training amplifies that.
  package var tolerance = 0.02
  /// Named changes to the spec; ``SpecFile`` has merged the one asked for.
  package var profiles = JSON.object([])

  /// An empty spec, which no file may be: the decoder asks for what is missing.
  package init() {}

  /// The keys of a spec.
  package static let fields: [Field<Spec>] = [
    .text("$schema", \.schema, "the JSON schema that editors check the file by"),
    .text("extends", \.extends, "the spec that this one changes, relative to this file"),
    .text("title", \.title, "what is reproduced, in one line").required(),
    .object("source", \.source, "where the published numbers stand"),
    .prose("assumptions", \.assumptions, "what the paper leaves open, and how it is read here"),
    .prose("departures", \.departures, "where this differs from the paper knowingly"),
    .object("data", \.data, "what is learned from and tested on").needing(["systems"]),
    .list(
      "pipeline", \.pipeline.steps, of: StepSpec.kind,
      "steps that mine users before anything is learned",
      decode: { json throws(Problem) in try StepSpec(decoding: json) }, encode: { $0.encoded }
    ).needing(["systems"]).omittedByDefault(),
    .integers("seeds", \.seeds, 0...Int.max, atLeast: 1, "everything is repeated for each")
      .needing(["systems"]),
    .metrics("metrics", \.metrics, "what is measured").needing(["systems"]),
    .choice(
      "ties", \.ties,
      "equal scores rank by item id, in an order drawn from the seed, or in the mean over all orders"
    ).needing(["systems"]).omittedByDefault(),
    .object("candidates", \.candidates, "what is ranked, and for whom").needing(["systems"])
      .omittedByDefault(),
    .object("training", \.training, "how long systems train, unless one says otherwise")
      .needing(["systems"]),
    .object("selection", \.selection, "how grid points and epochs are chosen; null: not at all")
      .needing(["systems"]),
    .objects("systems", \.systems, atLeast: 1, "what is compared; none: nothing is measured")
      .needing(["data", "seeds", "metrics"]),
    .objects("tables", \.tables, "what is printed"),
    .objects("figures", \.figures, "what is drawn"),
    .list(
      "claims", \.claims, of: Claim.fieldKind, "what the paper says in words",
      decode: { json throws(Problem) in try Claim(decoding: json) }, encode: { $0.encoded }),
    .number(
      "tolerance", \.tolerance, 0...1,
      "share by which numbers may differ from the committed ones on another family of processors"),
    .raw(
      "profiles", \.profiles, of: .map(profileKind),
      "named merge patches of this spec, chosen by --profile"),
  ]

  /// Whether there is something to measure: systems, or data sets that a table counts.
  package var isMeasured: Bool { !systems.isEmpty || tables.contains { !$0.datasets.isEmpty } }

  /// The system of that label.
  package func system(_ label: String) -> SystemSpec? {
    systems.first { $0.label == label }
  }

  /// So many seeds: the first of the spec's, after those the least positive numbers that are not
  /// among them; nil: the spec's.
  package func seeds(_ count: Int?) -> [Int] {
    guard let count, count > seeds.count, !seeds.isEmpty else {
      return Array(seeds.prefix(count ?? seeds.count))
    }
    let others = (1...count).filter { !seeds.contains($0) }
    return seeds + others.prefix(count - seeds.count)
  }

  /// The SHA-256 of all that it says; of files of one's own the names alone, wherever they lie.
  package var hash: String {
    var spec = self
    func name(_ path: String) -> String { (path as NSString).lastPathComponent }
    func changed(_ data: DataSettings) -> DataSettings {
      var data = data
      data.changePaths { $0.map(name) }
      return data
    }
    spec.data = changed(spec.data)
    spec.candidates = spec.candidates.changingPath(name)
    for place in spec.systems.indices {
      let type = spec.systems[place].recommender
      spec.systems[place].settings = type.changingPaths(spec.systems[place].settings, name)
    }
    for place in spec.tables.indices {
      spec.tables[place].datasets = spec.tables[place].datasets.map {
        CountedDataset(row: $0.row, data: changed($0.data))
      }
    }
    return SHA256.hex(of: spec.encoded().canonicalText)
  }

  /// What this system learns from and is tested on: the spec's `data` changed by the system's own.
  ///
  /// Throws as decoding does, naming the place in the patch.
  package func data(of system: SystemSpec) throws(Problem) -> DataSettings {
    _ = try system.data.asObject()
    guard system.data != JSON.object([]) else { return data }
    let base = data.encoded()
    try base.checkRemovals(of: system.data)
    return try DataSettings(
      decoding: base.merging(patch: system.data).placed(at: system.data.position))
  }

  /// How long this system trains and when it is looked at: the spec's `training` changed by the
  /// system's own, no longer than `epochLimit`.
  package func training(of system: SystemSpec) throws(Problem) -> TrainingSettings {
    try training.patched(by: system.training)
  }

  /// How this system's grid point and number of epochs are chosen; nil: its length is fixed.
  package func selection(of system: SystemSpec) throws(Problem) -> SelectionSettings? {
    guard !system.selection.isNull else { return nil }
    guard system.selection != JSON.object([]) else { return selection }
    let base = selection?.encoded() ?? .object([])
    return try SelectionSettings(decoding: base.merging(patch: system.selection))
  }

  /// As `selection`; nil, too, where there is nothing to choose: one grid point, and no epochs.
  func choosing(for system: SystemSpec) throws(Problem) -> SelectionSettings? {
    let points = try system.configurations().count
    guard points > 1 || system.recommender.learnsByEpochs else { return nil }
    return try selection(of: system)
  }
}
