import Basics

/// What a spec says of its data.
///
/// ```json
/// { "dataset": "ml-100k", "feedback": "all-ratings", "split": { "method": "random", "test": 0.2 } }
/// ```
package struct DataSettings: Settings, Equatable {
  /// A name of `DatasetList`.
  package var dataset = ""
  /// What is said of this data set alone, under a key of its own.
  var given = OwnSettings()
  /// Which events count.
  package var feedback = Feedback.allRatings
  /// What becomes of several events of one user and item; nil: the first counts, and of records
  /// every one.
  package var duplicates: Duplicates?
  /// Which events make a held-out item relevant; nil: all.
  package var liked: LikedRule?
  /// How many interactions users and items need; nil: one, and those without any are candidates all
  /// the same.
  package var minimum: MinimumCounts?
  /// How many of the interactions are kept, drawn by the seed of the split before it is made; nil:
  /// all.
  ///
  /// Samples of one seed are nested: that of 10,000 is part of that of 100,000. Users and items
  /// that have no interaction left stay: every item is ranked whatever the sample, so that
  /// accuracies trained on more and more data are accuracies at one task, and what rises is not
  /// that the catalogue shrinks. A user without a held-out interaction is not tested, as always.
  package var sample: Int?
  /// What is predicted of each record; nil: items are ranked.
  package var clicks: ClickSettings?
  /// How the interactions, or the records, are divided.
  package var split = SplitSettings()

  /// No data set yet; everything else by default.
  package init() {}

  /// The keys of a spec's `data`.
  package static let fields: [Field<DataSettings>] =
    [name] + DatasetList.all.compactMap { $0.settings?.field } + common

  private static let name = Field<DataSettings>.custom(
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
  ).required()

  /// What can be said of every data set.
  private static let common: [Field<DataSettings>] = [
    Feedback.field("feedback", \.feedback, "which events count as an interaction"),
    .choice(
      "duplicates", \.duplicates,
      "which of several events of one user and item counts; null: the first"
    ).omittedByDefault(),
    .object(
      "liked", \.liked,
      "which events make a held-out item relevant, by a column of the data set; null: all"
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

  /// Divides the records of the data set; `seed` is the trial's. Throws as `makeRecordSplit` does.
  package func makeRecordSplit(_ dataset: Dataset, seed: UInt64) throws(Problem) -> RecordSplit {
    try Datasets.makeRecordSplit(dataset, sample: sample, settings: split, seed: seed)
  }

  /// Divides the data set; `seed` is the trial's. Throws as `makeSplit` does.
  package func makeSplit(_ dataset: Dataset, seed: UInt64) throws(Problem) -> Split {
    try Datasets.makeSplit(
      dataset, feedback: feedback, duplicates: duplicates ?? .first, liked: liked,
      sample: sample, settings: split, seed: seed)
  }
}
