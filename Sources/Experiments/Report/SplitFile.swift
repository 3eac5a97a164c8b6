import Basics
import Datasets
import Results

/// What the data of a spec were divided into, for readers of its tables: `split.csv`, a line a data
/// set and seed. What a task does not have, and what is not known, is empty.
struct SplitFile {
  /// The name of the file, without its ending.
  static let name = "split"

  private let lines: [[String]]

  /// What is known of the data of a spec's systems.
  init(_ spec: Spec, _ outcome: Runner.Outcome) throws(Problem) {
    var lines: [[String]] = []
    for facts in outcome.facts {
      var systems: [String] = []
      for system in spec.systems
      where try spec.data(of: system).byFold.contains(where: {
        facts.isOf($0, for: system.recommender.task)
      }) {
        systems.append(system.label)
      }
      let data = try DataSettings(decoding: facts.settings)
      for seed in outcome.seeds {
        let split = facts.splits.first { $0.seed == seed }
        let about = ["\(data)", systems.joined(separator: "; "), "\(seed)"]
        lines.append(about + Self.numbers(facts.counts, split?.counts))
      }
    }
    self.lines = lines
  }

  static let header = [
    "data", "systems", "seed", "events", "dropped", "dropped_why", "no_feedback", "repeats_merged",
    "interactions", "train", "validation", "test", "users", "users_tested", "users_without_test",
    "users_without_interaction", "users_tested_not_learned", "candidate_items",
    "items_without_interaction", "items_not_learned", "label_1_learned", "label_1_tested",
    "below_minimum",
  ]

  private static func numbers(_ data: DataCounts?, _ split: SplitCounts?) -> [String] {
    let dropped = data?.dropped ?? []
    let why = dropped.map { "\($0.count): \($0.reason)" }.joined(separator: "; ")
    func text(_ count: Int?) -> String { count.map(String.init) ?? "" }
    return [text(data?.events), text(data.map { _ in dropped.reduce(0) { $0 + $1.count } }), why]
      + [
        data?.refused, data?.repeats, data?.interactions, split?.train, split?.validation,
        split?.test, data?.users, split?.usersTested, split?.usersWithoutTest,
        split?.usersWithoutInteraction, split?.usersNotLearned,
        split?.itemsWithoutInteraction == nil ? nil : data?.items, split?.itemsWithoutInteraction,
        split?.itemsNotLearned, split?.clicksLearned, split?.clicksTested, data?.tooFew,
      ].map(text)
  }

  /// The text of the file.
  var csv: String { CSV.text(header: Self.header, rows: lines) }

  /// Writes the file into a folder. Throws `Problem.run` where that cannot be done.
  func write(to folder: String) throws(Problem) {
    try Files.writeAtomically(csv, to: "\(folder)/\(Self.name).csv")
  }
}
