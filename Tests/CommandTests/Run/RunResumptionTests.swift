import Basics
import Foundation
import Results
import TestSupport
import Testing

/// What a kill between any two writes of a trial leaves behind, and files damaged afterwards.
///
/// A trial writes its curve, then its checkpoint, at last its record; each state is made here from
/// a finished trial.
@Suite struct RunResumptionTests {
  /// A scene with one finished trial of six epochs, whose previous checkpoint is of the fourth; the
  /// body gets the trial's folder.
  private func afterOneTrial(
    _ body: (RunScene, String, _ finished: [String: [UInt8]]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"seeds": [1], "tables": [{"name": "table", "columns": ["ndcg@5"]}], "systems": [
          {"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4, "learningRate": 0.2}}
        ]}
        """)
      #expect(try scene.run().status == 0)
      let trial = try #require(scene.trials().first)
      try body(scene, trial, try scene.results().merging(scene.trained()) { old, _ in old })
    }
  }

  private func expectEqual(
    _ scene: RunScene, _ result: CommandResult, _ finished: [String: [UInt8]]
  ) throws {
    #expect(result.status == 0, "\(result.errors)")
    #expect(try scene.results().merging(scene.trained()) { old, _ in old } == finished)
    #expect(!scene.folder.contents.contains { $0.hasSuffix(".tmp") })
  }

  private func remove(_ path: String, _ scene: RunScene) throws {
    try FileManager.default.removeItem(atPath: scene.folder[path])
  }

  @Test func killedBeforeTheFirstCheckpoint() throws {
    try afterOneTrial { scene, trial, finished in
      for name in ["trial.json", "checkpoint.h5", "checkpoint.h5.previous"] {
        try remove("\(trial)/\(name)", scene)
      }
      try scene.folder.write("half", to: "\(trial)/.checkpoint.h5.next.123-4.tmp")
      let result = try scene.run()
      try expectEqual(scene, result, finished)
      #expect(!result.errors.contains("goes on"))
    }
  }

  @Test func killedBetweenCurveAndCheckpoint() throws {
    try afterOneTrial { scene, trial, finished in
      for name in ["trial.json", "checkpoint.h5"] { try remove("\(trial)/\(name)", scene) }
      try FileManager.default.moveItem(
        atPath: scene.folder["\(trial)/checkpoint.h5.previous"],
        toPath: scene.folder["\(trial)/checkpoint.h5"])
      let result = try scene.run()
      try expectEqual(scene, result, finished)
      #expect(result.errors.contains("BPR, seed 1: goes on at epoch 4\n"))
    }
  }

  @Test func killedBetweenTheRenamesOfASave() throws {
    try afterOneTrial { scene, trial, finished in
      try remove("\(trial)/trial.json", scene)
      try FileManager.default.moveItem(
        atPath: scene.folder["\(trial)/checkpoint.h5"],
        toPath: scene.folder["\(trial)/checkpoint.h5.next"])
      let result = try scene.run()
      try expectEqual(scene, result, finished)
      #expect(result.errors.contains("BPR, seed 1: goes on at epoch 6\n"))
    }
  }

  @Test func killedBetweenCheckpointAndRecord() throws {
    try afterOneTrial { scene, trial, finished in
      let path = "\(trial)/trial.json"
      let before = try TrialRecord(reading: scene.folder[path])
      #expect(before.losses.map(\.name) == ["pairwise"])
      try remove(path, scene)
      try expectEqual(scene, try scene.run(), finished)
      let after = try TrialRecord(reading: scene.folder[path])
      #expect(after.values == before.values)
      #expect(after.losses == before.losses)
      #expect(after.epochs == 6)
    }
  }

  @Test func killedBeforeTheTables() throws {
    try afterOneTrial { scene, _, finished in
      try remove("Results/paper/small/table.csv", scene)
      try scene.folder.write("half", to: "Results/paper/small/.table.csv.123-4.tmp")
      try expectEqual(scene, try scene.run(), finished)
    }
  }

  @Test func aDamagedCheckpointIsReplacedByThePrevious() throws {
    try afterOneTrial { scene, trial, finished in
      try remove("\(trial)/trial.json", scene)
      let path = "\(trial)/checkpoint.h5"
      let bytes = try Files.read(scene.folder[path])
      try scene.folder.write(Array(bytes.prefix(bytes.count / 2)), to: path)
      let result = try scene.run()
      try expectEqual(scene, result, finished)
      #expect(result.errors.contains("checkpoint.h5: truncated, damaged"))
      #expect(result.errors.contains("going on from \(trial)/checkpoint.h5.previous\n"))
      #expect(result.errors.contains("BPR, seed 1: goes on at epoch 4\n"))
    }
  }

  /// The user is told how the trial is trained anew.
  private func expectRefusal(_ scene: RunScene, _ trial: String, _ message: String) throws {
    let result = try scene.run()
    #expect(result.status == 1)
    let line = result.errors.split(separator: "\n").last { $0.hasPrefix("error: ") } ?? ""
    #expect(
      line == "error: BPR, seed 1: \(trial)/\(message); `--again damaged` trains this trial anew")
  }

  @Test func withoutAnUndamagedCheckpointTheTrialIsRefused() throws {
    try afterOneTrial { scene, trial, finished in
      try remove("\(trial)/trial.json", scene)
      try scene.folder.write("", to: "\(trial)/checkpoint.h5")
      try scene.folder.write("text", to: "\(trial)/checkpoint.h5.previous")
      try expectRefusal(
        scene, trial,
        "checkpoint.h5: the file is empty; \(trial)/checkpoint.h5.previous: not an HDF5 file")
      try expectEqual(scene, try scene.run("--again", "damaged"), finished)
    }
  }

  @Test(arguments: [true, false])
  func aCurveThatLostPointsIsRefused(hasRecord: Bool) throws {
    try afterOneTrial { scene, trial, finished in
      if !hasRecord { try remove("\(trial)/trial.json", scene) }
      let path = "\(trial)/curve.csv"
      let lines = try scene.folder.text(of: path).split(separator: "\n").map { $0 + "\n" }
      #expect(lines.count == 9)
      try scene.folder.write(lines.dropLast(3).joined(), to: path)
      // A finished curve is sealed by the record, that of a training by the checkpoint.
      func message(_ points: Int) -> String {
        "curve.csv: "
          + (hasRecord
            ? "the file was changed after it was written"
            : "\(points) points up to epoch 6, expected 8")
      }
      try expectRefusal(scene, trial, message(5))
      try scene.folder.write((lines[...4] + lines[3...]).joined(), to: path)
      try expectRefusal(scene, trial, message(10))
      try scene.folder.write((lines + [lines[8]]).joined(), to: path)
      try expectRefusal(scene, trial, message(9))
      try remove(path, scene)
      try expectRefusal(scene, trial, "curve.csv: cannot be read: no such file or directory")
      try expectEqual(scene, try scene.run("--again", "damaged"), finished)
    }
  }

  @Test func anEditedRecordIsRefused() throws {
    try afterOneTrial { scene, trial, _ in
      let path = "\(trial)/trial.json"
      let text = try scene.folder.text(of: path)
      try scene.folder.write(text.replacing("\"epochs\": 6", with: "\"epochs\": 7"), to: path)
      try expectRefusal(
        scene, trial,
        "trial.json: the file was changed after it was written")
    }
  }

  @Test func theCheckpointOfAnotherTrialIsRefused() throws {
    try afterOneTrial { scene, trial, _ in
      try scene.write(#"{"seeds": [2], "tables": []}"#)
      #expect(try scene.run().status == 0)
      let names = scene.trials().filter { $0 != trial }
      let other = try #require(
        names.first { scene.folder.contents.contains("\($0)/checkpoint.h5.previous") })
      try remove("\(trial)/trial.json", scene)
      try remove("\(trial)/checkpoint.h5.previous", scene)
      try scene.folder.write(
        try Files.read(scene.folder["\(other)/checkpoint.h5"]), to: "\(trial)/checkpoint.h5")
      try scene.write(#"{"seeds": [1], "tables": []}"#)
      let hashes = [other, trial].map { $0.split(separator: "/").last?.prefix(12) ?? "" }
      try expectRefusal(
        scene, trial,
        "checkpoint.h5: belongs to trial \(hashes[0]), expected trial \(hashes[1])")
    }
  }
}
