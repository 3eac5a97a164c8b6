import Basics
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
    #expect(file.users == ["u1", "u2"] && file.items == ["i9"])
    #expect(file.events.map(\.user) == [0, 1] && file.events.map(\.item) == [0, 0])
    #expect(file.events.map(\.rating) == [4, 3.5])
    #expect(file.events[0].time == 100 && file.events[1].time?.seconds == 200)
  }

  @Test func ratingAndTimeMayBeMissing() throws {
    let file = try read("007 x\n")
    #expect(file.users == ["007"] && file.items == ["x"])
    #expect(file.events == [Event(user: 0, item: 0)])
    #expect(try read("1\t2\t5\n").events == [Event(user: 0, item: 0, rating: 5)])
    // Zero is a rating and a time, an empty cell is none.
    #expect(
      try read("1\t2\t0\t0\n1\t3\t\t\n").events == [
        Event(user: 0, item: 0, rating: 0, time: 0), Event(user: 0, item: 1),
      ])
  }

  @Test func fractionsOfASecondCount() throws {
    let times = try read("1 2 3 0.25\n1 3 3 -0.25\n1 4 3 1425297600.9\n").events.map(\.time)
    #expect(
      times.map { $0?.nanoseconds } == [250_000_000, -250_000_000, 1_425_297_600_900_000_000])
  }

  @Test func unitsAreFoundOut() throws {
    let file = try read("1,2,3,1425297600900\n")
    #expect(file.times == "milliseconds")
    #expect(file.events[0].time?.nanoseconds == 1_425_297_600_900_000_000)
    let dates = try read("1,2,3,2015-03-02T12:00:01Z\n")
    #expect(dates.times == "dates" && dates.events[0].time?.seconds == 1_425_297_601)
    #expect(try read("1,2,3,1425297600\n").times == nil)
  }

  @Test func cellsMayBeQuoted() throws {
    let file = try read("\"a\tb\"\t\"say \"\"so\"\"\"\n\"two\nlines\"\tx\n")
    #expect(file.users == ["a\tb", "two\nlines"] && file.items == ["say \"so\"", "x"])
    #expect(file.lines == [1, 2])
  }

  @Test func aByteOrderMarkIsNoPartOfAnId() throws {
    #expect(try read("\u{FEFF}u1\ti1\nu1\ti2\n").users == ["u1"])
  }

  @Test(arguments: ["user_id item_id\n1 2\n", "who what\n1 2\n3 4\n", "UserID,ItemID\na,b\n"])
  func refusesAHeader(text: String) {
    let problem = #expect(throws: Problem.self) { try read(text) }
    #expect(problem?.message.hasPrefix("train.dat:1: is a header line") == true)
  }

  @Test func refusesWhatIsNotUTF8() {
    let problem = #expect(throws: Problem.self) {
      try InteractionsFile([0x75, 0xE9, 0x09, 0x31, 0x0A], path: "train.dat")
    }
    #expect(problem?.message.hasPrefix("train.dat:1: this is not UTF-8") == true)
  }

  @Test func repeatsAreReadWhereTheyAreAllowed() throws {
    let file = try InteractionsFile(
      Array("1 2\n1 2\n".utf8), path: "train.dat", allowingRepeats: true)
    #expect(file.events.count == 2)
  }

  @Test(arguments: [
    ("", "train.dat: has no interactions"),
    ("\n\n", "train.dat: has no interactions"),
    (
      "12\n",
      "train.dat:1: has 1 cell; expected user item [rating [time]],"
        + " separated by tabs, commas, \"::\" or spaces"
    ),
    ("1 2 3\n1 3\n", "train.dat:2: has 2 cells; expected 3 as in the first line"),
    ("1,2\n,3\n", "train.dat:2: the user is empty"),
    ("1,2\n3,\n", "train.dat:2: the item is empty"),
    ("1 2 x\n", "train.dat:1: the rating \"x\" is not a number"),
    (
      "1 2 4 9\n1 3 4 soon\n",
      "train.dat:2: the time \"soon\" is none; expected a number of seconds, as in the rows before"
    ),
    (
      "1 2 4 soon\n",
      "train.dat:1: the time \"soon\" is none; expected a number or a date like 2015-03-02T12:00:01Z"
    ),
    ("1 2\n3 4\n1 2\n", "train.dat:3: repeats user 1, item 2 of line 1"),
  ])
  func refusesBadLines(text: String, message: String) {
    #expect(throws: Problem.data(message)) { try read(text) }
  }

  @Test func refusesAMissingFile() {
    #expect(throws: Problem.self) { try InteractionsFile(path: "/nowhere/train.dat") }
  }
}
