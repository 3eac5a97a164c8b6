import Engine
import Foundation
import Results

/// What a number was measured on and by: the host, the processor's kernels, the program's revision.
public struct MachineFacts: Sendable {
  public let gitRevision: String
  public let host: String
  public let coreName: String
  public let threads: Int

  /// The facts of this process; the revision is that of the checkout around the working folder, with
  /// "+changes" when files that git tracks were edited, or "unknown" outside a checkout.
  public static func current() -> MachineFacts {
    MachineFacts(
      gitRevision: revision(), host: ProcessInfo.processInfo.hostName, coreName: BLAS.coreName,
      threads: BLAS.threads)
  }

  var provenance: Provenance {
    Provenance(gitRevision: gitRevision, host: host, coreName: coreName, threads: threads)
  }

  /// The most memory this process has had resident, bytes.
  public static var peakMemory: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #endif
  }

  private static func revision() -> String {
    guard let head = git(["rev-parse", "HEAD"]), !head.isEmpty else { return "unknown" }
    let changes = git(["status", "--porcelain", "--untracked-files=no", "--", "Sources"]) ?? ""
    return changes.isEmpty ? head : head + "+changes"
  }

  /// What git prints, without the last newline; nil where git is missing or fails.
  private static func git(_ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
