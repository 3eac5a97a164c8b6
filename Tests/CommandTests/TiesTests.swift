import Basics
import Foundation
import Results
import TestSupport
import Testing

/// How equal scores are ordered, from a spec to its table.
@Suite struct TiesTests {
  /// 20 users who have seen an item each and are tested on another: every system's scores are all
  /// equal. The items tested on have the first ids or the last, by the prefixes.
  private func writeEqual(_ folder: TemporaryFolder, _ name: String, seen: String, tested: String)
    throws
  {
    func lines(_ prefix: String, of users: String = "u") -> String {
      (10...29).map { "\(users)\($0)\t\(prefix)\($0)\n" }.joined()
    }
    // Others have seen those, so that all items are as popular.
    try folder.write(lines(seen) + lines(tested, of: "v"), to: "paper/\(name)-train.tsv")
    try folder.write(lines(tested), to: "paper/\(name)-test.tsv")
  }

  private func spec(_ name: String, _ ties: String?, systems: String, metrics: String) -> String {
    """
    {"title": "Ties", "data": {"dataset": "files", "split": {"method": "files",
       "trainFile": "\(name)-train.tsv", "testFile": "\(name)-test.tsv"}},
     "seeds": [1], "metrics": [\(metrics)], \(ties.map { #""ties": "\#($0)","# } ?? "")
     "systems": [\(systems)], "tables": [{"name": "table", "columns": [\(metrics)]}]}
    """
  }

