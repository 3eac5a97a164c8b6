import Basics
import Datasets
import TestSupport
import Testing

@testable import Recommenders

@Suite struct GivenRankingsTests {
  private let data = TrainingData(
    interactions: Interactions(users: 3, items: 4, pairs: [(0, 1)]), userIDs: ["a", "b", "c"],
    itemIDs: ["w", "x", "y", "z"])

  private func lists(_ text: String, _ settings: JSON = [:]) throws -> GivenRankings {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write(text, to: "l.csv")
    let file: JSON = ["file": .string(folder["l.csv"])]
    return try GivenRankings(
      GivenRankingsOptions(decoding: file.merging(patch: settings)), data: data, seed: 1)
  }

  private func scores(_ recommender: GivenRankings) -> [[Float]] {
    (0..<3).map { user in
      var room = [Float](repeating: 0, count: 4)
      room.withUnsafeMutableBufferPointer { recommender.scores(of: user..<user + 1, into: $0) }
      return room
    }
  }

  @Test func unlistedItemsAreEqualBehindAllOthers() throws {
    let scores = scores(try lists("user,item,score\na,z,-1e30\na,x,0.5\nb,y,2\n"))
    let least = GivenRankings.unlisted
    #expect(scores[0] == [least, 0.5, least, -1e30] && scores[1] == [least, least, 2, least])
    #expect(scores[2] == [least, least, least, least])
  }

  @Test func scoresThatSinglePrecisionCannotTellApartKeepTheirOrder() {
    let single = OrderedScores.single([1.000_000_01, 1, 1.000_000_02, 1, 0.5])
    let next = Float(1).nextDown
    let nextButOne: Float = next.nextDown
    #expect(single == [next, nextButOne, 1, nextButOne, 0.5] as [Float])
    #expect(OrderedScores.descending([2, 1, 1, 1]) == [2, 1, next, nextButOne] as [Float])
    let extreme = OrderedScores.descending([.infinity, 3e38, -3e38, -.infinity, -.infinity])
    #expect(extreme == extreme.sorted(by: >) && Set(extreme).count == 5)
  }

  @Test func saysWhatItMadeOfTheFile() throws {
    let recommender = try lists(
      "user,item,score\na,x,1\na,y,1\na,z,0\nb,w,3\nd,w,1\nb,v,1\n", ["unknown": "skip"])
    #expect(
      try recommender.remarks(ranking: [0, 1], to: 2) == [
        "users with a list: 2, items in all: 4",
        "left out, of users that the data have not: 1",
        "left out, of items that the data have not: 1",
        "users with equal scores in their lists: 1; ordered as all equal ones are",
        "listed and learned from: 1, of users: 1",
        "users whose lists are shorter than the 2 looked at: 1; all other items are equal behind them",
      ])
  }

  @Test func refusesUsersWithoutAListUnlessTheyAreToBeMeasured() throws {
    let text = "user,item,score\na,x,1\nb,w,3\n"
    let problem = #expect(throws: Problem.self) {
      try lists(text).remarks(ranking: [0, 1, 2], to: 1)
    }
    #expect(problem?.kind == .data)
    #expect(
      problem?.message.contains("has nothing for 1 of 3 tested users, the first of them \"c\"")
        == true)
    let lines = try lists(text, ["missing": "equal"]).remarks(ranking: [0, 1, 2], to: 1)
    #expect(lines.contains("tested users without a list, for whom all items are equal: 1 of 3"))
  }

  @Test(arguments: [
    ("{}", "the recommender \"lists\" needs \"file\", or \"userVectors\" and \"itemVectors\""),
    (#"{"userVectors": "u"}"#, "needs \"file\", or"),
    (#"{"file": "l", "userIDs": "u"}"#, "\"userIDs\" is not used beside \"file\""),
    (
      #"{"userVectors": "u", "itemVectors": "i", "format": "trec"}"#,
      "\"format\" is used beside \"file\" only"
    ),
  ])
  func refusesWhatItWouldNotUse(_ text: String, _ message: String) throws {
    let problem = #expect(throws: Problem.self) {
      try GivenRankingsOptions(decoding: JSON.parse(text, file: "s"))
    }
    #expect(problem?.message.contains(message) == true)
  }

  @Test func vectorsAreMultiplied() throws {
    try withTemporaryFolder { folder in
      func array(_ shape: String, _ values: [Float]) -> [UInt8] {
        let text = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }\n"
        return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8)
          + values.withUnsafeBytes { Array($0) }
      }
      try folder.write(array("(2, 2)", [1, 2, 0.5, -1]), to: "u.npy")
      try folder.write(array("(3, 2)", [1, 0, 0, 1, 2, 2]), to: "i.npy")
      try folder.write("b\na\n", to: "u.txt")
      try folder.write("z\nw\nx\n", to: "i.txt")
      let options = try GivenRankingsOptions(decoding: [
        "userVectors": .string(folder["u.npy"]), "itemVectors": .string(folder["i.npy"]),
        "userIDs": .string(folder["u.txt"]), "itemIDs": .string(folder["i.txt"]),
        "missing": "equal",
      ])
      let recommender = try GivenRankings(options, data: data, seed: 1)
      let (scores, least) = (scores(recommender), GivenRankings.unlisted)
      #expect(scores[0] == [-1, -1, least, 0.5] && scores[1] == [2, 6, least, 1])
      #expect(scores[2] == [least, least, least, least])
      #expect(
        try recommender.remarks(ranking: [0, 2], to: 1) == [
          "dot products of 2 numbers of 2 users and 3 items",
          "items without a vector, equal behind all others: 1",
          "tested users without a list, for whom all items are equal: 1 of 2",
        ])
    }
  }
}
