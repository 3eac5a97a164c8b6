import Basics
import Datasets
import Foundation
import TestSupport
import Testing

@testable import Recommenders

/// What `Tests/Golden/baselines.py` computes with NumPy and SciPy, from the formulas alone.
@Suite struct BaselinesGoldenTests {
  private func fitted(_ one: JSON, _ train: Interactions) throws -> any Recommender {
    try RecommenderList.named(one.member("recommender").asString()).make(
      one.member("settings"), TrainingData(interactions: train), 1)
  }

  /// The largest difference, as a share of the largest score.
  private func error(_ scores: [Float], _ one: JSON, largest: Double? = nil) throws -> Double {
    let expected = try one.member("scores").asArray().flatMap { row in
      try row.asArray().map { try $0.asNumber() }
    }
    try #require(scores.count == expected.count)
    let difference = zip(scores, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
    return difference / (largest ?? expected.map { abs($0) }.max() ?? 1)
  }

  @Test func scoresAreThoseOfNumPyAndSciPy() throws {
    let cases = try Golden.json("baselines").member("cases").asArray()
    let train = try TinySplit.train()
    #expect(cases.count == 16)
    for one in cases {
      let scores = try fitted(one, train).scores(of: 0..<train.users, items: train.items)
      let error = try error(scores, one)
      #expect(error < 1e-6, "\(one.canonicalText.prefix(80)): \(error)")
    }
  }

  private static let folders = DataFolders(option: nil)
  private static let hasMovieLens = folders.searched.contains {
    FileManager.default.fileExists(atPath: $0 + "/ml-100k")
  }

  /// On a training part of MovieLens-100K, which may not be committed.
  @Test(
    .enabled(if: foundOrRequired(hasMovieLens), "`make data` fetches MovieLens-100K"),
    arguments: 0..<7)
  func scoresOfMovieLens100KAreThoseOfNumPyAndSciPy(_ number: Int) async throws {
    let data = try DataSettings(
      decoding: ["dataset": "ml-100k", "split": ["method": "random", "test": 0.2]])
    let train = try data.makeSplit(try await data.load(from: Self.folders), seed: 1).train
    let golden = try Golden.json("baselines-ml-100k")
    let cases = try golden.member("cases").asArray()
    #expect(cases.count == 7)
    let one = cases[number]
    let scores = try fitted(one, train).scores(of: 0..<train.users, items: train.items)
    let users = try stride(from: 0, to: train.users, by: golden.member("everyUser").asInteger())
    let items = try stride(from: 0, to: train.items, by: golden.member("everyItem").asInteger())
    let some = users.flatMap { user in items.map { scores[user * train.items + $0] } }
    let error = try error(some, one, largest: one.member("largest").asNumber())
    #expect(error < 1e-5, "\(one.canonicalText.prefix(80)): \(error)")
  }
}
