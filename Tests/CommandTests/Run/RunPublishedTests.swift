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

  private func spec(_ split: String, _ systems: [String]) -> String {
    let settings = ["item-knn": #", "settings": {"neighbours": 100}"#]
    let rows = systems.map { name in
      "{\"label\": \"\(name)\", \"recommender\": \"\(name)\"\(settings[name] ?? "")}"
    }
    return """
      {"title": "Published", "seeds": [1], "ties": "expected", "metrics": \(Self.metrics),
       "data": {"dataset": "ml-100k", "split": {"method": "published", "name": "\(split)"}},
       "systems": [\(rows.joined(separator: ","))],
       "tables": [{"name": "table", "columns": \(Self.metrics)}]}
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
      try folder.write(spec(split, systems), to: "paper/spec.json")
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
          let row = try #require(rows.first { $0.hasPrefix("\(system),\(metric),") })
          let cells = row.split(separator: ",", omittingEmptySubsequences: false)
          let mean = try #require(Double(cells[cells.count - 4]))
          let expected = try golden.member("systems").member(system).member(metric).asNumber()
          #expect(abs(mean - expected) < 1e-8, "\(split), \(system), \(metric): \(mean)")
        }
      }
    }
  }
}
