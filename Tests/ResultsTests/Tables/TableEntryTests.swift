import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

@Suite struct TableEntryTests {
  private func table() throws -> ResultTable {
    try ResultTable(
      title: "T", metrics: ["precision@5"], systems: ["A", "B"],
      published: ["A": ["precision@5": 0.5345], "B": ["precision@5": 0.1]],
      records: [
        record("A", seed: 1, ["precision@5": 0.25]), record("A", seed: 2, ["precision@5": 0.75]),
      ])
  }

  @Test func longFormNumbersInFullNothingForNothing() throws {
    #expect(
      try table().csv == """
        system,metric,definition,published,mean,sd,seeds,difference
        A,precision@5,"macro, hits / N",0.5345,0.5,0.3535533905932738,2,-0.034499999999999975
        B,precision@5,"macro, hits / N",0.1,,,0,

        """)
  }

  @Test func isReadAsItWasWritten() throws {
    let scratch = try TemporaryFolder()
    let table = try table()
    try table.writeForPrint(to: scratch.path + "/ur-gan/table4", name: "table4")
    #expect(try TableEntry.read(scratch.path + "/ur-gan/table4/table4.csv") == table.entries)
    let markdown = try Files.read(scratch.path + "/ur-gan/table4/table4.md")
    #expect(String(decoding: markdown, as: UTF8.self) == table.markdown)
    let latex = try Files.read(scratch.path + "/ur-gan/table4/table4.tex")
    #expect(String(decoding: latex, as: UTF8.self) == table.latex(name: "table4"))
  }

  @Test(arguments: [
    ("A,m,d,x,1,,1,", "t.csv:2: published: expected a number, found \"x\""),
    ("A,m,d,1,1,,,", "t.csv:2: seeds: expected a whole number"),
    ("A,m,d,1,1", "t.csv:2: expected 8 cells, found 5"),
  ])
  func badRowsAreRefusedWithTheirLine(row: String, message: String) {
    expectDataProblem(message) {
      _ = try TableEntry.parse(
        Array((TableEntry.header.joined(separator: ",") + "\n\(row)\n").utf8), file: "t.csv")
    }
  }
}
