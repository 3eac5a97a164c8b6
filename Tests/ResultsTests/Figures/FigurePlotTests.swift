import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

@Suite struct FigurePlotTests {
  @Test(.enabled(if: foundOrRequired(FigurePlot.findGnuplot() != nil)))
  func drawsAnSVGTheSameBytesEveryTime() throws {
    let scratch = try TemporaryFolder()
    let plot = FigurePlot(
      title: "It's 100 % \"S^ZR\"", data: try sampleFigure())
    var pictures: [String] = []
    for name in ["a", "b"] {
      let path = scratch.path + "/\(name)/figure3.svg"
      #expect(try plot.write(to: path) == nil)
      pictures.append(String(decoding: try Files.read(path), as: UTF8.self))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/\(name)").sorted()
          == ["figure3.gnuplot", "figure3.svg"])
    }
    #expect(pictures[0] == pictures[1])
    #expect(pictures[0].hasPrefix("<?xml") && pictures[0].contains("</svg>"))
    for text in ["It's 100 % \"S^ZR\"", "HR@10", "P@5", "A's", ">B<", "epoch"] {
      let escaped = text.replacing("\"", with: "&quot;").replacing("'", with: "&apos;")
      #expect(pictures[0].contains(text) || pictures[0].contains(escaped), "\(text)")
    }
  }

  @Test func withoutGnuplotOrDataThereIsANoteAndNoPicture() throws {
    let scratch = try TemporaryFolder()
    let path = scratch.path + "/figure.svg"
    let plot = FigurePlot(title: "T", data: try sampleFigure())
    #expect(try plot.write(to: path, gnuplot: nil)?.contains("gnuplot is not installed") == true)
    let empty = FigurePlot(
      title: "T",
      data: try CurveData(metrics: ["m"], systems: ["A"], curves: Curve()))
    #expect(
      try empty.write(to: path, gnuplot: "/bin/false")?.contains("nothing was measured") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["figure.gnuplot"])
  }

  @Test func aProgramThatFailsLeavesNoPictureBehind() throws {
    let scratch = try TemporaryFolder()
    let plot = FigurePlot(title: "T", data: try sampleFigure())
    for program in ["/bin/false", scratch.path + "/missing"] {
      #expect {
        _ = try plot.write(to: scratch.path + "/figure.svg", gnuplot: program)
      } throws: {
        ($0 as? Problem)?.kind == .run
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["figure.gnuplot"])
  }

  @Test func findsNoProgramInAnEmptyPath() {
    #expect(FigurePlot.findGnuplot(in: [:]) == nil)
    #expect(FigurePlot.findGnuplot(in: ["PATH": "/nowhere:/also/nowhere"]) == nil)
  }
}
