import Basics
import Testing

@testable import Datasets

@Suite struct MovieLensLinesTests {
  private func sum(_ text: String, _ count: Int, header: Bool = false) throws -> Int {
    var reader = TextReader(Array(text.utf8), file: "f", Dialect("\t"))
    if header { _ = try reader.next() }
    var sum = 0
    try reader.forEachLine(count, fields: ["a", "b"]) {
      (reader, fields) throws(Problem) in
      sum += try reader.integer(fields[0], in: 1...9, "a") * reader.number
    }
    return sum
  }

  @Test func visitsEveryLine() throws {
    #expect(try sum("4\tx\n5\ty", 2) == 14)
    #expect(try sum("a\tb\n4\tx\n", 1, header: true) == 8)
  }

  @Test(arguments: [
    ("4\tx\n5\n", "2: has 1 fields; expected 2: a b"),
    ("4\tx\n", "2: the file ends after 1 lines; expected 2"),
    ("4\tx\n\n", "2: the file ends after 1 lines; expected 2"),
    ("\n4\tx\n", "3: the file ends after 1 lines; expected 2"),
    ("4\tx\n5\ty\n6\tz\n", "3: is one line too many; expected 2"),
    ("4\tx\n0\ty\n", "2: the a 0 is not in 1…9"),
  ])
  func refusesOtherLines(text: String, message: String) {
    #expect(throws: Problem.data("f:\(message)")) { try sum(text, 2) }
  }
}
