import Datasets
import Foundation
import Schema
import TestSupport
import Testing

@testable import Recommenders

/// What `Tests/Golden/baselines.py` computes with NumPy and SciPy, from the formulas alone.
@Suite struct BaselinesGoldenTests {
  /// The largest difference, as a share of the largest score.
  private func error(
    _ name: String, _ settings: JSON, _ train: Interactions, against expected: [Double]
  ) throws -> Double {
    let made = try RecommenderList.named(name).make(
      settings, TrainingData(interactions: train), 1)
    let scores = made.scores(of: 0..<train.users, items: train.items)
    try #require(scores.count == expected.count)
    let difference = zip(scores, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
    return difference / (expected.map { abs($0) }.max() ?? 1)
  }

  @Test func `scores are those of NumPy and SciPy`() throws {
    let path = "\(TinySplit.golden)/baselines.json"
    let json = try JSON.parse(Files.read(path), file: path)
    let cases = try json.member("cases").asArray()
    #expect(cases.count == 16)
    for one in cases {
      let name = try one.member("recommender").asString()
      let settings = try one.member("settings")
      let expected = try one.member("scores").asArray().flatMap { row in
        try row.asArray().map { try $0.asNumber() }
      }
      let error = try error(name, settings, TinySplit.train(), against: expected)
      #expect(error < 1e-6, "\(name) \(settings.canonicalText): \(error)")
    }
  }

  private static let split = ProcessInfo.processInfo.environment["REPRISE_SPLIT"]

  /// On a training part of MovieLens-100K, which may not be committed.
  @Test(
    .enabled(if: split != nil, "REPRISE_SPLIT names no split; see Tests/Golden/baselines.py"),
    arguments: [
      ("user-knn", #"{"neighbours": 100}"#), ("item-knn", #"{"neighbours": 100}"#),
      ("item-knn", #"{"neighbours": 50, "similarity": "jaccard", "shrink": 10}"#),
      ("p3alpha", #"{"neighbours": 100, "alpha": 0.8}"#),
      ("rp3beta", #"{"neighbours": 100, "alpha": 1, "beta": 0.6}"#), ("ease", #"{"l2": 250}"#),
      ("pure-svd", #"{"factors": 50}"#),
    ])
  func `scores of MovieLens-100K are those of NumPy and SciPy`(
    _ name: String, _ settings: String
  ) throws {
    let path = try #require(Self.split)
    let train = try TinySplit.interactions(path, users: 943, items: 1682)
    let text = try #require(
      OtherProgram.output(
        "python3",
        [
          "\(TinySplit.golden)/baselines.py", path, "--users", "943", "--items", "1682",
          "--recommender", name, "--settings", settings,
        ]))
    let expected = text.utf8.split(whereSeparator: { $0 <= 32 }).compactMap {
      Double(String(decoding: $0, as: UTF8.self))
    }
    let error = try error(
      name, JSON.parse(settings, file: "settings"), train, against: expected)
    print("\(name) \(settings): largest difference \(error) of the largest score")
    #expect(error < 1e-5)
  }
}
