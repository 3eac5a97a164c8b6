import Basics
import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct MovieLens1MOrderTests {
  private static let folders = DataFolders(option: nil)
  /// The folder of MovieLens-1M that has the order; nil where none does.
  private static let folder = ((try? MovieLens1M.locate(folders)) ?? nil).flatMap {
    FileManager.default.fileExists(atPath: MovieLens1MOrder.path(in: $0)) ? $0 : nil
  }

  private static let records = {
    let events = [(0, 2, 5.0, 70), (0, 0, 3, 70), (1, 2, 1, 40), (1, 1, 4, 90), (1, 0, 2, 20)]
    return MovieLens1MFiles.Records(
      events: events.map {
        Event(
          user: Int32($0.0), item: Int32($0.1), rating: $0.2, time: Timestamp(seconds: Int64($0.3)))
      },
      people: [
        .init(age: 1, gender: "F", occupation: "writer", zip: "4"),
        .init(age: 25, gender: "M", occupation: "writer", zip: "5"),
      ],
      films: [2, 5, 9].map { .init(title: "\($0)", year: 1990, genres: ["Drama"]) },
      filmIDs: [2, 5, 9], digest: "of the files")
  }()

  private func ordered(_ text: String) throws -> MovieLens1MFiles.Records {
    try MovieLens1MOrder.ordered(
      Self.records, by: Array("user\tmark\titems\n\(text)".utf8), "d/order")
  }

  /// Users follow by their number whatever the order of the lines, films as the line has them, with
  /// the ratings that they got; a film that is in no line is no item.
  @Test func eventsLieAsTheLinesHaveThem() throws {
    let ordered = try ordered("2\t1\t9 2\n1\t0\t2 9\n")
    #expect(
      ordered.events == [
        Event(user: 0, item: 0, rating: 3, time: 1), Event(user: 0, item: 2, rating: 5, time: 2),
        Event(user: 1, item: 2, rating: 1, time: 1), Event(user: 1, item: 0, rating: 2, time: 2),
      ])
    #expect(ordered.digest != Self.records.digest)
    let data = MovieLens1M.dataset(ordered)
    #expect(data.itemIDs == ["2", "9"] && data.userIDs == ["1", "2"])
    var last = SplitSettings()
    (last.method, last.validation) = (.leaveOneOut, 0)
    let split = try makeSplit(data, feedback: .allRatings, settings: last, seed: 1)
    #expect(split.test.pairs.map { data.itemIDs[Int($0.1)] } == ["9", "2"])
  }

  @Test(arguments: [
    ("3\t0\t9\n", "2: the user 3 is not in 1…2"),
    ("1\t0\t9\n1\t0\t2\n", "3: has user 1 again"),
    ("1\t2\t9\n", "2: the mark 2 is not in 0…1"),
    ("1\t0\t9 x\n", "2: movies.dat has no item \"x\""),
    ("1\t0\t9 3\n", "2: movies.dat has no item \"3\""),
    ("1\t0\t9 9\n", "2: user 1 has not rated item 9, or has it twice"),
    ("1\t0\t5\n", "2: user 1 has not rated item 5, or has it twice"),
    ("1\t0\n", "2: expected 3 cells, found 2"),
  ])
  func refusesBadLines(text: String, message: String) {
    #expect(throws: Problem.data("d/order:\(message)")) { try ordered(text) }
  }

  /// It cannot be fetched, so that the message has to say where it belongs.
  @Test func saysWhereTheFileBelongs() throws {
    try withTemporaryFolder { folder in
      var settings = MovieLens1MSettings()
      #expect(settings.isHeld(in: folder.path))
      settings.order = .sasrec
      #expect(!settings.isHeld(in: folder.path))
      let path = "\(folder.path)/ml-1m.sasrec-order.tsv.gz"
      func problem() -> Problem? {
        #expect(throws: Problem.self) {
          try MovieLens1MOrder.ordered(Self.records, in: folder.path)
        }
      }
      #expect(
        problem()
          == .data(
            "\(path): is not there, and \"order\": \"sasrec\" is read from it; it cannot be fetched:"
              + " put it there"))
      try folder.write("user\tmark\titems\n1\t0\t2 9\n", to: "ml-1m.sasrec-order.tsv.gz")
      #expect(settings.isHeld(in: folder.path))
      let whole = "it cannot be fetched: put the whole file there"
      #expect(problem()?.message.hasPrefix("\(path): differs from the expected file (") == true)
      #expect(problem()?.message.hasSuffix(whole) == true)
      try folder.write("\u{1F}no gzip", to: "ml-1m.sasrec-order.tsv.gz")
      #expect(problem()?.kind == .data && problem()?.message.hasSuffix(whole) == true)
    }
  }

  @Test func timesOfUsersAreNotCompared() throws {
    let problem = #expect(throws: Problem.self) {
      try DataSettings(
        decoding: JSON.parse(
          #"{"dataset": "ml-1m", "ml-1m": {"order": "sasrec"}, "split": {"method": "by-time"}}"#,
          file: "spec.json"))
    }
    #expect(problem?.message.contains("by-time compares the times of users") == true)
    #expect(throws: Problem.self) {
      try DataSettings(
        decoding: JSON.parse(
          #"{"dataset": "ml-1m", "ml-1m": {"order": "sasrek"}}"#, file: "spec.json"))
    }
  }

  /// The default is what it was before there was a choice.
  @Test func theOrderOfTheFileIsNotSaid() throws {
    let usual = try DataSettings(decoding: ["dataset": "ml-1m"])
    #expect(usual.encoded()["ml-1m"] == nil)
    #expect(usual.own as? MovieLens1MSettings == MovieLens1MSettings())
  }

  /// Counts, last films and the split that a Python program finds, where the data are at hand.
  @Test(.enabled(if: foundOrRequired(folder != nil)))
  func isTheOrderThatAnotherProgramReads() async throws {
    let golden = try Golden.json("local_data").member("ml-1m")
    let settings = try DataSettings(
      decoding: [
        "dataset": "ml-1m", "ml-1m": ["order": "sasrec"],
        "split": ["method": "leave-one-out", "validation": 1],
      ])
    #expect(settings.isAtHand(in: Self.folders))
    let data = try await settings.load(from: Self.folders)
    #expect(try data.users == golden.member("users").asInteger())
    #expect(try data.items == golden.member("items").asInteger())
    #expect(try data.events.count == golden.member("events").asInteger())
    #expect(data.unknownRatingsAtMost == nil || data.unknownRatingsAtMost == 3)
    let split = try settings.makeSplit(data, seed: 1)
    for (part, key) in [(split.test, "last"), (split.validation, "before")] {
      let films = try golden.member(key).asArray().map { try $0.asInteger() }
      #expect(films.indices.map { Int(data.itemIDs[Int(part[$0].first ?? 0)]) } == films)
    }
    #expect(try split.digest == golden.member("leaveOneOut").asString())
  }
}
