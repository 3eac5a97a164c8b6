import Basics
import Datasets
import Evaluation
import Foundation
import Recommenders
import TestSupport
import Testing

@testable import Experiments
@testable import Results

/// Readings are found again from tables that were computed under them.
///
/// The tables are those of splits that are the same for everybody. Random splits of so few ratings
/// differ more from seed to seed than random ones do from those of each user.
@Suite struct ReadingControlTests {
  private static let columns = [
    "precision@5", "recall@5", "ndcg@5", "mrr@5", "precision@20", "recall@20", "ndcg@20", "mrr@20",
  ]

  /// What is measured for the search, and what tables are computed of.
  private struct Scene {
    let definitions: Definitions
    let data: [DataReading]
    let search: ReadingSearch
    /// By the place of the reading of the data: of each system the metrics.
    let truth: [[[Spread?]]]

    /// The rows of a table under a reading: the place of the data's, and the metric of each column.
    func rows(_ place: Int, _ metrics: [Metric]) -> [PrintedRow] {
      truth[place].map { values in
        metrics.map { metric in
          definitions.metrics.firstIndex(of: metric).flatMap { values[$0] }.map {
            PrintedNumber(($0.mean * 1e4).rounded() / 1e4, decimals: 4)
          }
        }
      }
    }
  }

  private static func metrics(_ names: [String]) throws -> [Metric] {
    try names.map { try Metric($0) }
  }

  /// Ratings of 150 people for 90 items, from tastes along four directions and the items' fame.
  private static func ratings() -> String {
    var random = Random(seed: 5, stream: "ratings")
    let people = (0..<150).map { _ in (0..<4).map { _ in Double(random.normal()) } }
    let items = (0..<90).map { _ in (0..<4).map { _ in Double(random.normal()) } }
    var lines = ""
    for (user, tastes) in people.enumerated() {
      let activity = 0.3 + 0.6 * random.uniformDouble() * random.uniformDouble()
      for (item, traits) in items.enumerated() {
        let liking = zip(tastes, traits).reduce(0) { $0 + $1.0 * $1.1 } / 2
        let fame = 1.5 / (1 + Double(item) / 12)
        guard random.uniformDouble() < activity * (0.3 + fame) / (1 + exp(-liking)) else {
          continue
        }
        let rating = min(5, max(1, Int((3.4 + liking + 0.5 * Double(random.normal())).rounded())))
        lines += "u\(user)\ti\(item)\t\(rating)\t\(random.below(1_000_000))\n"
      }
    }
    return lines
  }

  private static func scene(_ folder: TemporaryFolder) async throws -> Scene {
    try folder.write(ratings(), to: "ratings.tsv")
    let stated = try DataSettings(
      decoding: [
        "dataset": "files", "files": [.string(folder["ratings.tsv"])],
        "split": ["method": "random", "test": 0.2, "order": "canonical"],
      ])
    let systems = try ["item-pop", "item-knn", "ease"].map { name in
      let type = try RecommenderList.named(name)
      return QuickSystem(label: name, recommender: type, settings: try type.complete(.object([])))
    }
    let columns = try metrics(Self.columns)
    let definitions = Definitions(of: columns)
    let rankings = Array(RankingReading.all(ties: .id, candidates: CandidateSettings()).prefix(1))
    func measured(_ seeds: [Int], _ reading: DataReading) async throws -> [[Spread?]] {
      let bench = ReadingBench(metrics: definitions.metrics, rankings: rankings, seeds: seeds)
      var folds: [(DataSettings, Dataset)] = []
      for settings in reading.settings {
        folds.append((settings, try await settings.load(from: DataFolders(option: nil))))
      }
      return try bench.measure(systems, folds).map(\.values)
    }
    var data: [DataReading] = []
    var (readings, truth): ([MeasuredReading], [[[Spread?]]]) = ([], [])
    for reading in DataReading.all(of: stated, ratings: 1...5) {
      // Of few ratings too few are left of some.
      guard let values = try? await measured([1, 2, 3], reading),
        let others = try? await measured([11], reading)
      else { continue }
      data.append(reading)
      readings.append(MeasuredReading(reading.choices, values: values))
      truth.append(others)
    }
    return Scene(
      definitions: definitions, data: data, search: ReadingSearch(columns, definitions, readings),
      truth: truth)
  }

  /// Of twenty tables at least eighteen give back split, positives, filter, averaging and ideal
  /// list, whatever the others are.
  @Test func readingsAreRecovered() async throws {
    try await withTemporaryFolder { folder in
      let scene = try await Self.scene(folder)
      let fixed = scene.data.indices.filter { place in
        scene.data[place].settings.allSatisfy { [.byTime, .leaveOneOut].contains($0.split.method) }
      }
      #expect(fixed.count >= 16, "\(fixed.count) of \(scene.data.count)")
      var random = Random(seed: 3, stream: "tables")
      var lost: [String] = []
      for _ in 0..<20 {
        let place = fixed[random.below(fixed.count)]
        let averaging = ["", "averaging=micro", "averaging=all-users"][random.below(3)]
        let ideal = ["", "ideal=uncut", "ideal=full", "ideal=list"][random.below(4)]
        let names = Self.columns.map { name in
          let settings = [name.hasPrefix("ndcg") ? ideal : "", averaging].filter { !$0.isEmpty }
          return settings.isEmpty ? name : "\(name)(\(settings.joined(separator: ",")))"
        }
        let metrics = try Self.metrics(names)
        let found = try #require(scene.search.nearest(to: scene.rows(place, metrics)))
        // Readings that differ in nothing that is measured are one.
        let isSame = zip(found.rows, scene.search.measured(place)).allSatisfy { row, values in
          zip(row, metrics).allSatisfy { cell, metric in
            let expected = scene.definitions.metrics.firstIndex(of: metric).flatMap { values[$0] }
            guard let found = cell?.measured, let expected else { return false }
            return abs(found.mean - expected.mean) < 1e-9
          }
        }
        let wanted = scene.data[place].choices.text + " " + averaging + " " + ideal
        if !isSame { lost.append("\(wanted), found \(found.choices.text)") }
      }
      #expect(lost.count <= 2, "\(lost.joined(separator: "\n"))")
    }
  }
}

extension ReadingSearch {
  /// What was measured under the reading of the data at a place.
  fileprivate func measured(_ place: Int) -> [[Spread?]] { readings[place].values }
}
