import Basics
import Datasets
import Engine
import Recommenders

/// A spec and what is known of its data: what a trial of any system and settings is, and how its
/// files are read.
struct Plan: Sendable {
  let spec: Spec
  /// The seeds that are used, in the spec's order.
  let seeds: [Int]
  /// The SHA-256 of all data, see ``DataFacts``.
  let dataDigest: String
  /// What the data sets do not hold of their sources, for the footnotes.
  let dataNotes: [String]
  /// What the rows of tables of data sets hold, each once.
  let counts: [CountedRow]
  /// What is known of the data of each system, each once.
  let facts: [DataFacts]
  /// What the spec's pipeline found in the data of each system, each once.
  let pipelines: [PipelineFacts]
  /// What the systems learn from, each once; none in a report that does without the data.
  private let data: [DividedData]
  private let results: String
  private let again: Set<Again>
  private let ownKernelsOnly: Bool
  /// How files of systems and candidates are read.
  private let files: GivenFiles
  /// The SHA-256 of the file of candidates; empty without one.
  private let candidateDigest: String
  private let machine = MachineFacts.current()

  /// Loads the data, which are fetched if need be, and splits them for every seed.
  ///
  /// - Parameter isReport: whether nothing is trained: then what a run kept is enough where data
  ///   are not at hand.
  /// - Throws: `Problem` where the data lack what the spec asks for.
  static func make(
    _ spec: Spec, _ options: Runner.Options, isReport: Bool = false,
    report: @escaping @Sendable (String) -> Void
  ) async throws -> Plan {
    BLAS.useOneThread()
    let seeds = spec.seeds(options.seeds)
    let hasFiles =
      spec.candidates.file != nil || spec.systems.contains { !$0.recommender.fileSettings.isEmpty }
    var datasets = LoadedDatasets()
    var (facts, data): ([DataFacts], [DividedData]) = ([], [])
    var pipelines: [PipelineFacts] = []
    func reading(_ facts: DataFacts) -> PipelineFacts? {
      isReport
        ? .kept(spec.pipeline, of: facts, seeds: seeds, results: options.results) : nil
    }
    for use in try spec.dataUses() {
      guard let task = use.task else { continue }
      let settings = use.settings
      if isReport, !settings.isAtHand(in: options.folders),
        let kept = DataFacts.kept(
          of: settings, for: task, seeds: seeds, results: options.results)
      {
        report("\(settings.dataset): not at hand; taken as the run has seen it")
        facts.append(kept)
        pipelines += reading(kept).map { [$0] } ?? []
        continue
      }
      let divided = try DividedData(
        settings, for: task, try await datasets.dataset(of: settings, options, report: report),
        seeds: seeds)
      // A report does without the files that systems were read from.
      if !isReport || !hasFiles { try spec.check(divided) }
      data.append(divided)
      let own = DataFacts(divided)
      facts.append(own)
      if !isReport { own.keep(results: options.results) }
      guard !spec.pipeline.isEmpty, task == .ranking else { continue }
      let mined = try reading(own) ?? PipelineFacts(spec, own, divided)
      pipelines.append(mined)
      if !isReport { mined.keep(results: options.results) }
    }
    var counts: [CountedRow] = []
    for row in spec.tables.flatMap(\.datasets) where !counts.contains(where: { $0.is == row }) {
      let dataset = try await datasets.dataset(of: row.data, options, report: report)
      counts.append(
        CountedRow(
          is: row, counts: try DatasetCounts(dataset, feedback: row.data.feedback),
          others: try spec.countRules(of: row, in: dataset)))
    }
    let files =
      isReport && hasFiles
      ? GivenFiles(seenBy: KeptTrials.contents(results: options.results)) : GivenFiles()
    return try Plan(spec, seeds, datasets.all, counts, facts, pipelines, data, files, options)
  }

