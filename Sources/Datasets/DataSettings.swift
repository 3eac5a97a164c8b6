import Foundation
import Schema

/// What a spec says of its data.
///
/// ```json
/// { "dataset": "ml-100k", "feedback": "all-ratings", "split": { "method": "random", "test": 0.2 } }
/// ```
public struct DataSettings: Settings, Equatable {
  /// A name of `DatasetList`.
  public var dataset = ""
  /// What the data set "files" is read from. Without any it is read from the files of the split.
  public var files: [String] = []
  /// What the data set "csv" is read from; nil for any other.
  public var csv: CSVSettings?
  /// The sizes of the data set "behaviour-log"; nil: the usual ones.
  public var simulation: BehaviourLogSettings?
  /// Which events count.
  public var feedback = Feedback.allRatings
  /// How many of the interactions are kept, drawn by the seed of the split before it is made; nil: all.
  ///
  /// Samples of one seed are nested: that of 10,000 is part of that of 100,000. Users and items that
  /// have no interaction left stay: every item is ranked whatever the sample, so that accuracies
  /// trained on more and more data are accuracies at one task, and what rises is not that the
  /// catalogue shrinks. A user without a held-out interaction is not tested, as always.
  public var sample: Int?
  /// What is predicted of each record; nil: items are ranked.
  public var clicks: ClickSettings?
  /// How the interactions, or the records, are divided.
  public var split = SplitSettings()

  /// No data set yet; everything else by default.
  public init() {}

  /// The keys of a spec's `data`.
  public static let fields: [Field<DataSettings>] = [
    .custom(
      "dataset", \.dataset, .choice(DatasetList.all.map(\.name)),
      "what is learned from; \"files\": files of your own",
      decode: { json throws(Problem) in
        let name = try json.asString()
        let known = DatasetList.all.map(\.name)
        guard known.contains(name) else {
          throw json.problem("unknown data set \"\(name)\"" + suggestion(for: name, among: known))
        }
        return name
      },
      encode: { .string($0) }
    ).required(),
    .texts(
      "files", \.files, "dataset files: files of user item [rating [time]] lines"),
    .object("csv", \.csv, "dataset csv: files with a header line, and what their columns are")
      .omittedByDefault(),
    .object(
      "simulation", \.simulation,
      "dataset behaviour-log: the sizes of the simulation; null: the paper's"
    ).omittedByDefault(),
    Feedback.field("feedback", \.feedback, "which events count as an interaction"),
    .integer(
      "sample", \.sample, 1...Int(Int32.max),
      "interactions kept, drawn by the split's seed before it is made; null: all"
    ).omittedByDefault(),
    .object(
      "clicks", \.clicks, "records whose clicks are predicted; null: items are ranked"
    ).omittedByDefault(),
    .object("split", \.split, "how the interactions, or the records, are divided"),
  ]

  /// What is learned.
  public var task: LearningTask { clicks == nil ? .ranking : .clicks }

  /// Whether there is a part to choose settings by.
  public var hasValidation: Bool { split.validation > 0 || split.validationFile != nil }

  /// Refuses what is not used: `files` of another data set, a sample of a split that files give, a
  /// seed where nothing is drawn. Asks for `files` where they are needed.
  public func check(_ json: JSON) throws(Problem) {
    if sample != nil, split.method == .files {
      throw (json["sample"] ?? json).problem(
        "\"sample\" is not used when the split comes from files")
    }
    if sample == nil, split.seed != nil, !split.method.draws {
      throw (json["split"]?["seed"] ?? json).problem(
        "\"seed\" is not used by \(split.method.rawValue), which draws nothing")
    }
    if clicks != nil {
      if feedback != .allRatings {
        throw (json["feedback"] ?? json).problem(
          "\"feedback\" is not used beside \"clicks\", whose label says what counts")
      }
      if split.method == .files || split.method == .leaveOneOut {
        throw (json["split"]?["method"] ?? json).problem(
          "\"\(split.method.rawValue)\" divides interactions; expected \"random\","
            + " \"random-per-user\" or \"by-time\" for records")
      }
    }
    guard (csv != nil) == (dataset == CSVSource.name) else {
      throw (json["csv"] ?? json).problem(
        csv == nil
          ? "the data set \"csv\" needs \"csv\", the files and columns that it is read from"
          : "\"csv\" is used by the data set \"csv\" only, not by \"\(dataset)\"")
    }
    if simulation != nil, dataset != BehaviourLog.name {
      throw (json["simulation"] ?? json).problem(
        "\"simulation\" is used by the data set \"\(BehaviourLog.name)\" only, not by \"\(dataset)\""
      )
    }
    if dataset == FilesSource.name {
      guard !files.isEmpty || split.method == .files else {
        throw json.problem("the data set \"files\" needs \"files\", the files it is read from")
      }
    } else if !files.isEmpty {
      throw (json["files"] ?? json).problem(
        "\"files\" is used by the data set \"files\" only, not by \"\(dataset)\"")
    }
  }

  /// Whether both read the same files, however they select and divide what they find there.
  public func isOfSameSource(as other: DataSettings) -> Bool {
    dataset == other.dataset && sources == other.sources && csv == other.csv
      && simulation == other.simulation
  }

  /// The files that "files" is read from.
  private var sources: [String] {
    guard dataset == FilesSource.name else { return [] }
    let ofSplit = [split.trainFile, split.validationFile, split.testFile].compactMap(\.self)
    return files.isEmpty ? ofSplit : files
  }

  /// Why it cannot be read in a moment: it would have to be fetched, or simulated at length; nil where it can.
  public func absence(in folders: DataFolders) -> String? {
    if dataset == BehaviourLog.name {
      let records = (simulation ?? BehaviourLogSettings()).records
      return records > 100_000 ? "\(dataset) is not simulated for this" : nil
    }
    return isAtHand(in: folders) ? nil : "data not fetched"
  }

  /// Reads the data set, fetching it first if need be. Throws as `DatasetSource.load` does.
  public func load(
    from folders: DataFolders, commands: Commands = .system,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws(Problem) -> Dataset {
    if let csv { return try CSVSource.load(csv) }
    if let simulation { return BehaviourLog.dataset(simulation) }
    guard dataset == FilesSource.name else {
      return try await DatasetList.named(dataset).load(
        from: folders, commands: commands, report: report)
    }
    return try FilesSource.load(sources)
  }

  /// Whether the data set can be read without fetching anything.
  public func isAtHand(in folders: DataFolders) -> Bool {
    if simulation != nil || dataset == BehaviourLog.name { return true }
    let files = csv?.files ?? (dataset == FilesSource.name ? sources : nil)
    if let files { return files.allSatisfy(FileManager.default.fileExists) }
    guard let source = try? DatasetList.named(dataset) else { return false }
    return ((try? source.locate(folders)) ?? nil) != nil
  }

  /// Divides the records of the data set; `seed` is the trial's. Throws as `makeRecordSplit` does.
  public func makeRecordSplit(_ dataset: Dataset, seed: UInt64) throws(Problem) -> RecordSplit {
    try Datasets.makeRecordSplit(dataset, sample: sample, settings: split, seed: seed)
  }

  /// Divides the data set; `seed` is the trial's. Throws as `makeSplit` does.
  public func makeSplit(_ dataset: Dataset, seed: UInt64) throws(Problem) -> Split {
    try Datasets.makeSplit(
      dataset, feedback: feedback, sample: sample, settings: split, seed: seed)
  }
}
