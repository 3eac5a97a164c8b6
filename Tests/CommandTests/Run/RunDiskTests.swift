import Foundation
import TestSupport
import Testing

/// Results folders that are full or cannot be written.
@Suite(.enabled(if: foundOrRequired(TinyDisk.isAvailable), "mounting a small tmpfs needs root"))
struct RunDiskTests {
  private func scene(_ folder: TemporaryFolder) throws -> RunScene {
    try RunScene(folder, "{\"seeds\": [1], \"systems\": \(threeSmallSystems), \"tables\": []}")
  }

  @Test(arguments: [40, 120])
  func aFullDiskIsNamedAndTheRunGoesOnWhenThereIsSpace(kilobytes: Int) throws {
    try withTemporaryFolder { folder in
      let scene = try scene(folder)
      #expect(try scene.run("--results", "Undisturbed").status == 0)
      let disk = try TinyDisk(at: folder["Results"], options: "size=\(kilobytes)k")
      defer { disk.unmount() }
      let full = try scene.run()
      #expect(full.status == 1)
      let line = full.errors.split(separator: "\n").last ?? ""
      #expect(line.contains(/^error: (\d trials? failed(, \d not started)?: )?Results\//))
      #expect(line.hasSuffix(": no space left on device"))
      #expect(!scene.paths(below: "Results").contains { $0.hasSuffix(".tmp") })

      try disk.remount("size=8m")
      let last = try scene.run()
      #expect(last.status == 0, "\(last.errors)")
      #expect(try scene.results() == scene.results(in: "Undisturbed"))
      #expect(try scene.trained() == scene.trained(in: "Undisturbed"))
      #expect(try scene.trained().count == 9)
    }
  }

  @Test func aReadOnlyDiskIsNamed() throws {
    try withTemporaryFolder { folder in
      let scene = try scene(folder)
      let disk = try TinyDisk(at: folder["Results"], options: "size=64k,ro")
      defer { disk.unmount() }
      let result = try scene.run()
      #expect(result.status == 1)
      #expect(result.output == "")
      let line = result.errors.split(separator: "\n").last ?? ""
      #expect(line == "error: Results/.trials: this folder cannot be made: read-only file system")
    }
  }

  /// The trials can be read, but the tables have nowhere to go.
  @Test func finishedTrialsOnAReadOnlyDisk() throws {
    try withTemporaryFolder { folder in
      let scene = try scene(folder)
      let disk = try TinyDisk(at: folder["Results"], options: "size=8m")
      defer { disk.unmount() }
      #expect(try scene.run().status == 0)
      try disk.remount("ro")
      for command in ["run", "report"] {
        let result = try Command.reprise([command, "paper/small.json"], in: folder.path)
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("error: Results/"))
        #expect(result.errors.hasSuffix(": read-only file system\n"))
        #expect(result.errors.split(separator: "\n").count == 1)
      }
    }
  }

  /// A reviewer's read-only copy, without the data: the tables are printed, and written elsewhere.
  @Test func aReportOfAReadOnlyCopyWithoutTheData() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let disk = try TinyDisk(at: folder["Results"], options: "size=8m")
      defer { disk.unmount() }
      let run = try scene.run()
      #expect(run.status == 0)
      try disk.remount("ro")
      try FileManager.default.removeItem(atPath: folder["ratings.tsv"])
      let copy = try Command.reprise(["report", "paper/small.json"], in: folder.path)
      #expect(copy.status == 1)
      #expect(run.output == copy.output + "Written to Results/paper/small/\n")
      let other = try Command.reprise(
        ["report", "paper/small.json", "--output", "Elsewhere"], in: folder.path)
      #expect(other.status == 0, "\(other.errors)")
      #expect(try scene.results(in: "Elsewhere") == scene.results())
    }
  }

  @Test func aResultsFolderThatIsAFile() throws {
    try withTemporaryFolder { folder in
      let scene = try scene(folder)
      try folder.write("text", to: "Results")
      let result = try scene.run()
      #expect(result.status == 1)
      #expect(result.errors == "error: Results: this folder cannot be made: file exists\n")
    }
  }
}
