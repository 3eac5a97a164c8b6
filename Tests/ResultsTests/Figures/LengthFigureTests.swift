import Basics
import Evaluation
import Testing

@testable import Results

@Suite struct LengthFigureTests {
  private static let names = [
    "f1@5", "f1@10", "precision@10", "f1-bound@5", "f1-bound@10", "precision@5",
  ]

  private static func figure(_ systems: [String] = ["A", "B"]) throws -> LengthData {
    let records = [("A", 1, 0.25), ("A", 2, 0.5), ("B", 1, 0.125)].map { system, seed, value in
      record(
        system, seed: seed,
        Dictionary(
          uniqueKeysWithValues: names.map { ($0, $0.hasPrefix("f1-bound") ? 0.75 : value) }))
    }
    return try LengthData(FigureSources(metrics: names, systems: systems, records: records))
  }

  @Test func metricsThatDifferInTheLengthAloneAreAPanel() throws {
    let figure = try Self.figure()
    #expect(figure.metrics == ["f1@N", "precision@N"])
    #expect(figure.yLabel("f1@N") == "F1@N")
    #expect(figure.values(of: "f1@N") == [0.375, 0.375, 0.125, 0.125])
    let lines = figure.csv.split(separator: "\n").map(String.init)
    #expect(lines[0] == "system,metric,N,mean,sd,seeds")
    #expect(lines[1].hasPrefix("A,f1@N,5,0.375,0.17"))
    // Precision is measured at 5 and 10, whatever the order in which it is named.
    #expect(lines[5].hasPrefix("A,precision@N,5,"))
    #expect(Array(lines.suffix(2)) == ["bound,f1@N,5,0.75,0,2", "bound,f1@N,10,0.75,0,2"])
  }

  @Test func theBoundIsADashedLineOfItsPanel() throws {
    let script = PlotScript.text(
      of: FigurePlot(title: "T", data: try Self.figure()), output: "o.svg")
    #expect(script.components(separatedBy: "dashtype 2").count == 2)
    #expect(script.contains("$data_0_bound << END\n5 0.75 0\n10 0.75 0\nEND"))
    #expect(script.contains("title 'bound' noenhanced"))
    #expect(!script.contains("$data_1_bound"))
    #expect(script.contains("set xlabel 'N, length of the list'"))
  }

  @Test func ofTheSystemsShownAlone() throws {
    let figure = try Self.figure(["B"])
    #expect(figure.csv.contains("bound,f1@N,5,0.75,,1"))
    #expect(!figure.csv.contains("A,"))
  }

  @Test(arguments: [
    (["f1@5", "auc"], "\"auc\" has no length; expected metrics as \"precision@5\""),
    (["f1@5", "f1@10", "recall@5"], "recall@N is given at one length; expected two at least"),
    (
      ["recall@5", "recall@10", "f1-bound@5", "f1-bound@10"],
      "\"f1-bound@5\" is drawn beside f1@N, which is not there"
    ),
  ]) func whatCannotBeDrawn(names: [String], message: String) throws {
    let y = try names.map { try Metric($0) }
    let json = JSON.object([("y", .array(names.map { .string($0) }))])
    let problem = #expect(throws: Problem.self) { try LengthFigure().check(y, json) }
    #expect(problem?.message.contains(message) == true)
  }
}
