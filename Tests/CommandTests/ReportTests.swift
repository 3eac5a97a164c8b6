import Foundation
import TestSupport
import Testing

/// `reprise report` as a user runs it.
@Suite struct ReportTests {
  /// The files without times in them.
  private func results(_ folder: TemporaryFolder) throws -> [String: String] {
    let names = folder.contents.filter { $0.hasPrefix("Results/paper/") }
    #expect(names.contains { $0.hasSuffix("/manifest.json") })
    var texts: [String: String] = [:]
    for name in names
    where !name.hasSuffix("/manifest.json") && !name.contains("/cost.") {
      texts[name] = try folder.text(of: name)
    }
    return texts
  }

  @Test func writesWhatTheRunWrote() throws {
    try withTemporaryFolder { folder in
      let experiment = try SmallExperiment(in: folder)
      let run = try experiment.reprise("run", "paper/small.json")
      #expect(run.status == 0, "\(run.errors)")
      let first = try results(folder)
      let trials = folder.contents.filter { $0.contains(".trials") }
      #expect(first.keys.contains("Results/paper/small/table.csv"))
      try FileManager.default.removeItem(atPath: folder["Results/paper"])
      let report = try experiment.reprise("report", "paper/small.json")
      #expect(report.status == 0, "\(report.errors)")
      #expect(report.output == run.output)
      #expect(try results(folder) == first)
      #expect(folder.contents.filter { $0.contains(".trials") } == trials)
    }
  }

  @Test func namesWhatIsNotFinished() throws {
    try withTemporaryFolder { folder in
      let experiment = try SmallExperiment(in: folder)
      // The grid of two points is searched first.
      let none = try experiment.reprise("report", "paper/small.json")
      #expect(none.status == 1)
      #expect(
        none.errors
          == "error: Results: 6 of 6 trials are not finished (BPR, seed 1; BPR, seed 2; ItemPop, seed 1;"
          + " ItemPop, seed 2); `reprise run` finishes them\n")
      #expect(try experiment.reprise("run", "paper/small.json", "--seeds", "1").status == 0)
      let half = try experiment.reprise("report", "paper/small.json")
      #expect(half.status == 1)
      #expect(
        half.errors.contains("3 of 6 trials are not finished (BPR, seed 2; ItemPop, seed 2);"))
      #expect(half.output.contains("ItemPop (1 of 2 seeds)"))
      #expect(half.output.contains("Gap: BPR: 2 of 2 seeds are missing (1, 2): not finished"))
      #expect(try folder.text(of: "Results/paper/small/table.csv").contains("BPR,precision@3,"))
      let one = try experiment.reprise("report", "paper/small.json", "--seeds", "1")
      #expect(one.status == 0, "\(one.errors)")
      #expect(one.output.contains("Written to Results/paper/small-seeds-1/"))
    }
  }

  @Test func takesTheWordsOfTheSpecAsTheyAreNow() throws {
    try withTemporaryFolder { folder in
      let experiment = try SmallExperiment(in: folder)
      #expect(try experiment.reprise("run", "paper/small.json").status == 0)
      let spec = try folder.text(of: "paper/small.json")
      try folder.write(spec.replacing(#""Small""#, with: #""Renamed""#), to: "paper/small.json")
      let report = try experiment.reprise("report", "paper/small.json")
      #expect(report.status == 0, "\(report.errors)")
      #expect(report.output.contains("Renamed"))
    }
  }

  @Test func refusesWhatIsNotThere() throws {
    try withTemporaryFolder { folder in
      let experiment = try SmallExperiment(in: folder)
      #expect(try experiment.reprise("report", "paper/small.json", "--seeds", "0").status == 2)
      #expect(try experiment.reprise("report", "paper/none.json").status == 2)
    }
  }
}
