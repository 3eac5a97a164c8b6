import Basics
import TestSupport
import Testing

@testable import Results

@Suite struct ResultComparisonTests {
  private let scratch: TemporaryFolder
  private var committed: String { scratch.path + "/committed" }
  private var now: String { scratch.path + "/now" }

  /// Two folders with the same table.
  init() throws {
    scratch = try TemporaryFolder()
    for folder in [committed, now] {
      try write(folder, "table.csv", table(0.5))
      try write(folder, "table.md", "| 0.5 |\n")
      try manifest(folder)
    }
  }

  private func table(_ mean: Double, sd: String = "0.125", difference: Double = 0.25) -> String {
    "system,metric,definition,published,mean,sd,seeds,difference\n"
      + "A,ndcg@5,\"macro, N\",0.25,\(mean),\(sd),2,\(difference)\n"
      + "B,ndcg@5,\"macro, N\",,0.125,,1,\n"
  }

  private func write(_ folder: String, _ name: String, _ text: String) throws {
    try ResultFile.write(text, to: "\(folder)/\(name)")
  }

  private func manifest(
    _ folder: String, core: String = "Haswell", kernels: String = "", spec: String = "s"
  ) throws {
    var manifest = Manifest()
    manifest.specHash = spec
    manifest.provenance = Provenance(
      gitRevision: "r", host: "h", coreName: core, kernels: kernels, threads: 1)
    manifest.durations = [NamedValue("training", folder == now ? 2 : 1)]
    try manifest.write(to: "\(folder)/manifest.json")
  }

  private func compare(_ tolerance: Double = 0.01) throws -> ResultComparison {
    try ResultComparison(committed: committed, now: now, tolerance: tolerance)
  }

  private func lines() throws -> [String] { try compare().differences.map(\.description) }

  @Test func timesMayDifferNothingElseDoes() throws {
    try write(committed, "cost.csv", "1")
    try write(now, "cost.csv", "2")
    let comparison = try compare()
    #expect(comparison.differences.isEmpty && comparison.notes.isEmpty)
    #expect(comparison.compared == 2 && comparison.tolerance == nil)
  }

  @Test func namesTheCellAndByHowMuchItMoved() throws {
    try write(now, "table.csv", table(0.53125, difference: 0.28125))
    #expect(
      try lines() == [
        "table.csv: A, ndcg@5, mean: committed 0.5, now 0.53125 (+0.031)",
        "table.csv: A, ndcg@5, difference: committed 0.25, now 0.28125 (+0.031)",
      ])
  }

  @Test func rowsAndFilesThatAreNewOrGone() throws {
    let rows = table(0.5).split(separator: "\n", omittingEmptySubsequences: false)
    try write(now, "table.csv", rows[...1].joined(separator: "\n") + "\nC,ndcg@5,d,,1,,1,\n")
    try write(now, "more.md", "")
    try write(committed, "less.md", "")
    #expect(
      try lines() == [
        "less.md: is no longer there", "table.csv: B, ndcg@5: is no longer there",
        "table.csv: C, ndcg@5: is not among the committed results",
        "more.md: is not among the committed results",
      ])
  }

  @Test func curvesBySystemSeedEpochAndMetric() throws {
    for (folder, value) in [(committed, 0.25), (now, 0.5)] {
      let points = [(0, 0.125), (10, value)].map {
        Curve.Point(system: "A", seed: 1, epoch: $0.0, metric: "auc", value: $0.1)
      }
      try Curve(points).write(to: "\(folder)/curves.csv")
    }
    #expect(
      try lines() == [
        "curves.csv: A, seed 1, epoch 10, auc, value: committed 0.25, now 0.5 (+0.25)"
      ])
  }

  @Test func textsByLineMovedRowsToo() throws {
    try write(now, "table.md", "| 0.6 |\n")
    let rows = table(0.5).split(separator: "\n")
    try write(now, "table.csv", [rows[0], rows[2], rows[1]].joined(separator: "\n") + "\n")
    let found = try lines()
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("table.csv: line 2: committed A,ndcg@5,"))
    #expect(found[1] == "table.md: line 1: committed | 0.5 |, now | 0.6 |")
  }

  @Test func ourOwnKernelsCountWhereBothSidesNameThem() throws {
    try manifest(committed, kernels: "v3")
    #expect(try compare().tolerance == nil)
    try manifest(now, kernels: "v4")
    let other = try compare()
    #expect(other.tolerance == 0.01)
    #expect(other.notes[0].contains("a Haswell (v3) processor, this is a Haswell (v4)"))
  }

  @Test func anotherProcessorHasAToleranceForWhatIsMeasured() throws {
    try manifest(now, core: "Zen")
    try write(now, "table.csv", table(0.503, sd: "0.128", difference: 0.253))
    try write(now, "table.md", "| 0.503 |\n")
    for (folder, p) in [(committed, "0.04"), (now, "0.06")] {
      try write(folder, "tests.csv", "system,p\nA,\(p)\n")
    }
    let close = try compare()
    #expect(close.differences.isEmpty && close.tolerance == 0.01)
    #expect(close.notes.count == 2 && close.notes[0].contains("may differ by 1 %"))
    #expect(close.notes[1].hasPrefix("tests.csv: not compared"))
    #expect(
      try compare(0.005).differences.map(\.place) == [
        "A, ndcg@5, mean", "A, ndcg@5, sd", "A, ndcg@5, difference",
      ])
    // What the paper printed does not depend on the processor.
    try write(now, "table.csv", table(0.5).replacing("0.25,0.5", with: "0.251,0.5"))
    #expect(
      try lines() == ["table.csv: A, ndcg@5, published: committed 0.25, now 0.251 (+0.001)"])
  }

  @Test func numbersThatAreNoneAreEqualToThemselvesOnly() throws {
    try manifest(now, core: "Zen")
    let text = table(0.5).replacing("0.125,,1", with: "nan,,1")
    try write(committed, "table.csv", text)
    try write(now, "table.csv", text)
    #expect(try lines().isEmpty)
    try write(now, "table.csv", table(0.5))
    #expect(try lines() == ["table.csv: B, ndcg@5, mean: committed not defined, now 0.125"])
  }

  @Test func aPictureByAnotherGnuplotIsNotCompared() throws {
    for (folder, version) in [(committed, "5"), (now, "6")] {
      try write(folder, "f.svg", "<desc>Produced by GNUPLOT \(version)</desc>\n<g x='\(version)'/>")
    }
    let comparison = try compare()
    #expect(comparison.differences.isEmpty)
    #expect(comparison.notes == ["f.svg: not compared, it was drawn by another gnuplot"])
    try write(now, "f.svg", "<desc>Produced by GNUPLOT 5</desc>\n<g x='6'/>")
    #expect(try lines() == ["f.svg: line 2: committed <g x='5'/>, now <g x='6'/>"])
    for (name, text) in [("g.svg", "<svg/>"), ("g.tex", "text"), ("g.gnuplot", "plot x")] {
      try write(now, name, text)
    }
    #expect(try lines().dropFirst() == ["g.gnuplot: is not among the committed results"])
  }

  @Test func saysWhatChangedBesideTheNumbers() throws {
    try manifest(now, spec: "t")
    #expect(try compare().notes == ["the spec has changed since they were written"])
  }

  @Test func withoutAManifestThereIsNothingToCompareWith() throws {
    expectDataProblem("there are no results to compare with; `reprise run` writes them") {
      _ = try ResultComparison(committed: scratch.path + "/none", now: now, tolerance: 0)
    }
  }
}
