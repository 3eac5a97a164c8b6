import Foundation

/// What a run of the built `reprise` printed, and how it ended.
package struct CommandResult: Sendable {
  /// The exit status, or the number of the signal that ended it.
  package let status: Int32
  /// All of standard output.
  package let output: String
  /// All of standard error.
  package let errors: String

  /// What a program printed that a test started by itself.
  package init(status: Int32, output: String, errors: String) {
    (self.status, self.output, self.errors) = (status, output, errors)
  }
}

/// The binary built beside the tests, as a user runs it.
package enum Command {
  /// The folder that this test run was built in.
  package static var folder: URL {
    // On Linux the test bundle is the running program; on macOS a bundle in the same folder.
    let programs = Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
    let folders = programs.map { $0.resolvingSymlinksInPath().deletingLastPathComponent() }
    return folders.first { folder in
      FileManager.default.isExecutableFile(atPath: folder.appending(path: "reprise").path())
    } ?? URL(filePath: ".build/debug")
  }

  /// Runs `reprise` with these arguments to its end.
  ///
  /// - Parameters:
  ///   - environment: variables set on top of this process's own.
  ///   - directory: the working folder; by default this process's own.
  ///   - redirection: where the shell is to lead its streams instead, such as `2>/dev/full`.
  package static func reprise(
    _ arguments: [String], environment: [String: String] = [:], in directory: String? = nil,
    redirection: String? = nil
  ) throws -> CommandResult {
    let process = Process()
    let program = folder.appending(path: "reprise")
    process.executableURL = program
    process.arguments = arguments
    if let redirection {
      process.arguments = ["-c", "exec \"$0\" \"$@\" \(redirection)", program.path()] + arguments
      process.executableURL = URL(filePath: "/bin/sh")
    }
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    if let directory { process.currentDirectoryURL = URL(filePath: directory) }
    // Files rather than pipes: a full pipe would stop the program.
    return try withTemporaryFolder { scratch in
      func emptyFile(_ name: String) throws -> FileHandle {
        try scratch.write("", to: name)
        return try FileHandle(forWritingTo: URL(filePath: scratch[name]))
      }
      process.standardOutput = try emptyFile("output")
      process.standardError = try emptyFile("errors")
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return CommandResult(
        status: process.terminationStatus, output: try scratch.text(of: "output"),
        errors: try scratch.text(of: "errors"))
    }
  }
}
