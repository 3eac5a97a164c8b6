import Schema
import Testing

@testable import Datasets

@Suite struct InteractionsFileTests {
  private func read(_ text: String) throws(Problem) -> InteractionsFile {
    try InteractionsFile(Array(text.utf8), path: "train.dat")
  }

  @Test(arguments: [
    "u1\ti9\t4\t100\nu2\ti9\t3.5\t200\n", "u1,i9,4,100\r\nu2,i9,3.5,200\r\n",
    "u1::i9::4::100\nu2::i9::3.5::200", "u1 i9  4 100\nu2 i9 3.5 200.75\n\n",
  ])
  func readsEveryForm(text: String) throws {
    let file = try read(text)
    #expect(
      file.rows == [
        .init(user: "u1", item: "i9", rating: 4, time: 100),
        .init(user: "u2", item: "i9", rating: 3.5, time: 200),
      ])
  }

  @Test func ratingAndTimeMayBeMissing() throws {
    #expect(try read("007 x\n").rows == [.init(user: "007", item: "x")])
    #expect(try read("1\t2\t5\n").rows == [.init(user: "1", item: "2", rating: 5)])
  }

  @Test(arguments: [
    ("", "train.dat: has no interactions"),
    ("\n\n", "train.dat: has no interactions"),
    (
      "12\n",
      "train.dat:1: has 1 field; expected user item [rating [time]],"
        + " separated by tabs, commas, \"::\" or spaces"
    ),
    ("1 2 3\n1 3\n", "train.dat:2: has 2 fields; expected 3 as in line 1"),
    ("1 2\n\n1 3\n", "train.dat:2: is empty"),
    ("1,2\n,3\n", "train.dat:2: the user is empty"),
    ("1,2\n3,\n", "train.dat:2: the item is empty"),
    ("1 2 x\n", "train.dat:1: the rating \"x\" is not a number"),
    ("1 2 4 9\n1 3 4 soon\n", "train.dat:2: the time \"soon\" is not a number of seconds"),
    ("1 2\n3 4\n1 2\n", "train.dat:3: repeats user 1, item 2 of line 1"),
  ])
  func refusesBadLines(text: String, message: String) {
    #expect(throws: Problem.data(message)) { try read(text) }
  }

  @Test func refusesAMissingFile() {
    #expect(throws: Problem.self) { try InteractionsFile(path: "/nowhere/train.dat") }
  }
}
