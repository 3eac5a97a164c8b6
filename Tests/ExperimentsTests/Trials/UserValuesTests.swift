import Basics
import Evaluation
import Foundation
import Recommenders
import TestSupport
import Testing

@testable import Experiments

/// The values per user that a finished trial keeps.
@Suite struct UserValuesTests {
  private let metrics = ["precision@5", "auc", "coverage@5", "ndcg@5(ideal=full)"]

  private func trial() throws -> Trial {
    let popularity = try #require(RecommenderList.all.first { $0.name == "mf-bpr" })
    return try smallTrial(smallSystem(popularity), metrics: metrics)
  }

  /// Where a trial's values are.
  private func path(_ trial: Trial, _ folder: TemporaryFolder) -> String {
    TrialFolder(trial, results: folder.path).users(trial.content.measurement)
  }

  @Test func theirMeansAreTheRecordsValues() throws {
    try withTemporaryFolder { folder in
      let trial = try trial()
      let record = try smallRun(trial, folder).result().record
      let kept = try UserValues(reading: path(trial, folder))
      #expect(kept.trial == trial.identity && kept.epoch == 6)
      // Coverage belongs to no user.
      #expect(kept.metrics == metrics.filter { $0 != "coverage@5" })
      #expect(kept.values(of: "coverage@5") == nil)
      let test = try smallSplit().test
      let tested = (0..<test.users).filter { !test[$0].isEmpty }
      #expect(kept.users == tested.map { smallData.userIDs[$0] })
      for metric in kept.metrics {
        let values = try #require(kept.values(of: metric)).values.filter { !$0.isNaN }
        let mean = values.reduce(0, +) / Double(values.count)
        let value = try #require(record.value(of: metric)).value
        #expect(abs(mean - value) < 1e-12, "\(metric)")
        #expect(Set(values).count > 1)
      }
    }
  }

  @Test func aResumedTrialKeepsTheSameBytes() throws {
    try withTemporaryFolder { folder in
      let trial = try trial()
      _ = try smallRun(trial, folder).result()
      let place = TrialFolder(trial, results: folder.path)
      let users = path(trial, folder)
      let bytes = try Files.read(users)
      // Killed after the last checkpoint: nothing is trained any more, all is measured again.
      for file in [place.record, users] { try FileManager.default.removeItem(atPath: file) }
      _ = try smallRun(trial, folder).result()
      #expect(try Files.read(users) == bytes)
    }
  }

  /// Finished before such files were written.
  @Test func aTrialWithoutThemIsFinished() throws {
    try withTemporaryFolder { folder in
      let trial = try trial()
      let first = try smallRun(trial, folder).result()
      try FileManager.default.removeItem(atPath: path(trial, folder))
      let again = try smallRun(trial, folder).result()
      #expect(again.record == first.record)
      #expect(!FileManager.default.fileExists(atPath: path(trial, folder)))
    }
  }

  @Test func damagedAndForeignFilesAreRefused() throws {
    try withTemporaryFolder { folder in
      let trial = try trial()
      _ = try smallRun(trial, folder).result()
      let place = TrialFolder(trial, results: folder.path)
      let bytes = try Files.read(path(trial, folder))
      func refusal(_ bytes: [UInt8]) throws -> Problem? {
        try Files.writeAtomically(bytes, to: folder["u.h5"])
        return #expect(throws: Problem.self) { try UserValues(reading: folder["u.h5"]) }
      }
      for position in stride(from: 8, to: bytes.count, by: bytes.count / 50) {
        var damaged = bytes
        damaged[position] ^= 0x10
        #expect(try refusal(damaged)?.kind == .data, "byte \(position)")
      }
      #expect(try refusal(Array(bytes.dropLast(3)))?.message.contains("truncated") == true)
      let checkpoint = try Files.read(place.checkpoint.path)
      #expect(
        try refusal(checkpoint)?.message
          == "\(folder["u.h5"]): an HDF5 file, but not a user table of reprise")
      let unequal = try SealedFormat("user table", version: 1).bytes(named: "u") { file in
        try file.write(["a", "b"], to: "/users")
        try file.write(["precision@5"], to: "/metrics")
        try file.write([Double(0.5)], shape: [1, 1], to: "/values")
      }
      #expect(try refusal(unequal)?.message.contains("do not fit together") == true)
    }
  }

  @Test(
    .enabled(if: foundOrRequired(OtherProgram.python != nil), "no python3 with h5py is installed"))
  func h5pyReadsThem() throws {
    try withTemporaryFolder { folder in
      let trial = try trial()
      _ = try smallRun(trial, folder).result()
      let path = path(trial, folder)
      let kept = try UserValues(reading: path)
      let text = try #require(
        OtherProgram.output(
          OtherProgram.python ?? "",
          [
            "-c",
            """
            import h5py, sys
            with h5py.File(sys.argv[1]) as f:
                print([m.decode() for m in f["metrics"]].index("auc"), f["users"][1].decode(),
                      f["values"].dtype, f["values"].shape, float(f["values"][1, 1]).hex())
            """, path,
          ]))
      let value = try #require(kept.values(of: "auc")?[kept.users[1]])
      let words = text.split(whereSeparator: \.isWhitespace)
      #expect(
        words.dropLast().joined(separator: " ")
          == "1 \(kept.users[1]) float64 (3, \(kept.users.count))")
      // Python's hexadecimal floats are C's.
      #expect(words.last.flatMap { Double($0) } == value)
    }
  }
}