  private init(
    _ spec: Spec, _ seeds: [Int], _ datasets: [Dataset], _ counts: [CountedRow],
    _ facts: [DataFacts], _ pipelines: [PipelineFacts], _ data: [DividedData], _ files: GivenFiles,
    _ options: Runner.Options
  ) throws(Problem) {
    (self.spec, self.seeds, self.counts, self.facts) = (spec, seeds, counts, facts)
    self.pipelines = pipelines
    // Those of tables come after those of systems.
    dataDigest = [DataFacts].digest(of: facts.map(\.digest) + datasets.map(\.digest))
    var notes: [String] = []
    for note in facts.map(\.note) + datasets.map(DataFacts.note)
    where !note.isEmpty && !notes.contains(note) { notes.append(note) }
    dataNotes = notes
    (self.data, results, again) = (data, options.results, options.again)
    ownKernelsOnly = options.ownKernelsOnly
    self.files = files
    candidateDigest = try spec.candidates.file.map(files.digest) ?? ""
  }

  /// The trials of a system's settings, one a seed and fold.
  ///
  /// - Parameters:
  ///   - epochs: how long they train; nil: as long as the spec says.
  ///   - selection: what is chosen by them.
  func trials(
    _ system: SystemSpec, _ settings: JSON, _ purpose: Trial.Purpose, epochs: Int? = nil,
    for selection: SelectionSettings? = nil
  ) throws -> [Trial] {
    var training = try spec.training(of: system)
    if let epochs { training.epochs = epochs }
    let folds = try spec.data(of: system).byFold.map { data throws(Problem) in
      guard let facts = facts.first(where: { $0.isOf(data, for: system.recommender.task) }) else {
        throw Problem.usage("no system of the spec has the data \(data)")
      }
      return (data, facts)
    }
    let (sealed, paths) = try system.recommender.sealed(settings, by: files)
    var trials: [Trial] = []
    for (seed, (data, facts)) in seeds.flatMap({ seed in folds.map { (seed, $0) } }) {
      guard let splitDigest = facts.splitDigest(seed: seed) else { continue }
      var content = TrialContent(
        system.recommender, sealed, seed: seed, purpose, training, data, spec.pipeline,
        dataDigest: facts.digest, splitDigest: splitDigest)
      (content.metrics, content.ties, content.paths) = (spec.metrics, spec.ties, paths)
      (content.candidates, content.candidateDigest) = (spec.candidates, candidateDigest)
      // What is reported of a chosen epoch is taken from the curve, all of it.
      let chosenBy = selection.map { $0.part == .test ? spec.metrics : [$0.metric] } ?? []
      content.chosenBy += chosenBy.filter { !content.chosenBy.contains($0) }
      var trial = Trial(content, system.recommender, system: system.label)
      if ownKernelsOnly { trial.folder = ownFolder(of: trial) }
      trials.append(trial)
    }
    return trials
  }

  /// The work of one of these trials.
  func work(
    on trial: Trial, interruption: Interruption, observe: @escaping TrialObserver
  ) throws(Problem) -> TrialRun {
    TrialRun(
      trial: trial, folder: folder(of: trial), parts: try parts(of: trial),
      specText: spec.encoded().canonicalText, facts: machine, again: again, observe: observe,
      interruption: interruption)
  }

  private func parts(of trial: Trial) throws(Problem) -> any TrialParts {
    let (settings, task) = (trial.content.data, trial.recommender.task)
    guard let data = data.first(where: { $0.task == task && $0.settings == settings }),
      let parts = data.parts[trial.seed]
    else { throw .usage("\(trial.name): the spec has no such data or seed") }
    return parts
  }

  /// The sizes of a trial's data.
  func sizes(of trial: Trial) throws(Problem) -> TrialSizes {
    try parts(of: trial).sizes(for: trial.purpose)
  }

  /// The trials that the spec may come to, the chosen ones among all that may be chosen.
  func everyTrial() throws -> [Trial] {
    try spec.systems.flatMap { system in
      let configurations = try system.configurations()
      let searches = try spec.choosing(for: system)?.part == .validation
      return try system.search.points(of: configurations).flatMap {
        try trials(system, $0.settings, searches ? .choosing : .reporting)
      }
    }
  }

  /// The kernels of this process.
  var kernels: String { machine.provenance.processor }

  /// The folder of a trial that no other kernels have worked on: that of its identity, unless they
  /// have.
  private func ownFolder(of trial: Trial) -> String {
    let others = TrialFolder(trial.identity, results: results).kernels.filter { $0 != kernels }
    guard !others.isEmpty else { return trial.identity }
    return "\(trial.identity)-\(FileName.words(kernels))"
  }

  /// Where the files of a trial are.
  func folder(of trial: Trial) -> TrialFolder { TrialFolder(trial, results: results) }
}
