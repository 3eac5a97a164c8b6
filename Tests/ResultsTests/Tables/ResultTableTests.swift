import Basics
import Testing

@testable import Results

@Suite struct ResultTableTests {
  @Test func whatRecommendersFoundOutHasATableOfItsOwn() throws {
    var records = [record("A", seed: 1), record("A", seed: 2), record("B"), record("other")]
    for (place, values) in [[0.25, 7], [0.75], [], [9]].enumerated() {
      records[place].observations = values.enumerated().map {
        NamedValue(["share", "size"][$0], $1)
      }
    }
    let table = try #require(
      try ObservationTable.make(title: "T", systems: ["B", "A"], records: records))
    #expect(table.rows.map(\.system) == ["A"] && table.columns.map(\.metric) == ["share", "size"])
    #expect(table.rows[0].cells[0].measured?.mean == 0.5)
    #expect(table.rows[0].cells[1].measured?.mean.isNaN == true)
    #expect(try ObservationTable.make(title: "T", systems: ["B"], records: records) == nil)
  }

  @Test func putsMeansBesidePublishedValues() throws {
    let table = try ResultTable(
      title: "T", metrics: ["precision@5", "mrr@5"], systems: ["B", "A", "C"],
      published: ["A": ["precision@5": 0.5]],
      records: [
        record("A", seed: 2, ["precision@5": 0.75, "mrr@5": 0.5]),
        record("A", seed: 1, ["precision@5": 0.25, "mrr@5": 0.5]),
        record("C", seed: 1, ["precision@5": 0.125, "mrr@5": 0.5]),
        record("other", seed: 1, [:]),
      ])
    #expect(table.rows.map(\.system) == ["B", "A", "C"])
    #expect(table.rows.map(\.seeds) == [[], [1, 2], [1]])
    let cell = table.rows[1].cells[0]
    #expect(cell.published == 0.5 && cell.measured?.mean == 0.5 && cell.difference == 0)
    #expect(abs((cell.measured?.sd ?? 0) - 0.125.squareRoot()) < 1e-15)
    #expect(table.rows[1].cells[1].difference == nil)
    #expect(table.rows[0].cells[0].measured == nil)
    #expect(table.columns.map(\.heading) == ["P@5", "MRR@5"])
  }

  @Test func theBestAndTheSecondBestOfEachColumnAreMarked() throws {
    let metrics = ["recall@5", "log-loss", "popularity@5", "mrr@5"]
    func values(_ all: Double...) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: zip(metrics, all))
    }
    let table = try ResultTable(
      title: "T", metrics: metrics, systems: ["A", "B", "C", "D", "E"],
      published: ["E": ["recall@5": 1]],
      records: [
        record("A", values(0.5, 0.3, 1, .nan)), record("B", values(0.25, 0.1, 2, 0.5)),
        record("C", values(0.5, 0.2, 3, .nan)), record("D", values(0.125, 0.1, 4, .nan)),
      ], better: [.higher, .lower, .neither, .higher])
    func marks(_ column: Int) -> [ResultTable.Mark?] { table.rows.map { $0.cells[column].mark } }
    // Equal means share a mark; published numbers are not marked.
    #expect(marks(0) == [.best, .second, .best, nil, nil])
    #expect(marks(1) == [nil, .best, .second, .best, nil])
    #expect(marks(2).allSatisfy { $0 == nil })
    // One number is not the best of anything.
    #expect(marks(3).allSatisfy { $0 == nil })
    #expect(table.columns.map(\.better) == [.higher, .lower, .neither, .higher])
  }

  private func make(
    published: [String: [String: Double]] = [:], _ records: [TrialRecord]
  ) throws {
    _ = try ResultTable(
      title: "Table 4", metrics: ["precision@5"], systems: ["ItemPop"], published: published,
      records: records)
  }

  @Test func publishedNumbersMustHaveAPlace() {
    #expect {
      try make(published: ["ItemPob": ["precision@5": 1]], [])
    } throws: {
      ($0 as? Problem)?.message.contains("did you mean \"ItemPop\"?") == true
    }
    #expect {
      try make(published: ["ItemPop": ["precison@5": 1]], [])
    } throws: {
      ($0 as? Problem)?.message.contains("did you mean \"precision@5\"?") == true
    }
  }

  @Test func recordsMustFitTogether() {
    expectDataProblem("ItemPop: two records of seed 3") {
      try make([record("ItemPop", seed: 3), record("ItemPop", seed: 3)])
    }
    expectDataProblem("ItemPop, seed 1: precision@5 was not measured") {
      try make([record("ItemPop", ["recall@5": 1])])
    }
    var other = record("ItemPop", seed: 2)
    other.values[0].definition = "micro"
    expectDataProblem("ItemPop, seed 2: precision@5 is \"micro\", elsewhere") {
      try make([record("ItemPop", seed: 1), other])
    }
  }
}
