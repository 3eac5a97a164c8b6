import Testing

@testable import Basics

@Suite struct ProblemsTests {
  private struct Numbers: Settings {
    var first = 0
    var second = 0
    var list: [Int] = []
    static let fields: [Field<Numbers>] = [
      .integer("first", \.first, 0...9, "a number").required(),
      .integer("second", \.second, 0...9, "a number"),
      .integers("list", \.list, 0...9, "numbers"),
    ]
    static let hints = ["third": "there are two"]
  }

  @Test func allMistakesOfAnObjectAreToldAtOnce() throws {
    let json = try JSON.parse(
      #"{"second": 10, "sekond": 1, "list": [1, 11, "a"], "third": 3}"#, file: "f")
    let problem = try #require(throws: Problem.self) { try Numbers(decoding: json) }
    #expect(
      problem.each.map(\.message) == [
        "f:1:12: second: 10 is out of range; expected 0…9",
        "f:1:16: sekond: unknown key; did you mean \"second\"?",
        "f:1:41: list[1]: 11 is out of range; expected 0…9",
        "f:1:45: list[2]: expected an integer, found \"a\"",
        "f:1:51: third: unknown key; there are two",
        "f:1:1: the key \"first\" is missing (a number)",
      ])
  }

  @Test func oneMistakeIsTheProblemItselfAndNoneIsNone() throws {
    var problems = Problems()
    try problems.check()
    problems.add(.usage("a"))
    problems.add(.usage("a"))
    #expect(throws: Problem.usage("a")) { try problems.check() }
  }

  @Test func ofVeryManyMistakesAHundredAreToldAndTheOthersCounted() throws {
    let list = Array(repeating: "x", count: 20_000).map { "\"\($0)\"" }.joined(separator: ",")
    let json = try JSON.parse(#"{"first": 1, "list": [\#(list)], "second": 10}"#, file: "f")
    let problem = try #require(throws: Problem.self) { try Numbers(decoding: json) }
    let messages = problem.each.map(\.message)
    #expect(messages.count == 100 && problem.untold == 19_901)
    #expect(messages[99] == "f:1:419: list[99]: expected an integer, found \"x\"")
  }
}
