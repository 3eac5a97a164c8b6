import Basics
import Datasets
import Engine
import Foundation
import TestSupport
import Testing

@testable import Recommenders

/// Training against `Tests/Golden/sequential.json`, which `sequential.py` beside it has computed in
/// double precision, sequence by sequence, from nothing but settings, seed and data.
@Suite struct SequentialTests {
  private static func golden() throws -> JSON {
    try Golden.json("sequential")
  }

  private static func data(_ golden: JSON) throws -> TrainingData {
    var events: [Event] = []
    let sequences = try golden.member("sequences").asArray()
    for (user, sequence) in sequences.enumerated() {
      for item in try sequence.asArray() {
        let time = Int64(events.count + 1)
        events.append(
          Event(
            user: Int32(user), item: Int32(try item.asInteger()), time: Timestamp(seconds: time)))
      }
    }
    let interactions = Interactions(
      users: sequences.count, items: try golden.member("items").asInteger(),
      pairs: events.map { ($0.user, $0.item) })
    return TrainingData(interactions: interactions, events: events)
  }

  private func numbers(_ json: JSON) throws -> [Double] {
    try json.asArray().map { try $0.asNumber() }
  }

  private func isNear(_ mine: [Float], _ theirs: [Double], _ bound: Double = 2e-5) -> Bool {
    mine.count == theirs.count && zip(mine, theirs).allSatisfy { abs(Double($0) - $1) < bound }
  }

  @Test(arguments: 0..<9) func learnsWhatAnotherProgramLearns(_ number: Int) throws {
    let golden = try Self.golden()
    let cases = try golden.member("cases").asArray()
    #expect(cases.count == 9)
    let expected = cases[number]
    let data = try Self.data(golden)
    let (users, items) = (data.interactions.users, data.interactions.items)
    let made = try RecommenderList.named(expected.member("recommender").asString()).make(
      expected.member("settings"), data, UInt64(golden.member("seed").asInteger()))
    for losses in try expected.member("losses").asArray() {
      #expect(isNear(made.trainEpoch().map { Float($0.value) }, try numbers(losses)))
    }
    let tensors = try made.state.tensors
    for (key, prefix) in [("parameters", "parameters/"), ("moments", "optimizer/")] {
      guard let theirs = try expected[key]?.asObject() else { continue }
      let names = tensors.keys.filter { $0.hasPrefix(prefix) && !$0.hasSuffix("/second") }
      #expect(Set(names) == Set(theirs.map(\.key)))
      for member in theirs {
        let mine = try #require(tensors[member.key])
        let values = try numbers(member.value)
        // A moment is as large as its gradient, which may be small.
        let bound = key == "moments" ? 1e-3 * (values.map(abs).max() ?? 0) + 1e-9 : 2e-5
        #expect(isNear(mine.values, values, bound), "\(member.key)")
      }
    }
    let scores = try expected.member("scores").asArray().flatMap { try numbers($0) }
    #expect(isNear(made.scores(of: 0..<users, items: items), scores))
  }

  @Test(arguments: ["markov-chain", "gru-nr", "preference-graph"])
  func refusesDataWithoutTimesBeforeAndWhenItIsMade(_ name: String) throws {
    let type = try RecommenderList.named(name)
    let data = TrainingData(
      interactions: Interactions(users: 1, items: 2, pairs: [(0, 0), (0, 1)]),
      events: [Event(user: 0, item: 0, time: 5), Event(user: 0, item: 1)])
    let problem = Problem.data(
      "\(name): needs the time of every interaction, and the data set does not tell all")
    #expect(throws: problem) { try type.check([:], data) }
    #expect(throws: problem) { try type.make([:], data, 1) }
  }

  @Test func asksForWhatALossNeedsAndRefusesWhatItDoesNotUse() throws {
    let type = try RecommenderList.named("gru-nr")
    func complain(_ settings: JSON) -> String? {
      do throws(Problem) { _ = try type.complete(settings) } catch { return error.message }
      return nil
    }
    #expect(complain([:]) == nil)
    let sampled: JSON = ["loss": "bpr-max", "negatives": 5, "scorePenalty": 0]
    #expect(complain(sampled) == nil)
    // What is encoded decodes again.
    #expect(try complain(type.complete(sampled)) == nil && complain(type.complete([:])) == nil)
    #expect(
      complain(["loss": "bpr-max", "negatives": 5])?.contains("needs \"scorePenalty\"") == true)
    #expect(
      complain(["loss": "bpr-max", "scorePenalty": 0])?.contains("needs \"negatives\"") == true)
    #expect(
      complain(["negatives": 5])?.contains("\"negatives\" is used by the loss \"bpr-max\" only")
        == true)
  }
}
