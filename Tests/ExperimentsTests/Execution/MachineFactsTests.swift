import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite struct MachineFactsTests {
  @Test func theFactsOfThisProcessAreKnown() {
    let facts = MachineFacts.current()
    #expect(!facts.host.isEmpty)
    #expect(!facts.coreName.isEmpty && !facts.kernels.isEmpty)
    #expect(facts.provenance.processor == "\(facts.coreName) (\(facts.kernels))")
    #expect(facts.threads >= 1)
    #expect(facts.provenance.gitRevision == facts.gitRevision)
    #expect(facts.provenance.threads == facts.threads)
  }

  @Test func theRevisionIsThatOfTheCheckout() throws {
    try withTemporaryFolder { folder in
      func git(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let person = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
        process.arguments = ["git", "-C", folder.path] + person + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
      }
      #expect(MachineFacts.revision(of: folder.path) == "unknown")
      try folder.write("let a = 1\n", to: "Sources/A.swift")
      try folder.write("one\n", to: "Results/table.md")
      try folder.write("", to: ".build/release/reprise")
      _ = try git("init", "--quiet")
      _ = try git("add", "Sources", "Results")
      _ = try git("commit", "--quiet", "--message", "First")
      let head = try git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      #expect(head.count == 40)
      #expect(MachineFacts.revision(of: folder[".build/release"]) == head)
      try folder.write("two\n", to: "Results/table.md")
      #expect(MachineFacts.revision(of: folder[".build/release"]) == head)
      try folder.write("let a = 2\n", to: "Sources/A.swift")
      #expect(MachineFacts.revision(of: folder[".build/release"]) == "\(head)-dirty")
    }
  }

  @Test func peakMemoryIsInBytesAndGrows() {
    let before = MachineFacts.peakMemory
    #expect(before > 1 << 20)
    #expect(before < 1 << 40)
    let block = [UInt8](repeating: 1, count: before + (64 << 20))
    #expect(MachineFacts.peakMemory > before + (32 << 20))
    #expect(block.last == 1)
  }

  @Test func thePeakIsReadFromTheStatus() {
    #expect(MachineFacts.peakInStatus("Name:\ta\nVmHWM:\t   12 kB\nVmRSS:\t 9 kB\n") == 12288)
    #expect(MachineFacts.peakInStatus("VmRSS:\t 9 kB\n") == nil)
    #expect(MachineFacts.peakInStatus("VmHWM:\tmuch kB\n") == nil)
    #expect(MachineFacts.peakInStatus(nil) == nil)
  }
}
