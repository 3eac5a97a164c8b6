import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

@Suite struct SearchRecordTests {
  private var record: SearchRecord {
    var record = SearchRecord(
      system: "A|B", metric: "ndcg@5", settings: ["rate", "size"], points: 6)
    record.update(["0.1", "2"], epochs: [2, 2], best: (2, 0.25))
    record.update(["0.1", "10"], epochs: [2, 2], best: (2, 0.5))
    record.update(["0.01", "2"], epochs: [2, 1], best: nil)
    record.update(["0.1", "10"], epochs: [8, 8], best: (6, 0.75))
    record.update(["0.01", "10"], epochs: [2, 2], best: (0, 0.25))
    return record
  }

  @Test func theBestComesFirstAndPointsWithoutNumbersLast() {
    #expect(
      record.csv == """
        rank,rate,size,ndcg@5,best epoch,epochs,epochs over seeds
        1,0.1,10,0.75,6,8,16
        2,0.1,2,0.25,2,2,4
        3,0.01,10,0.25,0,2,4
        4,0.01,2,,,2,3

        """)
    #expect(record.hopeless == 1)
    #expect(record.markdown.contains("4 of 6 points tried, 27 epochs in all"))
    #expect(record.markdown.contains("| 4 | 0.01 | 2 | – |  | 2 | 3 |"))
  }

  @Test func aMapHasEveryFieldOfTheGrid() throws {
    let scratch = try TemporaryFolder()
    let map = try #require(HeatMap(record))
    if let note = try map.write(to: scratch.path + "/map.svg") {
      #expect(note.contains("gnuplot is not installed"))
      return
    }
    let program = try String(contentsOfFile: scratch.path + "/map.gnuplot", encoding: .utf8)
    // Columns and rows ascend by value, not by text: 2 before 10.
    #expect(program.contains("\n0 0 NaN\n1 0 0.25\n0 1 0.25\n1 1 0.75\n"))
    let picture = try String(contentsOfFile: scratch.path + "/map.svg", encoding: .utf8)
    #expect(picture.contains("0.7500"))
  }

  @Test func aThirdSettingHasAPanelAValue() throws {
    var record = SearchRecord(
      system: "A", metric: "ndcg@5", settings: ["rate", "size", "depth"], points: 8)
    for (place, depth) in ["2", "1"].enumerated() {
      record.update(["1", "1", depth], epochs: [1], best: (1, 0.25 + Double(place)))
      record.update(["2", "3", depth], epochs: [1], best: (1, 0.5))
    }
    let scratch = try TemporaryFolder()
    if let note = try #require(HeatMap(record)).write(to: scratch.path + "/map.svg") {
      #expect(note.contains("gnuplot is not installed"))
      return
    }
    let program = try String(contentsOfFile: scratch.path + "/map.gnuplot", encoding: .utf8)
    #expect(
      program.contains(
        "set title 'depth 1' noenhanced\n$data_0 << END\n0 0 1.25\n1 0 NaN\n0 1 NaN\n1 1 0.5\nEND\n"
      ))
    #expect(program.contains("$data_1 << END\n0 0 0.25\n"))
    #expect(program.contains("set cbrange [0.25:1.25]"))
    let picture = try String(contentsOfFile: scratch.path + "/map.svg", encoding: .utf8)
    #expect(picture.contains("1.2500") && !picture.contains("NaN"))
  }

  @Test func searchesOfOneGridAreCompared() throws {
    let scratch = try TemporaryFolder()
    var half = SearchRecord(
      system: "half", metric: "ndcg@5", settings: ["rate", "size"], points: 6)
    half.update(["0.1", "2"], epochs: [6, 7], best: (2, 0.5))
    var other = SearchRecord(
      system: "other", metric: "mrr@5", settings: ["rate", "size"], points: 6)
    other.update(["0.1", "2"], epochs: [6, 7], best: (2, 0.5))
    try SearchComparison([other, record, half]).write(to: scratch.path)
    #expect(
      try String(contentsOfFile: scratch.path + "/searches.csv", encoding: .utf8) == """
        system,points tried,epochs over seeds,cost,best,behind the best
        A|B,4,27,1,0.75,0
        half,1,13,0.48148148148148145,0.5,0.25

        """)
    let none = try TemporaryFolder()
    try SearchComparison([other, record]).write(to: none.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: none.path).isEmpty)
  }

  @Test func onlyTwoOrThreeSettingsMakeAMap() {
    var one = SearchRecord(system: "A", metric: "ndcg@5", settings: ["rate"], points: 2)
    one.update(["1"], epochs: [1], best: (1, 0.5))
    #expect(HeatMap(one).map { _ in true } != true)
    var line = SearchRecord(system: "A", metric: "ndcg@5", settings: ["rate", "size"], points: 2)
    line.update(["1", "1"], epochs: [1], best: (1, 0.5))
    line.update(["1", "2"], epochs: [1], best: (1, 0.5))
    #expect(HeatMap(line).map { _ in true } != true)
  }
}
