import Basics
import TestSupport
import Testing

@testable import Results

@Suite struct CurveTests {
  static let points = [
    Curve.Point(system: "UR-GAN", seed: 1, epoch: 10, metric: "precision@5", value: 0.1 + 0.2),
    Curve.Point(system: "a, \"b\" c", seed: 2, epoch: 20, metric: "loss/generator", value: 1e-30),
    Curve.Point(system: "UR-GAN", seed: 1, epoch: 20, metric: "precision@5", value: 3),
  ]

  @Test func isReadAsItWasWrittenToTheLastBit() throws {
    let scratch = try TemporaryFolder()
    let curve = Curve(Self.points)
    try curve.write(to: scratch.path + "/curve.csv")
    #expect(try Curve(reading: scratch.path + "/curve.csv") == curve)
    #expect(
      curve.csv == """
        system,seed,epoch,metric,value
        UR-GAN,1,10,precision@5,0.30000000000000004
        "a, ""b"" c",2,20,loss/generator,1e-30
        UR-GAN,1,20,precision@5,3

        """)
  }

  @Test func aNaNSurvives() throws {
    let curve = Curve([.init(system: "s", seed: 1, epoch: 1, metric: "m", value: .nan)])
    let read = try Curve(parsing: Array(curve.csv.utf8), file: "c.csv")
    #expect(read.points.first?.value.isNaN == true)
  }

  @Test func aResumedTrialForgetsWhatCameAfterItsCheckpoint() {
    var curve = Curve(Self.points)
    curve.removePoints(after: 10)
    #expect(curve.points == [Self.points[0]])
    curve.append(Curve([Self.points[2]]))
    #expect(curve.points == [Self.points[0], Self.points[2]])
  }

  @Test(arguments: [
    ("s,x,1,m,0.5", "c.csv:2: seed: expected a whole number, found \"x\""),
    ("s,1,-1,m,0.5", "c.csv:2: epoch: expected a whole number, found \"-1\""),
    ("s,1,1,m,", "c.csv:2: value: expected a number, found \"\""),
    ("s,1,1,m, 0.5", "value: expected a number"), ("s,1,1,m", "expected 5 cells, found 4"),
  ])
  func badRowsAreRefusedWithTheirLine(row: String, message: String) {
    expectDataProblem(message) {
      _ = try Curve(
        parsing: Array("system,seed,epoch,metric,value\n\(row)\n".utf8), file: "c.csv")
    }
  }
}
