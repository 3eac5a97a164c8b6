import Foundation

/// A run of the built `reprise` that a test stops, waits for or watches.
package final class RunningCommand {
  private let process = Process()
  private let scratch: String

  /// Starts `reprise` with these arguments in a working folder, which also gets what it prints.
  package init(_ arguments: [String], in folder: TemporaryFolder) throws {
    scratch = ".printed-\(UUID().uuidString)"
    self.folder = folder
    process.executableURL = Command.folder.appending(path: "reprise")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    // Files rather than pipes: a full pipe would stop the program.
    func emptyFile(_ name: String) throws -> FileHandle {
      try folder.write("", to: "\(scratch)/\(name)")
      return try FileHandle(forWritingTo: URL(filePath: folder["\(scratch)/\(name)"]))
    }
    process.standardOutput = try emptyFile("output")
    process.standardError = try emptyFile("errors")
    try process.run()
  }

  private let folder: TemporaryFolder

  /// Whether it has not ended yet.
  package var isRunning: Bool { process.isRunning }

  /// All that it has printed on standard error so far.
  package var errors: String { (try? folder.text(of: "\(scratch)/errors")) ?? "" }

  /// Sends it a signal, unless it has ended.
  package func send(_ signal: Int32) {
    if process.isRunning { kill(process.processIdentifier, signal) }
  }

  /// The processes that it has started and that have not ended.
  package var children: [Int32] {
    let pgrep = Process()
    pgrep.executableURL = URL(filePath: "/usr/bin/env")
    pgrep.arguments = ["pgrep", "-P", "\(process.processIdentifier)"]
    let output = Pipe()
    pgrep.standardOutput = output
    guard (try? pgrep.run()) != nil else { return [] }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    pgrep.waitUntilExit()
    return text.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
  }

  /// Waits until `condition` holds or it has ended, thirty seconds at most; whether it holds.
  package func wait(until condition: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<3000 {
      if try condition() { return true }
      guard process.isRunning else { break }
      usleep(10_000)
    }
    return try condition()
  }

  /// Waits for its end.
  package func end() throws -> CommandResult {
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationStatus, output: try folder.text(of: "\(scratch)/output"),
      errors: try folder.text(of: "\(scratch)/errors"))
  }
}
