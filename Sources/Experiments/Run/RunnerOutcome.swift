import Results

extension Runner {
  /// All that a spec measured.
  public struct Outcome: Sendable {
    /// One a system and seed, in the spec's order.
    public var results: [TrialResult] = []
    /// What was chosen for which system, for the footnotes.
    public var choices: [String] = []
    /// What was tried to choose among the points of a grid.
    public var searches: [SearchRecord] = []
    /// What was counted for tables of data sets.
    public var counts: [CountedRow] = []
    /// What the data sets do not hold of their sources, for the footnotes.
    public var dataNotes: [String] = []
    /// The SHA-256 of the data set that was learned from and measured on; of several, that of theirs,
    /// a line each.
    public var dataDigest: String
    /// The seeds that were used, in the spec's order.
    public var seeds: [Int] = []
    /// The results folder that the trials are in.
    public var trials: String
  }
}
