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
  /// Which events count.
  public var feedback = Feedback.allRatings
  /// How the interactions are divided.
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
    Feedback.field("feedback", \.feedback, "which events count as an interaction"),
    .object("split", \.split, "how the interactions are divided"),
  ]

  /// Whether there is a part to choose settings by.
  public var hasValidation: Bool { split.validation > 0 || split.validationFile != nil }

  /// Refuses `files` where they are not used, and asks for them where they are needed.
  public func check(_ json: JSON) throws(Problem) {
    if dataset == FilesSource.name {
      guard !files.isEmpty || split.method == .files else {
        throw json.problem("the data set \"files\" needs \"files\", the files it is read from")
      }
    } else if !files.isEmpty {
      throw (json["files"] ?? json).problem(
        "\"files\" is used by the data set \"files\" only, not by \"\(dataset)\"")
    }
  }

  /// Reads the data set, fetching it first if need be. Throws as `DatasetSource.load` does.
  public func load(
    from folders: DataFolders, commands: Commands = .system,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws(Problem) -> Dataset {
    guard dataset == FilesSource.name else {
      return try await DatasetList.named(dataset).load(
        from: folders, commands: commands, report: report)
    }
    let ofSplit = [split.trainFile, split.validationFile, split.testFile].compactMap(\.self)
    return try FilesSource.load(files.isEmpty ? ofSplit : files)
  }

  /// Divides the data set; `seed` is the trial's. Throws as `makeSplit` does.
  public func makeSplit(_ dataset: Dataset, seed: UInt64) throws(Problem) -> Split {
    try Datasets.makeSplit(dataset, feedback: feedback, settings: split, seed: seed)
  }
}
