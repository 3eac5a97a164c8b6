import Testing

@testable import Results

@Suite struct PlotScriptTests {
  @Test func labelsCannotBreakOutOfTheirQuotes() throws {
    let evil = "'; system('touch /tmp/x'); '\nset output"
    var curve = Curve()
    for epoch in 1...2 {
      curve.append(.init(system: evil, seed: 1, epoch: epoch, metric: "m", value: 0.5))
    }
    let data = try CurveData(metrics: ["m"], systems: [evil], curves: curve)
    let script = PlotScript.text(
      of: FigurePlot(title: evil, data: data), output: "o'.svg")
    #expect(script.contains("title '''; system(''touch /tmp/x''); '' set output' noenhanced"))
    #expect(script.contains("set output 'o''.svg'\n"))
    #expect(
      !script.contains("\nset output\n")
        && script.split(separator: "\n").allSatisfy { $0 != "set output" })
  }

  @Test func aCurveIsALineWithABandASinglePointALevel() throws {
    let script = PlotScript.text(
      of: FigurePlot(title: "T", data: try sampleFigure()),
      output: "o.svg")
    #expect(script.contains("10 0.1171875 0.05524271728019903\n20 0.15625 0\n"))
    #expect(script.contains("filledcurves"))
    #expect(script.contains("0.25 with lines dashtype 2"))
    #expect(script.contains("set multiplot layout 1,2"))
  }

  @Test func manyLinesAndLongTitlesHaveRoomAndNoTwoLinesLookAlike() throws {
    let labels = (0..<30).map { "system \($0)" }
    let curve = Curve(
      labels.flatMap { label in
        (1...2).map { .init(system: label, seed: 1, epoch: $0, metric: "m", value: 0.5) }
      })
    let data = try CurveData(metrics: ["m"], systems: labels, curves: curve)
    let title = "A title of very many words " + String(repeating: "that go on and on ", count: 9)
    let script = PlotScript.text(
      of: FigurePlot(title: title, data: data), output: "o.svg")
    let shown = try #require(script.firstMatch(of: /title (.*) noenhanced/)).1
    let lines = shown.split(separator: #"."\n"."#)
    #expect(lines.count == 2 && lines.allSatisfy { $0.count <= 104 })
    let styles = script.matches(of: /with lines (.*?) title/).map { String($0.1) }
    #expect(styles.count == 30 && Set(styles).count == 30)
  }

  @Test func whatIsNotANumberIsNotDrawn() throws {
    let curve = Curve(
      [Double.nan, 0.5, .infinity, 0.25].enumerated().map {
        .init(system: "A", seed: 1, epoch: $0.offset, metric: "m", value: $0.element)
      })
    let data = try CurveData(metrics: ["m", "n"], systems: ["A"], curves: curve)
    let script = PlotScript.text(
      of: FigurePlot(title: "T", data: data), output: "o.svg")
    #expect(script.contains("END\n1 0.5 0\n3 0.25 0\nEND\n"))
    #expect(script.contains("set multiplot next"))
  }
}
