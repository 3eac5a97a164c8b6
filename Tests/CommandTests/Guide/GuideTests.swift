import Foundation
import TestSupport
import Testing

/// Whoever follows the guide literally gets what it prints.
@Suite struct GuideTests {
  private static let pages = [
    "YourFirstSpec", "Concepts", "YourOwnData", "Clicks", "ClaimsAndVerdicts", "TheAudit",
    "Searches", "Sequences", "Pipelines",
    "Reproducibility", "TablesAndFigures", "README",
  ]

  @Test(arguments: pages)
  func everyCommandPrintsWhatThePageSays(_ name: String) throws {
    let page = try GuidePage(name)
    #expect(!page.steps.isEmpty)
    try withTemporaryFolder { folder in
      for step in page.steps {
        switch step {
        case .file(let path, let text): try folder.write(text, to: path)
        case .command(let command):
          let result = try run(command.text, in: folder)
          let place: Comment = "\(name).md:\(command.line): \(command.text)"
          #expect(result.status == command.status, "\(place)\n\(result.errors)")
          #expect(try command.printed(result.output), "\(place)\n\(result.output)")
        }
      }
    }
  }

  /// A page that is on no list is a page that is not tested.
  @Test func everyPageIsRunOrHasNothingToRun() throws {
    let folder = "\(OtherProgram.root)/Sources/reprise/Guide.docc"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let name = (file as NSString).deletingPathExtension
      guard !Self.pages.contains(name) else { continue }
      #expect(try GuidePage(name).steps.isEmpty, "\(file)")
    }
  }

  private func run(_ command: String, in folder: TemporaryFolder) throws -> CommandResult {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "{ \(command); } > .output 2> .errors"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(Command.folder.path()):\(environment["PATH"] ?? "/usr/bin:/bin")"
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    defer {
      for name in [".output", ".errors"] {
        try? FileManager.default.removeItem(atPath: folder[name])
      }
    }
    return CommandResult(
      status: process.terminationStatus, output: try folder.text(of: ".output"),
      errors: try folder.text(of: ".errors"))
  }
}
