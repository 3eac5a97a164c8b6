import Basics
import TestSupport
import Testing

@testable import Results

@Suite struct ManifestTests {
  @Test func isReadAsItWasWrittenAndIsNoTrial() throws {
    let scratch = try TemporaryFolder()
    var manifest = Manifest()
    manifest.experiment = "ur-gan/table4"
    manifest.profile = "quick"
    manifest.specHash = "aa"
    manifest.dataHash = "bb"
    manifest.provenance = record().provenance
    manifest.jobs = 2
    manifest.trials = ["one", "two"]
    manifest.durations = [NamedValue("wall", 61.25)]
    manifest.peakMemory = 1 << 30
    let path = scratch.path + "/manifest.json"
    try manifest.write(to: path)
    #expect(try Manifest(reading: path) == manifest)
    expectDataProblem("this is not a trial") { _ = try TrialRecord(reading: path) }
  }
}
