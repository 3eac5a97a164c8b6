import Basics
import Evaluation
import Foundation
import Results
import TestSupport
import Testing

@testable import Experiments

/// Comparisons of trials that are written by hand, so that every pair is known.
@Suite struct TableSignificanceTests {
  /// A finished trial of one metric, the values by user.
  private func trial(
    _ system: String, seed: Int, _ values: [String: Double], in folder: TemporaryFolder,
    mean: Double = 0
  ) throws -> TrialResult {
    var record = TrialRecord()
    (record.system, record.seed, record.epochs) = (system, seed, 7)
    record.identity = "\(system)-\(seed)"
    record.values = [MetricValue("precision@5", definition: "macro", value: mean)]
    let users = values.keys.sorted()
    try folder.write("", to: ".trials/\(record.identity)/lock")
    try UserValues(
      trial: record.identity, epoch: 7, users: users, metrics: ["precision@5"],
      values: [users.map { values[$0] ?? .nan }]
    ).write(to: TrialFolder(record.identity, results: folder.path).users("m"))
    return TrialResult(
      record: record, curve: Curve(), folder: record.identity, measurement: "m")
  }

  private func compare(
    _ results: [TrialResult], in folder: TemporaryFolder, systems: [String] = ["A", "B"],
    metrics: [String] = ["precision@5"], _ change: (inout SignificanceSettings) -> Void = { _ in }
  ) throws -> SignificanceReport {
    var settings = SignificanceSettings()
    settings.against = "A"
    change(&settings)
    return try TableSignificance(settings, results: results, folder: folder.path)
      .compare(systems: systems, metrics: metrics.map { try Metric($0) })
  }

  @Test func aUserCountsWithTheMeanOverTheSeedsThatBothSystemsTested() throws {
    try withTemporaryFolder { folder in
      let results = [
        try trial("A", seed: 1, ["u": 0.2, "v": 0.4, "w": 0, "x": 1], in: folder),
        try trial("A", seed: 2, ["u": 0.4, "v": 0.4, "w": 0.2], in: folder),
        try trial("B", seed: 1, ["w": 0.6, "v": 0.2, "u": 1, "x": 0, "y": 1], in: folder),
        // No value for y of seed 2, and x was not tested by it.
        try trial("B", seed: 2, ["w": 0.6, "v": 1, "u": 1, "y": .nan], in: folder),
      ]
      let report = try compare(results, in: folder)
      // u: 1 − .3, v: .6 − .4, w: .6 − .1
      let sample = try PairedSample([0.7, 0.2, 0.5], against: [0, 0, 0], over: .users)
      let test = PairedTTest(sample, level: 0.05)
      let comparison = try #require(report.comparisons.first)
      #expect(comparison.pairs == 3 && comparison.system == "B")
      #expect(abs(comparison.difference - 1.4 / 3) < 1e-15)
      #expect(abs(comparison.p - test.p) < 1e-12)
      #expect(abs(comparison.low - test.interval.low) < 1e-12)
      #expect(abs(comparison.high - test.interval.high) < 1e-12)
      #expect(report.effectMeasure == "d_z" && report.over == "users" && report.reference == "A")
    }
  }

  @Test func seedsArePairedByTheirNumbers() throws {
    try withTemporaryFolder { folder in
      var results: [TrialResult] = []
      for (seed, a, b) in [(3, 0.1, 0.2), (1, 0.1, 0.3), (2, 0.2, 0.5)] {
        results.append(try trial("A", seed: seed, [:], in: folder, mean: a))
        results.insert(try trial("B", seed: seed, [:], in: folder, mean: b), at: 0)
      }
      let report = try compare(results, in: folder, metrics: ["precision@5"]) {
        ($0.over, $0.test, $0.resamples) = (.seeds, .wilcoxon, 99)
      }
      let comparison = try #require(report.comparisons.first)
      #expect(comparison.pairs == 3 && comparison.p == 0.25 && comparison.effect == 1)
      #expect(abs(comparison.difference - 0.2) < 1e-15)
      #expect(report.effectMeasure == "rank-biserial")
    }
  }

