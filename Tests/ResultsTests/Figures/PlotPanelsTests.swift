import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

/// Records of two seeds of each value of a setting.
private func sweptRecords() -> [TrialRecord] {
  [0.5, 0.015625, 0.125].flatMap { alpha in
    [1, 2].map { seed in
      var swept = record("α \(alpha)", seed: seed, ["ndcg@5": alpha / 2 + 0.25 * Double(seed)])
      swept.settings = ["alpha": .number(alpha)]
      return swept
    }
  }
}

private let sweptSystems = ["α 0.5", "α 0.125", "α 0.015625"]

@Suite struct PlotPanelsTests {
  @Test func aSweepHasALineThroughItsValuesInOrder() throws {
    let data = try SweepData(
      setting: "alpha", optimum: 0.125, metrics: ["ndcg@5"], systems: sweptSystems,
      records: sweptRecords())
    #expect(data.series[0].points.map(\.value) == [0.015625, 0.125, 0.5])
    #expect(data.series[0].points.map(\.spread.mean) == [0.3828125, 0.4375, 0.625])
    #expect(
      data.csv.hasPrefix(
        "recommender,metric,alpha,mean,sd,seeds\nmf-bpr,ndcg@5,0.015625,0.3828125,0.17"))
    let script = PlotScript.text(
      of: FigurePlot(title: "T", data: data), output: "o.svg")
    #expect(script.contains("set logscale x\n"))
    #expect(script.contains("set autoscale y\n") && !script.contains("set yrange"))
    #expect(script.contains("set arrow from first 0.125, graph 0 to first 0.125, graph 1 nohead"))
    #expect(script.contains("with vectors heads"))
    #expect(script.contains("title 'mf-bpr' noenhanced, NaN with lines"))
  }

  @Test func aFlatSweepLooksFlat() throws {
    let records = [0.25, 0.5].map { alpha in
      var swept = record("α \(alpha)", ["ndcg@5": 0.75 + alpha / 4])
      swept.settings = ["alpha": .number(alpha)]
      return swept
    }
    let data = try SweepData(
      setting: "alpha", metrics: ["ndcg@5"], systems: ["α 0.25", "α 0.5"], records: records)
    let script = PlotScript.text(
      of: FigurePlot(title: "T", data: data), output: "o.svg")
    // The values are 0.8125 and 0.875; the axis spans 0.175 around their middle.
    #expect(script.contains("set yrange [0.75625:0.93125]\n"), "\(script)")
  }

  @Test func aNarrowSweepOfOneSeedHasAPlainAxisAndNoBars() throws {
    let records = sweptRecords().filter { $0.seed == 1 && $0.system != "α 0.015625" }
    let data = try SweepData(
      setting: "alpha", metrics: ["ndcg@5"], systems: sweptSystems, records: records)
    let script = PlotScript.text(
      of: FigurePlot(title: "T", data: data), output: "o.svg")
    #expect(!script.contains("logscale") && !script.contains("arrow"))
    #expect(!script.contains("vectors"))
  }

  @Test func whatCannotBeSweptIsRefused() throws {
    #expect(throws: Problem.data("A, seed 1: \"alpha\" is no number there")) {
      try SweepData(setting: "alpha", metrics: [], systems: ["A"], records: [record("A")])
    }
    let twice = [record("A"), record("B")]
    #expect(throws: Problem.usage("\"A\" and \"B\" both have factors 64")) {
      try SweepData(setting: "factors", metrics: [], systems: ["A", "B"], records: twice)
    }
    #expect(throws: Problem.data("A, seed 1: auc was not measured")) {
      try SweepData(setting: "factors", metrics: ["auc"], systems: ["A"], records: [record("A")])
    }
  }

  @Test func barsStandBesideWhatWasPublished() throws {
    let records = [
      record("A", seed: 1, ["auc": 0.5]), record("A", seed: 2, ["auc": 0.75]),
      record("B", ["auc": 0.25]),
    ]
    let data = try BarData(
      metrics: ["auc"], systems: ["A", "B", "C"], published: ["B": ["auc": 0.125]],
      records: records)
    #expect(
      data.csv == """
        system,metric,mean,sd,seeds,published
        A,auc,0.625,0.1767766952966369,2,
        B,auc,0.25,,1,0.125
        C,auc,,,0,

        """)
    let script = PlotScript.text(
      of: FigurePlot(title: "T", data: data), output: "o.svg")
    // The colors as numbers: 0x0072b2 and 0xd55e00.
    #expect(script.contains("<< END\n0 0.625 0.1767766952966369 29362\n1 0.25 0 13983232\nEND\n"))
    #expect(script.contains("set xtics noenhanced rotate by 25 right ('A' 0, 'B' 1, 'C' 2)\n"))
    #expect(script.contains("<< END\n1 0.125\nEND\n"))
    #expect(script.contains("title 'published'") && !script.contains("set xlabel"))
  }

  @Test func aPointASystemStandsAtItsTwoMeans() throws {
    let records = [
      record("A", seed: 1, ["auc": 0.5, "map": 1]), record("A", seed: 2, ["auc": 0.75, "map": 2]),
      record("B \"b\"", ["auc": .nan, "map": 1]), record("C", ["auc": 0.25, "map": 3]),
    ]
    let data = try BarData(
      metrics: ["auc", "map"], systems: ["A", "B \"b\"", "C", "D"], published: [:],
      records: records)
    let plot = FigurePlot(title: "T", data: ScatterData(bars: data))
    #expect(plot.data.metrics == ["map"] && plot.data.isMeasured)
    let script = PlotScript.text(of: plot, output: "o.svg")
    #expect(
      script.contains("<< END\n0.625 1.5 29362 \"A\"\n0.25 3 40563 \"C\"\nEND\n"), "\(script)")
    #expect(script.contains("set xlabel 'auc'") && script.contains("with labels"))
  }

  @Test(.enabled(if: foundOrRequired(FigurePlot.findGnuplot() != nil)))
  func sweepsBarsAndPointsAreDrawnAndByTheirOwnProgramAgain() throws {
    let scratch = try TemporaryFolder()
    let sweep = try SweepData(
      setting: "alpha", optimum: 0.125, metrics: ["ndcg@5"], systems: sweptSystems,
      records: sweptRecords())
    let bars = try BarData(
      metrics: ["ndcg@5"], systems: sweptSystems, published: ["α 0.125": ["ndcg@5": 0.5]],
      records: sweptRecords())
    let scatter = try BarData(
      metrics: ["ndcg@5", "auc"], systems: sweptSystems, published: [:],
      records: sweptRecords().map { record in
        var both = record
        both.values += record.values.map {
          MetricValue("auc", definition: $0.definition, value: 1 - $0.value)
        }
        return both
      })
    let all = [
      ("sweep", sweep as any FigureContent), ("bars", bars),
      ("scatter", ScatterData(bars: scatter)),
    ]
    for (name, data) in all {
      let path = "\(scratch.path)/\(name).svg"
      #expect(try FigurePlot(title: "T", data: data).write(to: path) == nil)
      let picture = try Files.read(path)
      #expect(String(decoding: picture, as: UTF8.self).contains("</svg>"))
      let process = Process()
      process.executableURL = URL(filePath: FigurePlot.findGnuplot() ?? "")
      process.arguments = ["\(name).gnuplot"]
      process.currentDirectoryURL = URL(filePath: scratch.path)
      process.environment = ["LC_ALL": "C"]
      try FileManager.default.removeItem(atPath: path)
      try process.run()
      process.waitUntilExit()
      #expect(try Files.read(path) == picture)
    }
  }
}
