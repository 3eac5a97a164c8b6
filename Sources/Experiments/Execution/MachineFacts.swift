import Engine
import Foundation
import Results

/// What a number was measured on and by: the host, the processor's kernels, the program's revision.
package struct MachineFacts: Sendable, Equatable {
  /// The git revision of the program's sources, with `-dirty` when they were changed; "unknown"
  /// when the program does not lie in a checkout.
  package let gitRevision: String
  /// The name of the machine.
  package let host: String
  /// The processor family whose kernels OpenBLAS picked.
  package let coreName: String
  /// Why they were picked for it; empty where OpenBLAS or the user did.
  package let coreChoice: String
  /// The instruction set of our own kernels.
  package let kernels: String
  /// Threads of one matrix product.
  package let threads: Int

  /// The facts of this process.
  package static func current() -> MachineFacts {
    let kernels = KernelsInUse.current
    return MachineFacts(
      gitRevision: revision(of: programFolder), host: hostName, coreName: kernels.core,
      coreChoice: kernels.reason, kernels: kernels.ours, threads: BLAS.threads)
  }

  /// These facts as a record of results holds them.
  var provenance: Provenance {
    Provenance(
      gitRevision: gitRevision, host: host, coreName: coreName, coreChoice: coreChoice,
      kernels: kernels, threads: threads)
  }

  /// The name that the machine gives itself; unlike `ProcessInfo.hostName` without asking a
  /// network.
  static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The most memory that this process has had resident, bytes.
  package static var peakMemory: Int {
    #if os(Linux)
      // getrusage would count what the process was before it became this program.
      if let peak = peakInStatus(try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))
      {
        return peak
      }
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }

  /// Begins to count `peakMemory` anew, from what is resident now; whether the system can.
  static func forgetPeakMemory() -> Bool {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return false }
    return (try? file.write(contentsOf: Data("5".utf8))) != nil
  }

  /// The line `VmHWM:   1234 kB` of a process's status, in bytes.
  static func peakInStatus(_ status: String?) -> Int? {
    guard let line = status?.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else {
      return nil
    }
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.count == 3 ? Int(words[1]).map { $0 * 1024 } : nil
  }

  /// The folder of the running program: `.build/release` of a checkout.
  private static var programFolder: String {
    let program = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return program.resolvingSymlinksInPath().deletingLastPathComponent().path()
  }

  /// The revision of the checkout around `folder`. Only the sources and the manifest of the package
  /// count as changes: results and specs cannot change what the program does.
  static func revision(of folder: String) -> String {
    guard let head = git(["rev-parse", "HEAD"], in: folder), !head.isEmpty else { return "unknown" }
    let sources = [":(top)Sources", ":(top)Package.swift"]
    let status = ["status", "--porcelain", "--untracked-files=no", "--"] + sources
    return git(status, in: folder)?.isEmpty == false ? "\(head)-dirty" : head
  }

  /// What git prints, without white space around it; nil where git is missing or fails.
  private static func git(_ arguments: [String], in folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // No optional locks: another process may be using the checkout.
    process.arguments = ["git", "--no-optional-locks", "-C", folder] + arguments
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
