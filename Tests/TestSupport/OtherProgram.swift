import Foundation

/// Programs that are not ours, by which what we write is read or computed once more.
package enum OtherProgram {
  /// The folder of the package.
  package static let root = #filePath.components(separatedBy: "/Tests/").dropLast()
    .joined(separator: "/Tests/")

  /// A Python with h5py and NumPy: the one named for the peers, the one that the Makefile makes,
  /// that of the path, or the system's, for which `make setup` installs them; nil when none has
  /// them.
  package static let python = [
    ProcessInfo.processInfo.environment["REPRISE_PEERS_PYTHON"], "\(root)/.venv/bin/python",
    "python3", "/usr/bin/python3",
  ].compactMap(\.self).first { output($0, ["-c", "import h5py, numpy"]) != nil }

  /// What a program prints; nil when it is missing or fails.
  package static func output(_ program: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
