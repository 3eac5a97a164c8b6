import Foundation
import TestSupport
import Testing

/// Limits of the shell and the file system: refused at the start, or worked round and said.
@Suite struct RunLimitsTests {
  /// A run of the small spec behind shell commands.
  private func run(after shell: String, _ arguments: String, _ folder: TemporaryFolder) throws
    -> CommandResult
  {
    let binary = Command.folder.appending(path: "reprise").path()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "\(shell); '\(binary)' \(arguments) >output 2>errors"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationStatus, output: try folder.text(of: "output"),
      errors: try folder.text(of: "errors"))
  }

  @Test(arguments: [32, 48, 200])
  func tooFewOpenFilesAreRefused(limit: Int) throws {
    try withTemporaryFolder { folder in
      _ = try RunScene(folder)
      let result = try run(after: "ulimit -n \(limit)", "run paper/small.json --jobs 8", folder)
      #expect(result.status == 1)
      #expect(
        result.errors
          == "error: 8 trials at once may need 352 open files, and \(limit) are allowed:"
          + " raise that (ulimit -n 352)\n")
    }
  }

  @Test func aSoftLimitIsRaised() throws {
    try withTemporaryFolder { folder in
      _ = try RunScene(folder)
      let result = try run(after: "ulimit -S -n 64", "run paper/small.json --jobs 8", folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(folder.contents.contains("Results/paper/small/figure.svg"))
    }
  }

  @Test func aSmallAddressSpaceIsRefused() throws {
    try withTemporaryFolder { folder in
      _ = try RunScene(folder)
      for command in ["list metrics", "run paper/small.json"] {
        let result = try run(after: "ulimit -v 300000", command, folder)
        #expect(result.status == 1)
        #expect(
          result.errors == "error: the address space is limited to 292 MiB, and OpenBLAS needs 640:"
            + " raise it (ulimit -v unlimited)\n")
      }
    }
  }

  /// Files stand in for the locks that the file system lacks; nothing else differs.
  @Test func aFileSystemWithoutLocks() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run("--results", "Undisturbed").status == 0)
      let result = try Command.reprise(
        ["run", "paper/small.json", "--jobs", "2"], environment: ["REPRISE_ASSUME_NO_LOCKS": "1"],
        in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("Results: the file system has no locks; "))
      #expect(try scene.results() == scene.results(in: "Undisturbed"))
      #expect(!folder.contents.contains { $0.hasSuffix(".held") })
    }
  }
}
