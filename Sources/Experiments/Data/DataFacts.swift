import Basics
import Datasets
import Foundation
import Results

/// What a run saw of the data that some systems of a spec use: all that a report needs of them, so
/// that it can do without the data.
///
/// Kept as `<results>/.trials/data/<hash of task and settings>.json`.
struct DataFacts: SealedFile, Equatable {
  static let kind = "data"
  static let format = 1

  /// A seed's split.
  struct SplitFacts: Settings, Equatable {
    var seed = 0
    var digest = ""
    /// Nil in files that do not say.
    var counts: SplitCounts?

    static var fields: [Field<Self>] {
      [
        .integer("seed", \.seed, 0...(.max), "seed of the split").required(),
        .text("digest", \.digest, "digest of the split").required(),
        .object("counts", \.counts, "what the parts hold").omittedByDefault(),
      ]
    }
  }

  /// What the spec says of the data.
  var settings = JSON.object([])
  /// The name of the task that they are divided for.
  var task = LearningTask.ranking.name
  /// The SHA-256 of the data set's source bytes.
  var digest = ""
  /// What the data set does not hold of its source; empty when it holds all.
  var note = ""
  /// What the data set holds; nil in files that do not say.
  var counts: DataCounts?
  /// One a seed.
  var splits: [SplitFacts] = []

  init() {}

  /// The facts of data at hand.
  init(_ data: DividedData) {
    settings = data.settings.encoded()
    task = data.task.name
    digest = data.dataset.digest
    note = Self.note(of: data.dataset)
    splits = data.parts.sorted { $0.key < $1.key }.map {
      var split = SplitFacts()
      (split.seed, split.digest) = ($0.key, $0.value.digest)
      split.counts = $0.value.counts(hasUsers: data.settings.hasUsers)
      return split
    }
    counts = DataCounts(data.settings, data.dataset, splits.first?.counts)
  }

  static var fields: [Field<Self>] {
    [
      .raw("settings", \.settings, "what the spec says of the data").required(),
      .text("task", \.task, "what the data are divided for").omittedByDefault(),
      .text("digest", \.digest, "SHA-256 of the data").required(),
      .text("note", \.note, "what the data set does not hold of its source").required(),
      .object("counts", \.counts, "what the data set holds").omittedByDefault(),
      .objects("splits", \.splits, "digest and sizes of each seed's split").required(),
    ]
  }

  /// How a data set's source was understood, and what it does not hold of it; empty where there is
  /// nothing to say.
  static func note(of dataset: Dataset) -> String {
    let notes = dataset.notes + (dataset.dropped.note.map { [$0] } ?? [])
    return notes.isEmpty ? "" : "\(dataset.name): \(notes.joined(separator: "; "))"
  }

  /// The digest of a seed's split; nil where no run has made it.
  func splitDigest(seed: Int) -> String? { splits.first { $0.seed == seed }?.digest }

  /// Whether they are of these data, divided for this task.
  func isOf(_ settings: DataSettings, for task: LearningTask) -> Bool {
    self.task == task.name && self.settings == settings.encoded()
  }

  /// The facts that an earlier run left; nil where none did, or not of all these seeds.
  static func kept(
    of settings: DataSettings, for task: LearningTask, seeds: [Int], results: String
  ) -> DataFacts? {
    guard let facts = try? DataFacts(reading: path(settings.encoded(), task.name, results)),
      facts.isOf(settings, for: task), seeds.allSatisfy({ facts.splitDigest(seed: $0) != nil })
    else { return nil }
    return facts
  }

  /// Keeps the facts for reports, beside those of other seeds of the same data.
  ///
  /// What cannot be kept is no reason to stop: reports then need the data.
  func keep(results: String) {
    let path = Self.path(settings, task, results)
    Files.removeTemporaries(in: Files.folder(of: path), sharing: true)
    var whole = self
    if let before = try? DataFacts(reading: path), before.digest == digest {
      if counts == before.counts, splits.allSatisfy(before.splits.contains) { return }
      whole.splits += before.splits.filter { old in !splits.contains { $0.seed == old.seed } }
      whole.splits.sort { $0.seed < $1.seed }
    }
    try? whole.write(to: path)
  }

  private static func path(_ settings: JSON, _ task: String, _ results: String) -> String {
    "\(results)/.trials/data/\(SHA256.hex(of: "\(task) \(settings.canonicalText)")).json"
  }
}

extension [DataFacts] {
  /// The SHA-256 of the data: of one data set its own, of several that of theirs, a line each.
  static func digest(of digests: [String]) -> String {
    var distinct: [String] = []
    for digest in digests where !distinct.contains(digest) { distinct.append(digest) }
    guard distinct.count != 1 else { return distinct[0] }
    return SHA256.hex(of: distinct.map { $0 + "\n" }.joined())
  }
}
