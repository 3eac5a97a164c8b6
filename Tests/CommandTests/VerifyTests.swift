import Basics
import Foundation
import TestSupport
import Testing

/// `reprise verify` as a user runs it.
@Suite struct VerifyTests {
  @Test func whatWasRunIsVerifiedAlsoWithoutItsTrials() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run().status == 0)
      let committed = try scene.results()
      let reused = try Command.reprise(["verify", "paper/small.json"], in: folder.path)
      #expect(reused.status == 0, "\(reused.errors)")
      #expect(reused.output.hasPrefix("paper/small: "))
      #expect(reused.output.hasSuffix(" files as in Results/paper/small, to the byte\n"))
      try FileManager.default.removeItem(atPath: folder["Results/.trials"])
      let again = try Command.reprise(["verify", "paper/small.json"], in: folder.path)
      #expect(again.status == 0 && again.output == reused.output)
      #expect(try scene.results() == committed)
    }
  }

  @Test func anOlderInstructionSetCanBeAskedForAndIsNamed() throws {
    try withTemporaryFolder { folder in
      _ = try RunScene(folder)
      let result = try Command.reprise(
        ["run", "paper/small.json"], environment: ["REPRISE_KERNELS": "baseline"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      let manifest = try folder.text(of: "Results/paper/small/manifest.json")
      #expect(manifest.contains("\"kernels\": \"baseline\""))
    }
  }

  /// Trials of other kernels are reused by `run`, which says so, and not by `verify`.
  @Test func trialsOfOtherKernelsAreNotVerified() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      func reprise(_ command: String, _ kernels: String?) throws -> CommandResult {
        try Command.reprise(
          [command, "paper/small.json"],
          environment: kernels.map { ["REPRISE_KERNELS": $0] } ?? [:], in: folder.path)
      }
      #expect(try reprise("run", "baseline").status == 0)
      let committed = try scene.results()
      let trained = try scene.trained()
      let reused = try reprise("run", nil)
      #expect(reused.status == 0 && !reused.errors.contains("done"))
      #expect(reused.errors.contains("finished trials of other kernels are reused ("))
      #expect(reused.errors.contains(" (baseline); these are "))
      let verified = try reprise("verify", nil)
      #expect(verified.errors.contains("[4/4] "), "\(verified.errors)")
      #expect(!verified.errors.contains("other kernels"))
      // What the other kernels made is still there, and theirs are found again.
      for (path, bytes) in trained {
        #expect(try Files.read(folder["Results/.trials/\(path)"]) == bytes)
      }
      let once = try reprise("verify", nil)
      #expect(!once.errors.contains("done"))
      let back = try reprise("verify", "baseline")
      #expect(!back.errors.contains("done"))
      #expect(try scene.results() == committed)
    }
  }

  @Test func anUnknownInstructionSetIsRefused() throws {
    try withTemporaryFolder { folder in
      let result = try Command.reprise(
        ["list"], environment: ["REPRISE_KERNELS": "x86-64-v33"], in: folder.path)
      #expect(result.status == 2)
      #expect(
        result.errors
          == "error: REPRISE_KERNELS: unknown kernels \"x86-64-v33\"; did you mean \"x86-64-v3\"?\n"
      )
    }
  }

  @Test func aCellChangedByHandIsNamed() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      #expect(try scene.run("--profile", "quick").status == 0)
      let path = "Results/paper/small-quick/table.csv"
      let table = try folder.text(of: path)
      let changed = table.replacing(",0.5,0.", with: ",0.5,1.")
      #expect(changed != table)
      try folder.write(changed, to: path)
      let result = try Command.reprise(
        ["verify", "paper/small.json", "--profile", "quick"], in: folder.path)
      #expect(result.status == 1)
      #expect(
        result.errors.hasSuffix(
          "error: paper/small-quick: 1 difference from the results in"
            + " Results/paper/small-quick\n"))
      #expect(
        result.output.hasPrefix("paper/small-quick/table.csv: Pop, precision@5, mean: committed 1.")
      )
      #expect(result.output.hasSuffix(" (-1)\n"))
      #expect(try folder.text(of: path) == changed)
    }
  }

  @Test func allSpecsAreLookedAtEvenAfterOneIsRefused() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      try scene.write("{}", as: "never")
      #expect(try scene.run().status == 0)
      let result = try Command.reprise(
        ["verify", "paper/never.json", "paper/small.json", "paper/none.json"], in: folder.path)
      #expect(result.status == 3)
      #expect(result.output.contains("paper/small: "))
      #expect(
        result.errors.contains(
          "error: Results/paper/never: there are no results to compare with; `reprise run` writes"
            + " them\n"))
      #expect(
        result.errors.hasSuffix(
          "error: paper/none.json: cannot be read: no such file or directory\n"))
    }
  }
}