  /// All comparisons of the table are one family; drawn numbers do not depend on the others.
  @Test func theTableIsOneFamily() throws {
    try withTemporaryFolder { folder in
      func values(_ shift: Double) -> [String: Double] {
        Dictionary(
          uniqueKeysWithValues: (0..<40).map {
            ("u\($0)", Double($0 % 7) * 0.05 + shift * Double($0 % 3))
          })
      }
      let results = [
        try trial("A", seed: 1, values(0), in: folder),
        try trial("B", seed: 1, values(0.01), in: folder),
        try trial("C", seed: 1, values(-0.02), in: folder),
      ]
      let both = try compare(results, in: folder, systems: ["B", "A", "C"]) {
        ($0.test, $0.correction) = (.randomisation, .bonferroni)
      }
      #expect(both.comparisons.map(\.system) == ["B", "C"])
      for comparison in both.comparisons {
        #expect(comparison.p == 1.0 / 10_000 && comparison.corrected == 2 * comparison.p)
        #expect(comparison.isSignificant)
      }
      let alone = try compare(results, in: folder, systems: ["A", "C"]) {
        ($0.test, $0.correction, $0.level) = (.randomisation, .none, 0.00001)
      }
      #expect(alone.comparisons[0].p == both.comparisons[1].p)
      #expect(!alone.comparisons[0].isSignificant)
    }
  }

  @Test func aMetricThatIsNoMeanOverUsersIsLeftOut() throws {
    try withTemporaryFolder { folder in
      let results = [
        try trial("A", seed: 1, ["u": 0.2, "v": 0.4], in: folder),
        try trial("B", seed: 1, ["u": 0.3, "v": 0.4], in: folder),
      ]
      let metrics = ["coverage@5", "precision@5", "precision@5(averaging=micro)"]
      let report = try compare(results, in: folder, metrics: metrics)
      #expect(report.comparisons.map(\.metric) == ["precision@5"])
      #expect(report.untested == ["coverage@5", "precision@5(averaging=micro)"])
    }
  }

  @Test func tooFewPairsAndValuesThatAreNoNumbers() throws {
    try withTemporaryFolder { folder in
      let results = [
        try trial("A", seed: 1, ["u": 0.2, "v": 0.4], in: folder, mean: .nan),
        try trial("B", seed: 1, ["u": 0.3, "w": 0.4], in: folder, mean: 0.5),
      ]
      #expect(
        try compare(results, in: folder).comparisons.map(\.obstacle)
          == ["a significance test needs at least two users, found 1"])
      let more =
        results + [
          try trial("A", seed: 2, [:], in: folder, mean: 0.5),
          try trial("B", seed: 2, [:], in: folder, mean: 0.5),
        ]
      #expect(
        try compare(more, in: folder) { $0.over = .seeds }.comparisons.map(\.obstacle)
          == ["A, seed 1: the metric is not defined"])
      let one = [
        try trial("A", seed: 1, [:], in: folder, mean: 0.5),
        try trial("B", seed: 1, [:], in: folder, mean: 0.5),
      ]
      #expect(
        try compare(one, in: folder) { $0.over = .seeds }.comparisons.map(\.obstacle)
          == ["a significance test needs at least two seeds, found 1"])
    }
  }

  @Test func aTrialWithoutItsUsersValuesIsNamed() throws {
    try withTemporaryFolder { folder in
      let results = [
        try trial("A", seed: 1, ["u": 0.2, "v": 0.4], in: folder),
        try trial("B", seed: 1, ["u": 0.3, "v": 0.4], in: folder),
      ]
      let place = TrialFolder("B-1", results: folder.path)
      let advice =
        "; a test over users needs it; `--again damaged` trains this trial anew"
      try UserValues(trial: "B-1", epoch: 6, users: [], metrics: [], values: []).write(
        to: place.users("m"))
      #expect(
        throws: Problem.data(
          "B, seed 1: \(place.users("m")): of trial B-1, epoch 6; expected B-1, epoch 7" + advice)
      ) { try compare(results, in: folder) }
      try FileManager.default.removeItem(atPath: place.users("m"))
      #expect(
        throws: Problem.data(
          "B, seed 1: \(place.users("m")): cannot be read: no such file or directory" + advice)
      ) { try compare(results, in: folder) }
      // Seeds need no users.
      let more =
        results + [
          try trial("A", seed: 2, [:], in: folder, mean: 0.5),
          try trial("B", seed: 2, [:], in: folder, mean: 0.75),
        ]
      #expect(try compare(more, in: folder) { $0.over = .seeds }.comparisons[0].pairs == 2)
    }
  }
}
