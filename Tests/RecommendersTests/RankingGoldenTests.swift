import Basics
import Datasets
import Foundation
import TestSupport
import Testing

@testable import Recommenders

/// The lists of `Tests/Golden/published.py` on the split u1 of MovieLens-100K.
@Suite struct RankingGoldenTests {
  private static let folders = DataFolders(option: nil)
  private static let hasMovieLens = folders.searched.contains {
    FileManager.default.fileExists(atPath: $0 + "/ml-100k")
  }

  /// Item by item, but where NumPy's scores nearly tie; it lists those places.
  @Test(
    .enabled(if: foundOrRequired(hasMovieLens), "`make data` fetches MovieLens-100K"),
    arguments: ["item-pop", "ease"])
  func listsAreThoseOfNumPy(name: String) async throws {
    let data = try DataSettings(
      decoding: ["dataset": "ml-100k", "split": ["method": "published", "name": "u1"]])
    let train = try data.makeSplit(try await data.load(from: Self.folders), seed: 1).train
    let model = try RecommenderList.named(name).make(
      .object([]), TrainingData(interactions: train), 1)
    let golden = try Golden.json("published").member("splits").member("u1").member("systems")
      .member(name)
    let lists = try golden.member("lists").asArray().map {
      try $0.asArray().map { try $0.asInteger() }
    }
    let near = try golden.member("near").asArray().map {
      try $0.asArray().map { try $0.asInteger() }
    }
    #expect(lists.count > 50 && near.count == lists.count)
    for (list, near) in zip(lists, near) {
      let user = list[0]
      let scores = model.scores(of: user..<user + 1, items: train.items)
      let open = (0..<train.items).filter { !train.contains(user: user, item: $0) }
      let ranked = open.sorted { (scores[$0], $1) > (scores[$1], $0) }.prefix(10)
      for (place, (ours, theirs)) in zip(ranked, list.dropFirst()).enumerated()
      where !near.contains(place) && !near.contains(place - 1) {
        #expect(ours == theirs, "\(name), user \(user), place \(place)")
      }
    }
  }
}
