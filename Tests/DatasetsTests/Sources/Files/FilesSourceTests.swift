import Basics
import Testing

@testable import Datasets

@Suite struct FilesSourceTests {
  private func file(_ text: String, _ path: String = "a.tsv") throws -> InteractionsFile {
    try InteractionsFile(Array(text.utf8), path: path)
  }

  @Test func indicesFollowTheIDs() throws {
    let data = try FilesSource.dataset([
      file("10\tb\t4\t7\n9\ta\t5\t8\n"), file("9\tc\t3\t9\n", "b.tsv"),
    ])
    #expect(data.userIDs == ["9", "10"])
    #expect(data.itemIDs == ["a", "b", "c"])
    #expect(
      data.events == [
        Event(user: 1, item: 1, rating: 4, time: 7), Event(user: 0, item: 0, rating: 5, time: 8),
        Event(user: 0, item: 2, rating: 3, time: 9),
      ])
    #expect(data.name == "files" && data.itemTitles == nil)
  }

  /// Swift takes the two spellings of é for equal.
  @Test func idsThatDifferByCompositionStayApart() throws {
    let data = try FilesSource.dataset([file("caf\u{E9}\ta\ncafe\u{301}\ta\n")])
    #expect(data.users == 2 && data.events.map(\.user) == [1, 0])
    #expect(data.user(of: "caf\u{E9}") == 1 && data.user(of: "cafe\u{301}") == 0)
  }

  @Test func idsSortByValueOnlyIfAllAreDistinctNumbers() {
    #expect(Words(["10", "9", "100"]).words == ["9", "10", "100"])
    #expect(Words(["10", "9", "x"]).words == ["10", "9", "x"])
    #expect(Words(["7", "007", "1"]).words == ["007", "1", "7"])
  }

  @Test func digestFollowsTheBytes() throws {
    let first = try FilesSource.dataset([file("1 2\n")])
    #expect(first.digest == (try FilesSource.dataset([file("1 2\n", "other")])).digest)
    #expect(first.digest != (try FilesSource.dataset([file("1  2\n")])).digest)
  }

  @Test func refusesAPairInTwoFiles() throws {
    let files = try [file("1 2\n"), file("3 2\n1 2\n", "b.tsv")]
    let problem = Problem.data("b.tsv: has user 1, item 2, which an earlier file has too")
    #expect(throws: problem) { try FilesSource.dataset(files) }
  }

  @Test func needsAFile() {
    #expect(throws: Problem.self) { try FilesSource.load([]) }
  }
}
