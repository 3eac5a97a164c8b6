import Basics
import Datasets
import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Recommenders

/// What `Tests/Golden/last_item.py` reaches on MovieLens-1M in the order of SASRec's file, which may
/// not be committed: leave one out, all 3,416 items but those seen are ranked.
@Suite struct MovieLensInOrderTests {
  private static let file = "ml-1m/ml-1m.sasrec-order.tsv.gz"
  private static let path = DataFolders(option: nil).searched.map { "\($0)/\(file)" }
    .first { FileManager.default.fileExists(atPath: $0) }

  /// All but the last item of each user, and the last one.
  private static func divided() throws -> (known: TrainingData, heldOut: Interactions) {
    let path = try #require(path)
    let lines = String(decoding: try TextFile.read(path), as: UTF8.self).split(separator: "\n")
    let rows = lines.dropFirst().map { line in
      line.split(separator: "\t")[2].split(separator: " ").compactMap { Int($0) }
    }
    let names = Set(rows.joined()).sorted()
    let items = Dictionary(uniqueKeysWithValues: zip(names, Int32(0)...))
    #expect(rows.count == 6040 && names.count == 3416)
    var (events, heldOut) = ([Event](), [(Int32, Int32)]())
    for (user, row) in rows.enumerated() {
      for (place, name) in row.enumerated() {
        let item = try #require(items[name])
        if place == row.count - 1 {
          heldOut.append((Int32(user), item))
        } else {
          events.append(
            Event(user: Int32(user), item: item, time: Timestamp(seconds: Int64(place))))
        }
      }
    }
    func interactions(_ pairs: [(Int32, Int32)]) -> Interactions {
      Interactions(users: rows.count, items: names.count, pairs: pairs)
    }
    return (
      TrainingData(interactions: interactions(events.map { ($0.user, $0.item) }), events: events),
      interactions(heldOut)
    )
  }

  /// Held back, only all but the last two items are counted, as published; else the last but one,
  /// from which is scored, is counted too.
  @Test(.enabled(if: path != nil, "MovieLens-1M in the order of time is not here"))
  func rulesReachWhatNumPyReaches() throws {
    let (known, heldOut) = try Self.divided()
    let metrics = try ["recall@10", "ndcg@10"].map { try Metric($0) }
    for (name, settings, recall, ndcg) in [
      ("markov-chain", ["heldBack": 1], 0.2144, 0.1259),
      ("markov-chain", [:], 0.2152, 0.1261),
      ("sequential-rules", ["heldBack": 1], 0.2237, 0.1301),
      ("sequential-rules", [:], 0.2260, 0.1308),
    ] as [(String, JSON, Double, Double)] {
      let model = try RecommenderList.named(name).make(settings, known, 1)
      let report = try Evaluator(
        metrics: metrics, masked: known.interactions, heldOut: heldOut, ties: .expected, seed: 1
      ).evaluate { model.scores(of: $0, into: $1) }
      let what = "\(name) \(settings.canonicalText): \(report[metrics[0]]), \(report[metrics[1]])"
      #expect(abs(report[metrics[0]] - recall) < 0.0004, "\(what)")
      #expect(abs(report[metrics[1]] - ndcg) < 0.0004, "\(what)")
    }
  }
}
