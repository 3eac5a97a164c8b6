import Basics
import Datasets
import Foundation
import TestSupport
import Testing

/// The published splits of MovieLens-100K, against `Tests/Golden/published.py`.
@Suite struct RunPublishedTests {
  private static let metrics = ["precision@5", "recall@10", "ndcg@10", "mrr"]
  private static let hasMovieLens = DataFolders(option: nil).searched.contains {
    FileManager.default.fileExists(atPath: $0 + "/ml-100k")
  }

  private func spec(_ split: String, _ systems: [String], more: String = "") -> String {
    let settings = ["item-knn": #", "settings": {"neighbours": 100}"#]
    let rows = systems.map { name in
      "{\"label\": \"\(name)\", \"recommender\": \"\(name)\"\(settings[name] ?? "")}"
    }
    return """
      {"title": "Published", "seeds": [1], "ties": "expected", "metrics": \(Self.metrics),
       "data": {"dataset": "ml-100k", "split": {"method": "published", \(split)}},
       "systems": [\(rows.joined(separator: ","))],
       "tables": [{"name": "table", "columns": \(Self.metrics)\(more)}]}
      """
  }

  /// Every metric of every system, to nine digits.
  @Test(
    .enabled(if: foundOrRequired(hasMovieLens), "`make data` fetches MovieLens-100K"),
    arguments: ["u1", "u2", "u3", "u4", "u5"])
  func metricsAreThoseOfNumPy(split: String) throws {
    let golden = try Golden.json("published").member("splits").member(split)
    // Optimised, neighbours take no time; in a debug build one split has to do.
    let systems = ["item-pop", "ease"] + (split == "u1" ? ["item-knn"] : [])
    try withTemporaryFolder { folder in
      try folder.write(spec("\"name\": \"\(split)\"", systems), to: "paper/spec.json")
      let result = try Command.reprise(
        ["run", "paper/spec.json", "--results", "Results"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      let rows = try folder.text(of: "Results/paper/spec/table.csv").split(separator: "\n")
      let notes = try folder.text(of: "Results/paper/spec/table.md")
      let tested = try golden.member("tested").asInteger()
      #expect(notes.contains("Tested: \(tested) of 943 users"))
      #expect(notes.contains("published split \(split)"))
      for system in systems {
        for metric in Self.metrics {
          let mean = try mean(of: system, metric, rows)
          let expected = try golden.member("systems").member(system).member(metric).asNumber()
          #expect(abs(mean - expected) < 1e-8, "\(split), \(system), \(metric): \(mean)")
        }
      }
    }
  }

  /// The mean of a row of a table's long form.
  private func mean(of row: String, _ metric: String, _ lines: [Substring]) throws -> Double {
    let starts = ["\(row),\(metric),", "\"\(row)\",\(metric),"]
    let line = try #require(lines.first { line in starts.contains { line.hasPrefix($0) } })
    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
    return try #require(Double(cells[cells.count - 4]))
  }

  /// Means over folds, each fold beside them, and a user's values over the folds that test him.
  @Test(.enabled(if: foundOrRequired(hasMovieLens), "`make data` fetches MovieLens-100K"))
  func meansGoOverFolds() throws {
    let names = ["u1", "u2", "u3", "u4", "u5"]
    let systems = ["item-pop", "ease"]
    try withTemporaryFolder { folder in
      try folder.write(
        spec(
          "\"folds\": \(names)", systems,
          more: #", "significance": {"against": "item-pop", "over": "users"}"#),
        to: "paper/spec.json")
      let result = try Command.reprise(
        ["run", "paper/spec.json", "--results", "Results"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("ease, seed 1, u5: done"))
      let rows = try folder.text(of: "Results/paper/spec/table.csv").split(separator: "\n")
      let folds = try folder.text(of: "Results/paper/spec/folds.csv").split(separator: "\n")
      let golden = try Golden.json("published").member("splits")
      for (system, metric) in systems.flatMap({ system in Self.metrics.map { (system, $0) } }) {
        let expected = try names.map {
          try golden.member($0).member("systems").member(system).member(metric).asNumber()
        }
        let whole = try mean(of: system, metric, rows)
        #expect(abs(whole - expected.reduce(0, +) / 5) < 1e-8, "\(system), \(metric): \(whole)")
        for (name, value) in zip(names, expected) {
          let one = try mean(of: "\(system), \(name)", metric, folds)
          #expect(abs(one - value) < 1e-8, "\(system), \(name), \(metric): \(one)")
        }
      }
      let notes = try folder.text(of: "Results/paper/spec/table.md")
      #expect(notes.contains("Means go over the folds u1, u2, u3, u4, u5 first"))
      #expect(notes.contains("Tested: 459 to 927 of 943 users"), "\(notes)")
      #expect(notes.contains("published splits u1, u2, u3, u4, u5"))
      let tested = try folder.text(of: "Results/paper/spec/table-significance.csv")
      // Every rating is tested once, so everyone is tested by some fold.
      #expect(tested.contains("ease,precision@5,") && tested.contains(",943,"), "\(tested)")
      let spreads = try folder.text(of: "Results/paper/spec/folds.md")
      #expect(spreads.contains("ease, ± over folds: "))
      let manifest = try JSON.read(folder["Results/paper/spec/manifest.json"])
      #expect(try manifest.member("trials").asArray().count == 10)
    }
  }
}
