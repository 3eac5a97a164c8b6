import Basics
import Results
import TestSupport
import Testing

@Suite struct StepReportTests {
  private func part(
    _ seed: Int, _ header: [String], _ rows: [[JSON]], picture: StepTable.Picture = .none,
    labels: Int = 1, notes: [String] = []
  ) -> StepReport.Part {
    StepReport.Part(
      seed: seed, data: "",
      table: StepTable("1-x", header, rows, picture, labels: labels, notes: notes))
  }

  private func report(_ parts: [StepReport.Part]) -> StepReport {
    StepReport(title: "A 'title'", name: "pipeline-1-x", parts: parts)
  }

  @Test func tablesOfSeedsStandBelowEachOther() throws {
    let parts = [
      part(1, ["name", "a"], [["x", .number(0.5)]]),
      part(2, ["name", "b"], [["x, y", .null]], notes: ["a | note"]),
    ]
    try withTemporaryFolder { folder in
      try report(parts).write(to: folder.path)
      #expect(
        try folder.text(of: "pipeline-1-x.csv")
          == "seed,name,a,b\n1,x,0.5,\n2,\"x, y\",,\n")
      let page = try folder.text(of: "pipeline-1-x.md")
      #expect(page.contains("## seed 1\n\n| name | a |\n| --- | --- |\n| x | 0.5000 |\n"))
      #expect(page.contains("## seed 2\n\n| name | b |"))
      #expect(page.contains("| x, y | not defined |"))
      #expect(page.hasSuffix("\n- a | note\n"))
    }
  }

  @Test func equalTablesShareASection() throws {
    let parts = [1, 2].map { part($0, ["a"], [[.integer(3)]]) }
    try withTemporaryFolder { folder in
      try report(parts).write(to: folder.path)
      #expect(try folder.text(of: "pipeline-1-x.md").contains("## seed 1; seed 2\n"))
    }
  }

  @Test(arguments: [StepTable.Picture.curve, .matrix, .profile])
  func picturesAreDrawnTheSameAgain(_ picture: StepTable.Picture) throws {
    let rows: [[JSON]] = [
      [.integer(2), .number(0.5), .number(-1)], [.integer(3), .null, .number(1)],
      [.integer(4), .number(0.5), .null],
    ]
    let report = report([1, 2].map { part($0, ["k", "it's", "b\"c"], rows, picture: picture) })
    #expect(report.isDrawn)
    try withTemporaryFolder { folder in
      #expect(try report.draw(to: folder["one.svg"]) == nil)
      let one = try folder.text(of: "one.svg")
      #expect(one.contains("<svg") && one.contains("it's"))
      #expect(try report.draw(to: folder["one.svg"]) == nil)
      #expect(try folder.text(of: "one.svg") == one)
    }
  }

  @Test func aRowOfAnotherLengthIsNoTable() throws {
    var table = StepTable("x", ["a", "b"], [["1", "2"]])
    #expect(try StepTable(decoding: table.encoded()) == table)
    table.rows = [["1"]]
    #expect(throws: Problem.self) { try StepTable(decoding: table.encoded()) }
  }
}
