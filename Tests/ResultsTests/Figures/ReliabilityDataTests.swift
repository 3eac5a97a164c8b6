import Basics
import Testing

@testable import Results

@Suite struct ReliabilityDataTests {
  private func record(_ system: String, seed: Int, _ clicks: [Int]) -> TrialRecord {
    var bins = ReliabilityRecord()
    bins.metric = "calibration-error"
    (bins.records, bins.clicks, bins.probabilities) = ([4, 0, 6], clicks, [1, 0, 4.5])
    var record = TrialRecord()
    (record.system, record.seed, record.reliability) = (system, seed, [bins])
    return record
  }

  @Test func poolsTheRecordsOfAllSeedsAndLeavesOutEmptyBins() throws {
    let data = try ReliabilityData(
      metrics: ["calibration-error"], systems: ["A", "B"],
      records: [record("A", seed: 1, [1, 0, 6]), record("A", seed: 2, [0, 0, 3])])
    #expect(data.series.count == 1)
    let points = data.series[0].points
    #expect(points.map(\.records) == [8, 12])
    #expect(points.map(\.probability) == [0.25, 0.75] && points.map(\.share) == [0.125, 0.75])
    #expect(
      data.csv
        == "system,metric,records,probability,share\nA,calibration-error,8,0.25,0.125\n"
        + "A,calibration-error,12,0.75,0.75\n")
    let panel = data.panel("calibration-error", "$data_0", PanelSize(width: 400, height: 260))
    #expect(panel.plots.count == 2 && panel.data.contains("0.25 0.125\n0.75 0.75\n"))
  }

  @Test func aRecordOfAnOlderProgramSaysWhatToDo() {
    #expect(throws: Problem.self) {
      try ReliabilityData(
        metrics: ["calibration-error(bins=20)"], systems: ["A"],
        records: [record("A", seed: 1, [1, 0, 6])])
    }
  }

  @Test func aRecordWithBinsIsReadBackAsItWas() throws {
    let before = record("A", seed: 1, [1, 0, 6])
    let bins = before.reliability[0]
    #expect(try ReliabilityRecord(decoding: bins.encoded()) == bins)
    #expect(throws: Problem.self) {
      try ReliabilityRecord(
        decoding: ["metric": "m", "records": [1], "clicks": [], "probabilities": [0.5]])
    }
  }
}
