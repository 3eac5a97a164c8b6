import Basics
import Foundation

/// What a spec says of its data.
///
/// ```json
/// { "dataset": "ml-100k", "feedback": "all-ratings", "split": { "method": "random", "test": 0.2 } }
/// ```
package struct DataSettings: Settings, Equatable {
  /// A name of `DatasetList`.
  package var dataset = ""
  /// What the data set "files" is read from. Without any it is read from the files of the split.
  package var files: [String] = []
  /// What the data set "csv" is read from; nil for any other.
  package var csv: CSVSettings?
  /// The sizes of the data set "behaviour-log"; nil: the usual ones.
  package var simulation: BehaviourLogSettings?
  /// Which events count.
  package var feedback = Feedback.allRatings
  /// What becomes of several events of one user and item; nil: the first counts, and of records every one.
  package var duplicates: Duplicates?
  /// How many interactions users and items need; nil: one, and those without any are candidates all the same.
  package var minimum: MinimumCounts?
  /// How many of the interactions are kept, drawn by the seed of the split before it is made; nil: all.
  ///
  /// Samples of one seed are nested: that of 10,000 is part of that of 100,000. Users and items that
  /// have no interaction left stay: every item is ranked whatever the sample, so that accuracies
  /// trained on more and more data are accuracies at one task, and what rises is not that the
  /// catalogue shrinks. A user without a held-out interaction is not tested, as always.
  package var sample: Int?
  /// What is predicted of each record; nil: items are ranked.
  package var clicks: ClickSettings?
  /// How the interactions, or the records, are divided.
  package var split = SplitSettings()

  /// No data set yet; everything else by default.
  package init() {}

  /// The keys of a spec's `data`.
  package static let fields: [Field<DataSettings>] = [
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
    .object("csv", \.csv, "dataset csv: text files of your own, and what their columns are")
      .omittedByDefault(),
    .object(
      "simulation", \.simulation,
      "dataset behaviour-log: the sizes of the simulation; null: the paper's"
    ).omittedByDefault(),
    Feedback.field("feedback", \.feedback, "which events count as an interaction"),
    .choice(
      "duplicates", \.duplicates,
      "which of several events of one user and item counts; null: the first"
    ).omittedByDefault(),
    .object(
      "minimum", \.minimum, "interactions that users and items need to stay; null: none"
    ).omittedByDefault(),
    .integer(
      "sample", \.sample, 1...Int(Int32.max),
      "interactions kept, drawn by the split's seed before it is made; null: all"
    ).omittedByDefault(),
    .object(
      "clicks", \.clicks, "records whose clicks are predicted; null: items are ranked"
    ).omittedByDefault(),
    .object("split", \.split, "how the interactions, or the records, are divided"),
  ]

  /// Whether every event is a record of its own, and not one of a pair of user and item.
  package var areRecords: Bool { clicks != nil }

  /// Whether there is a part to choose settings by.
  package var hasValidation: Bool { split.validation > 0 || split.validationFile != nil }

  /// Refuses what is not used: `files` of another data set, a sample of a split that files give, a
  /// seed where nothing is drawn. Asks for `files` where they are needed, and for what the task needs of a
  /// file's columns.
  package func check(_ json: JSON) throws(Problem) {
    for (key, isSet) in [("sample", sample != nil), ("minimum", minimum != nil)]
    where isSet && split.method == .files {
      throw (json[key] ?? json).problem(
        "\"\(key)\" is not used when the split comes from files")
    }
    if split.order == .file,
      split.method == .files || SplitSettings.isAnyOrder(split.method, dataset)
    {
      throw (json["split"]?["order"] ?? json).problem(
        "\"file\" is not an order of \(split.method.rawValue), which does not depend on lines")
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
      if duplicates != nil {
        throw (json["duplicates"] ?? json).problem(
          "\"duplicates\" is not used beside \"clicks\", where every record counts")
      }
      if split.method == .leaveOneOut || split.method == .files && csv == nil {
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
    if let csv { try check(csv, json["csv"] ?? json) }
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

  /// Refuses columns that do not say what the task needs to know, and files that are named nowhere or twice.
  private func check(_ csv: CSVSettings, _ json: JSON) throws(Problem) {
    try csv.check(asRecords: areRecords, json)
    guard csv.files.isEmpty == (split.method == .files) else {
      throw (json["files"] ?? json).problem(
        csv.files.isEmpty
          ? "the data set \"csv\" needs \"files\", the files that it is read from"
          : "\"files\" is not used where the split names the files")
    }
  }

  /// Whether both read the same, however they divide what they find there.
  package func isOfSameSource(as other: DataSettings) -> Bool {
    dataset == other.dataset && sources == other.sources && csv == other.csv
      && simulation == other.simulation && minimum == other.minimum
      && (duplicates == nil) == (other.duplicates == nil)
      && split.isCanonical(of: dataset) == other.split.isCanonical(of: dataset)
      && (minimum == nil || selection == other.selection && areRecords == other.areRecords)
  }

  /// The files of the user's own that are read.
  private var sources: [String] {
    if let csv { return csv.files.isEmpty ? split.files : csv.files }
    guard dataset == FilesSource.name else { return [] }
    return files.isEmpty ? split.files : files
  }

  private var selection: Selection {
    Selection(feedback: feedback, duplicates: duplicates ?? .first)
  }

  /// Why it cannot be read in a moment: it would have to be fetched, or simulated at length; nil where it can.
  package func absence(in folders: DataFolders) -> String? {
    if dataset == BehaviourLog.name {
      let records = (simulation ?? BehaviourLogSettings()).records
      return records > 100_000 ? "\(dataset) is not simulated for this" : nil
    }
    return isAtHand(in: folders) ? nil : "data not fetched"
  }

  /// Reads the data set, fetching it first if need be, leaves out users and items with too few interactions,
  /// and puts its events in the order that the split asks for. Throws as `DatasetSource.load` does, and where
  /// nothing is left.
  package func load(
    from folders: DataFolders, commands: Commands = .system,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws(Problem) -> Dataset {
    if let own = try loadOwn() { return own }
    return try prepared(
      await DatasetList.named(dataset).load(from: folders, commands: commands, report: report))
  }

  /// As `load`, of what needs no fetching: files of one's own and simulations; nil for what might.
  package func loadOwn() throws(Problem) -> Dataset? {
    if let csv { return try prepared(CSVSource.load(csv, files: sources)) }
    if let simulation { return try prepared(BehaviourLog.dataset(simulation)) }
    return dataset == FilesSource.name
      ? try prepared(FilesSource.load(sources, allowingRepeats: duplicates != nil)) : nil
  }

  /// The data set as its source has it, without what has too few interactions, in order.
  private func prepared(_ source: Dataset) throws(Problem) -> Dataset {
    var dataset = source
    if let minimum {
      dataset =
        areRecords
        ? try dataset.reducedRecords(to: minimum) : try dataset.reduced(to: minimum, selection)
    }
    guard split.isCanonical(of: self.dataset) else { return dataset }
    return dataset.inCanonicalOrder(keepingFiles: csv != nil && split.method == .files)
  }

  /// Whether the data set can be read without fetching anything.
  package func isAtHand(in folders: DataFolders) -> Bool {
    if simulation != nil || dataset == BehaviourLog.name { return true }
    if csv != nil || dataset == FilesSource.name {
      return (sources + (csv?.attributeFiles ?? [])).allSatisfy(FileManager.default.fileExists)
    }
    guard let source = try? DatasetList.named(dataset) else { return false }
    return ((try? source.locate(folders)) ?? nil) != nil
  }

  /// Divides the records of the data set; `seed` is the trial's. Throws as `makeRecordSplit` does.
  package func makeRecordSplit(_ dataset: Dataset, seed: UInt64) throws(Problem) -> RecordSplit {
    try Datasets.makeRecordSplit(dataset, sample: sample, settings: split, seed: seed)
  }

  /// Divides the data set; `seed` is the trial's. Throws as `makeSplit` does.
  package func makeSplit(_ dataset: Dataset, seed: UInt64) throws(Problem) -> Split {
    try Datasets.makeSplit(
      dataset, feedback: feedback, duplicates: duplicates ?? .first, sample: sample,
      settings: split, seed: seed)
  }
}
