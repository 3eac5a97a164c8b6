import Engine
import Foundation
import TestSupport
import Testing

/// `reprise doctor`, and the choice of kernels, as a user meets them.
@Suite struct DoctorTests {
  /// Whether OpenBLAS takes the kernels it is told here, and there are better ones than the
  /// weakest.
  static let hasAVX2 = (Processor.current.strength ?? .sse) >= .avx2

  private func doctor(
    _ environment: [String: String] = [:], _ options: String..., in folder: TemporaryFolder
  ) throws -> CommandResult {
    let variables = ["XDG_CACHE_HOME": folder["cache"]].merging(environment) { _, new in new }
    return try Command.reprise(["doctor"] + options, environment: variables, in: folder.path)
  }

  private func line(_ name: String, _ result: CommandResult) -> String {
    let lines = result.output.split(separator: "\n").map(String.init)
    return lines.first { $0.dropFirst(6).hasPrefix(name) } ?? ""
  }

  @Test func everythingIsSaidOnOneScreen() throws {
    try withTemporaryFolder { folder in
      // The path of the cache is longer than a line.
      let result = try doctor([:], "--data", "data", in: folder)
      let names = [
        "processor", "OpenBLAS", "our kernels", "self-test", "speed", "cores", "memory",
        "open files",
        "results", "disk space", "HDF5", "gnuplot", "data",
      ]
      for name in names { #expect(line(name, result) != "", "\(name) in\n\(result.output)") }
      let lines = result.output.split(separator: "\n")
      #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 }, "\(result.output)")
      #expect(line("self-test", result).hasPrefix("ok "))
      #expect(line("results", result).contains("locks work"))
      #expect(result.status == (result.output.contains("BAD") ? 1 : 0))
      #expect(folder.contents.allSatisfy { $0.hasPrefix("cache/reprise/kernel-tests/") })
    }
  }

  @Test(.enabled(if: hasAVX2)) func weakKernelsAreReplaced() throws {
    try withTemporaryFolder { folder in
      let result = try doctor(["REPRISE_ASSUME_CORE": "Prescott"], in: folder)
      let kernels = line("OpenBLAS", result)
      #expect(kernels.hasPrefix("ok "), "\(result.output)")
      #expect(kernels.contains("chose Prescott, which lacks AVX2"))
      #expect(!kernels.contains("with OPENBLAS_CORETYPE"))
    }
  }

  @Test(.enabled(if: hasAVX2)) func theUsersWeakKernelsStandAndAreSaidToBeSlow() throws {
    try withTemporaryFolder { folder in
      let result = try doctor(["OPENBLAS_CORETYPE": "Prescott"], in: folder)
      #expect(result.status == 1)
      #expect(line("OpenBLAS", result).hasPrefix("BAD   OpenBLAS     Prescott"))
      // Where a line ends depends on how long the processor's features are.
      let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("several times slower"))
      #expect(words.contains("unset OPENBLAS_CORETYPE"))
    }
  }

  @Test(.enabled(if: hasAVX2 && Processor.current.strength == .avx2))
  func kernelsThatCrashAreFoundOut() throws {
    try withTemporaryFolder { folder in
      let environment = ["OPENBLAS_CORETYPE": "SkylakeX"]
      let result = try doctor(environment, in: folder)
      #expect(result.status == 1)
      #expect(line("self-test", result).hasPrefix("BAD "), "\(result.output)")
      _ = try RunScene(folder)
      let run = try Command.reprise(
        ["run", "paper/small.json"],
        environment: ["OPENBLAS_CORETYPE": "SkylakeX", "XDG_CACHE_HOME": folder["cache"]],
        in: folder.path)
      #expect(run.status == 1)
      #expect(run.errors.contains("SkylakeX crashes here (signal 4)"), "\(run.errors)")
    }
  }

  @Test func aFolderThatCannotHoldResultsIsBad() throws {
    try withTemporaryFolder { folder in
      try folder.write("a file", to: "file")
      let result = try doctor([:], "--results", "file/within", "--data", "none", in: folder)
      #expect(result.status == 1)
      #expect(line("results", result).hasPrefix("BAD "))
      #expect(line("data", result).contains("none: not there yet"))
    }
  }

  @Test(.enabled(if: foundOrRequired(TinyDisk.isAvailable))) func aFullDiskIsBad() throws {
    try withTemporaryFolder { folder in
      let disk = try TinyDisk(at: folder["disk"], options: "size=1m")
      defer { disk.unmount() }
      let result = try doctor([:], "--results", "disk", in: folder)
      #expect(result.status == 1)
      #expect(line("disk space", result).hasPrefix("BAD "), "\(result.output)")
    }
  }

  @Test func anUnknownCoreIsRefused() throws {
    let result = try Command.reprise(
      ["list", "models"], environment: ["REPRISE_ASSUME_CORE": "Zem"])
    #expect(result.status == 2)
    #expect(
      result.errors
        == "error: REPRISE_ASSUME_CORE: OpenBLAS has no kernels \"Zem\"; did you mean \"Zen\"?\n")
  }

  @Test(.enabled(if: hasAVX2)) func aRunSaysWhichKernelsItUsesAndWhy() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder)
      let cache = ["XDG_CACHE_HOME": folder["cache"]]
      func run(_ environment: [String: String]) throws -> CommandResult {
        try Command.reprise(
          ["run", "paper/small.json", "--jobs", "2"],
          environment: cache.merging(environment) { _, new in new }, in: folder.path)
      }
      let replaced = try run(["REPRISE_ASSUME_CORE": "Prescott"])
      #expect(replaced.status == 0, "\(replaced.errors)")
      #expect(replaced.errors.contains("chose Prescott, which lacks AVX2"))
      let why = "\"coreChoice\": \"OpenBLAS"
      #expect(try folder.text(of: "Results/paper/small/manifest.json").contains(why))
      for trial in scene.trials() {
        #expect(try folder.text(of: "\(trial)/trial.json").contains(why))
      }
      // Trials that were finished so stay finished.
      let user = try run(["OPENBLAS_CORETYPE": "Prescott"])
      #expect(user.status == 0 && !user.errors.contains("kernels:"), "\(user.errors)")
      #expect(!(try folder.text(of: "Results/paper/small/manifest.json").contains("coreChoice")))
      try FileManager.default.removeItem(atPath: folder["Results"])
      let again = try run(["OPENBLAS_CORETYPE": "Prescott"])
      #expect(again.errors.contains("kernels: Prescott (OpenBLAS"), "\(again.errors)")
      #expect(again.errors.split(separator: "kernels:").count == 2)
      let report = try Command.reprise(
        ["report", "paper/small.json"], environment: cache, in: folder.path)
      #expect(report.status == 0, "\(report.errors)")
    }
  }

  @Test func asManyTrialsAtOnceAsThereAreCores() throws {
    try withTemporaryFolder { folder in
      _ = try RunScene(folder)
      let result = try Command.reprise(["run", "paper/small.json"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      let manifest = try folder.text(of: "Results/paper/small/manifest.json")
      #expect(manifest.contains("\"jobs\": \(UsableCores.count),"))
      let refused = try Command.reprise(
        ["run", "paper/small.json", "--jobs", "0"], in: folder.path)
      #expect(
        refused.status == 2 && refused.errors.hasPrefix("error: --jobs 0: expected 1 to 4096"))
    }
  }
}
