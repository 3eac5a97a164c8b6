import Basics

/// What a folder of results was made from, and what it took. Only this and tables of costs, with
/// the verdicts on them, hold times.
package struct Manifest: SealedFile, Equatable {
  /// Marks the file.
  package static let kind = "manifest"
  /// Raise it when a key changes its meaning.
  package static let format = 1

  /// The experiment, `ur-gan/table4`.
  package var experiment = ""
  /// The profile and other choices of the command line; empty for none.
  package var profile = ""
  /// Hash of the spec after profiles are merged.
  package var specHash = ""
  /// SHA-256 of the data set's source bytes; of several data sets, that of theirs, a line each.
  package var dataHash = ""
  /// Where and by which program it was made.
  package var provenance = Provenance()
  /// Trials that ran at once.
  package var jobs = 1
  /// The trials, by content hash, in the spec's order.
  package var trials: [String] = []
  /// After how many seeds claims were looked at, where seeds were added until none was
  /// inconclusive; else empty.
  package var looks: [Int] = []
  /// What the rows lack, a line each; empty when all trials have a result.
  package var gaps: [String] = []
  /// Seconds by what they were spent on.
  package var durations: [NamedValue] = []
  /// The most resident memory of any trial, bytes.
  package var peakMemory = 0

  /// An empty manifest, to be filled in or decoded.
  package init() {}

  /// The keys of the JSON object.
  package static var fields: [Field<Self>] {
    [
      .text("experiment", \.experiment, "paper and artifact").required(),
      .text("profile", \.profile, "profile of the spec").required(),
      .text("specHash", \.specHash, "hash of the merged spec").required(),
      .text("dataHash", \.dataHash, "SHA-256 of the data").required(),
      .object("provenance", \.provenance, "where it was made").required(),
      .integer("jobs", \.jobs, 1...4096, "trials at once").required(),
      .texts("trials", \.trials, "content hashes").required(),
      .integers("looks", \.looks, 1...(.max), "seeds after which claims were looked at")
        .omittedByDefault(),
      .texts("gaps", \.gaps, "rows without a result").omittedByDefault(),
      .objects("durations", \.durations, "seconds by purpose").required(),
      .integer("peakMemory", \.peakMemory, 0...(.max), "bytes resident at most").required(),
    ]
  }
}
