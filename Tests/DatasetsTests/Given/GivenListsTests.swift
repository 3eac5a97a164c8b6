import Basics
import Testing

@testable import Datasets

@Suite struct GivenListsTests {
  private func lists(
    _ text: String, _ format: ListFormat = .csv, by order: ListOrder? = nil, skips: Bool = false
  ) throws -> GivenLists {
    try GivenLists(
      Array(text.utf8), file: "l", format, by: order, users: ["a", "b"], items: ["x", "y", "z"],
      skipsUnknown: skips)
  }

  @Test func scoresAndRanksOrderEachUsersItems() throws {
    let scores = try lists("user,item,score\nb,x,0.5\na,z,2\nb,y,0.75\n")
    #expect(scores.starts == [0, 1, 3] && scores.items == [2, 0, 1])
    #expect(scores.values == [2, 0.5, 0.75])
    let ranks = try lists("item,rank,user,why\nx,2,a,p\nz,1,a,q\n")
    #expect(ranks.items == [0, 2] && ranks.values == [-2, -1])
  }

  @Test func aRunIsOrderedByItsScoresUnlessItsRanksAreAskedFor() throws {
    let run = "a Q0 x 1 0.5 t\na Q0 y 2 0.75 t\nb\tQ0\tx\t1\t1\tt\n"
    let spaced = run.replacing("\t", with: " ")
    let scores = try lists(spaced, .trec)
    #expect(scores.values == [0.5, 0.75, 1] && scores.disagreeing == 1)
    #expect(try lists(spaced, .trec, by: .rank).values == [-1, -2, -1])
    let tabs = spaced.replacing(" ", with: "\t")
    #expect(try lists(tabs, .trec).values == scores.values)
  }

  @Test func linesOfOthersAreCountedWhereTheyMayBeLeftOut() throws {
    let text = "user,item,score\na,x,1\nc,x,1\na,w,1\nc,w,1\n"
    let skipped = try lists(text, skips: true)
    #expect(skipped.items == [0] && skipped.unknown == (users: 2, items: 1))
  }

  @Test(arguments: [
    (
      "user,item,score\na,x,1\nc,x,1\n", "l:3: the data set has no user \"c\"; expected its own ids"
    ),
    ("user,item,score\na,w,1\n", "l:2: the data set has no item \"w\""),
    ("user,item,score\na,x,nan\n", "l:2: the score \"nan\" is not a finite number"),
    ("user,item,score\na,x,1e39\n", "l:2: the score \"1e39\" is not a finite number"),
    ("user,item,rank\na,x,\n", "l:2: the rank \"\" is not a finite number"),
    ("user,item,score\na,x,1\na,y,1\na,x,2\n", "l:4: repeats user a, item x of line 2"),
    ("user,item,score\na,,1\n", "l:2: the item is empty"),
    ("a,x,1\n", "l:1: expected the header user,item,score or user,item,rank"),
    ("user,item,score\na,x\n", "l:2: expected 3 cells, found 2"),
    ("user,item,score\n", "l: has no list"), ("", "l: is empty"),
  ])
  func refusesWhatNoListIs(_ text: String, _ message: String) throws {
    let problem = #expect(throws: Problem.self) { try lists(text) }
    #expect(problem?.kind == .data && problem?.message.hasPrefix(message) == true, "\(problem!)")
  }

  @Test func refusesAnOrderThatTheFileDoesNotTell() throws {
    #expect(throws: Problem.self) { try lists("user,item,score\na,x,1\n", by: .rank) }
  }
}

@Suite struct CandidateListsTests {
  private let dataset = Dataset(
    name: "files", events: [], userIDs: ["0", "1"], itemIDs: ["5", "6", "7"], digest: "")

  private func lists(_ text: String) throws -> CandidateLists {
    try CandidateLists(Array(text.utf8), file: "c", of: dataset)
  }

  @Test(arguments: ["(0,6)\t7\n(1,5)\t6\t7\t6\n", "0 6 7\n1 5 6 7 6\n", "0,6,7\n1,5,6,7,6"])
  func aLineIsAUserThePositiveAndItsNegatives(_ text: String) throws {
    let lists = try lists(text)
    #expect(Array(lists.items[0]) == [1, 2] && Array(lists.items[1]) == [0, 1, 2])
    #expect(lists.positives == [0: 1, 1: 0])
  }

  @Test(arguments: [
    ("(0,6)\t7\n(0,5)\t7\n", "c:2: user 0 has a line already"),
    ("(2,6)\t7\n", "c:1: the data set has no user \"2\""),
    ("(0,6)\t8\n", "c:1: the data set has no item \"8\""),
    ("(0,6\t7\n", "c:1: expected (user,item) and then its negatives, found \"(0,6\""),
    ("0\n", "c:1: names no item"), ("", "c: has no candidates"),
  ])
  func refusesWhatNamesNoCandidates(_ text: String, _ message: String) throws {
    let problem = #expect(throws: Problem.self) { try lists(text) }
    #expect(problem?.message == message)
  }
}