  private func run(_ folder: TemporaryFolder, _ name: String, _ spec: String) throws
    -> (rows: [TableEntry], text: String)
  {
    try folder.write(spec, to: "paper/\(name).json")
    let result = try Command.reprise(
      ["run", "paper/\(name).json", "--results", "R"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    return (
      try TableEntry.read(folder["R/paper/\(name)/table.csv"]),
      try folder.text(of: "R/paper/\(name)/table.md")
    )
  }

  private static let systems = """
    {"label": "Pop", "recommender": "item-pop"}, {"label": "UserKNN", "recommender": "user-knn"},
    {"label": "EASE", "recommender": "ease"},
    {"label": "SVD", "recommender": "pure-svd", "settings": {"factors": 2}}
    """
  private static let metrics = """
    "hit-rate@10", "ndcg@10", "mrr", "auc", "hit-rate@10(among=15)", "ndcg@10(among=15)",
    "mrr(among=15)"
    """

  @Test func underExpectedTheNamesOfEqualItemsMoveNothing() throws {
    try withTemporaryFolder { folder in
      try writeEqual(folder, "first", seen: "z", tested: "a")
      try writeEqual(folder, "last", seen: "a", tested: "z")
      // By chance: one place in 39, and Σ 1/k over them.
      var (all, few, gain) = (0.0, 0.0, 0.0)
      for place in 1...39 {
        all += 1 / Double(place)
        if place <= 16 { few += 1 / Double(place) }
        if place <= 10 { gain += 1 / log2(Double(place) + 1) }
      }
      let chance: [Double] = [10.0 / 39, gain / 39, all / 39, 0.5, 10.0 / 16, gain / 16, few / 16]
      for name in ["first", "last"] {
        let (rows, text) = try run(
          folder, name, spec(name, "expected", systems: Self.systems, metrics: Self.metrics))
        #expect(rows.count == 28)
        for (place, row) in rows.enumerated() {
          let mean = try #require(row.mean)
          #expect(
            abs(mean - chance[place % 7]) < 1e-9, "\(name), \(row.system), \(row.metric): \(mean)")
        }
        #expect(text.contains("is masked; ties in the mean over their orders\n"))
        #expect(
          text.contains(
            "- Of neighbours that are equal where those kept end, all count by their share: UserKNN\n"
          ))
        #expect(
          text.contains(
            "- Share of the test users whose metrics the order of ties can change: Pop 100.0 %,"
              + " UserKNN 100.0 %, EASE 100.0 %, SVD 100.0 %\n"))
      }
    }
  }

  @Test func byIdTheyDoAndTheTableSaysHowManyLists() throws {
    try withTemporaryFolder { folder in
      try writeEqual(folder, "first", seen: "z", tested: "a")
      try writeEqual(folder, "last", seen: "a", tested: "z")
      let pop = #"{"label": "Pop", "recommender": "item-pop"}"#
      for (name, rate) in [("first", 0.5), ("last", 0)] {
        let given = spec(name, nil, systems: pop, metrics: #""hit-rate@10""#)
        let (rows, text) = try run(folder, name, given)
        #expect(rows.map(\.mean) == [rate])
        #expect(
          text.contains(
            "; what was trained on is masked; ties by ascending item id\n"))
        #expect(text.contains("metrics the order of ties can change: Pop 100.0 %\n"))
        // What is the default need not be said, and makes no other trial.
        let said = spec(name, "id", systems: pop, metrics: #""hit-rate@10""#)
        _ = try run(folder, "\(name)-said", said)
        let trials = try ["", "-said"].map {
          try Manifest(reading: folder["R/paper/\(name)\($0)/manifest.json"]).trials
        }
        #expect(trials[0] == trials[1])
      }
    }
  }

  /// A drawn order is that of the seed: again the same, and of another seed another.
  @Test func seededOrdersRepeatThemselves() throws {
    try withTemporaryFolder { folder in
      try writeEqual(folder, "first", seen: "z", tested: "a")
      let pop = #"{"label": "Pop", "recommender": "item-pop"}"#
      let metrics = #""mrr", "coverage@3""#
      let text = spec("first", "seeded", systems: pop, metrics: metrics)
      let (rows, table) = try run(folder, "a", text)
      #expect(table.contains("ties in an order drawn from the trial's seed\n"))
      let other = try run(folder, "b", text.replacing(#""seeds": [1]"#, with: #""seeds": [2]"#))
      #expect(rows.map(\.mean) != other.rows.map(\.mean))
      _ = try FileManager.default.removeItem(atPath: folder["R"])
      #expect(try run(folder, "a", text).rows.map(\.mean) == rows.map(\.mean))
      // What has no closed form says so.
      let expected = spec("first", "expected", systems: pop, metrics: metrics)
      #expect(
        try run(folder, "c", expected).text.contains(
          "ties in the mean over their orders, but for coverage@3 in one drawn from the trial's seed\n"
        ))
    }
  }

  /// Pairs of few users and items under random names: neighbours, walks and chains move by nothing
  /// that rounding does not.
  @Test func otherNamesGiveTheSameMetrics() throws {
    try withTemporaryFolder { folder in
      var random = Random(seed: 4, stream: "pairs")
      var (train, test): ([(Int, Int)], [(Int, Int)]) = ([], [])
      for user in 0..<30 {
        var own = Array(0..<40)
        random.shuffle(&own)
        train += own[..<4].map { (user, $0) }
        test += own[4..<6].map { (user, $0) }
      }
      // Every item is in training, so that all names have the same items.
      train += (0..<40).filter { item in !train.contains { $0.1 == item } }.map { (30, $0) }
      random.shuffle(&train)
      func write(_ name: String, _ users: [Int], _ items: [Int]) throws {
        for (part, pairs) in [("train", train), ("test", test)] {
          let lines = pairs.enumerated().map { time, pair in
            "\(users[pair.0])\t\(items[pair.1])\t5\t\(1_000_000_000 + time)\n"
          }
          try folder.write(lines.joined(), to: "paper/\(name)-\(part).tsv")
        }
      }
      let systems = """
        {"label": "Pop", "recommender": "item-pop"}, {"label": "Chain", "recommender": "markov-chain"},
        {"label": "Items", "recommender": "item-knn", "settings": {"neighbours": 3}},
        {"label": "Users", "recommender": "user-knn", "settings": {"neighbours": 3}},
        {"label": "Walk", "recommender": "rp3beta", "settings": {"neighbours": 3}}
        """
      let metrics = #""precision@5", "recall@5", "hit-rate@5", "ndcg@5", "mrr", "map", "auc""#
      var (users, items) = (Array(100...130), Array(100...139))
      var before: [TableEntry]?
      for name in ["a", "b", "c"] {
        try write(name, users, items)
        let (rows, _) = try run(
          folder, name, spec(name, "expected", systems: systems, metrics: metrics))
        for (row, other) in zip(rows, before ?? []) {
          let (mean, otherMean) = (try #require(row.mean), try #require(other.mean))
          #expect(
            abs(mean - otherMean) < 1e-6, "\(row.system), \(row.metric): \(mean), \(otherMean)")
        }
        before = rows
        random.shuffle(&users)
        random.shuffle(&items)
      }
      #expect(before?.count == 35)
    }
  }

  @Test func clicksHaveNoTiesToOrder() throws {
    try withTemporaryFolder { folder in
      try folder.write("user,label\nu,1\nu,0\nv,1\nv,0\n", to: "log.csv")
      try folder.write(
        """
        {"title": "Clicks", "data": {"dataset": "files", "files": ["../log.csv"],
           "clicks": {"label": "label", "fields": ["user"]}},
         "seeds": [1], "metrics": ["roc-auc"],
         "ties": "expected",
         "systems": [{"label": "LR", "recommender": "lr"}],
         "tables": [{"name": "table", "columns": ["roc-auc"]}]}
        """, to: "paper/clicks.json")
      let result = try Command.reprise(["check", "paper/clicks.json"], in: folder.path)
      #expect(result.status == 2)
      #expect(result.errors.contains("paper/clicks.json:4:10: ties: orders"), "\(result.errors)")
      #expect(result.errors.contains("lr predicts clicks"))
    }
  }
}
