import Foundation
import TestSupport
import Testing

/// Everything that asks a run to stop, and what does not.
@Suite(.serialized) struct RunSignalsTests {
  private static let long = """
    {"seeds": [1], "figures": [], "tables": [], "systems": [{"label": "BPR", "recommender": "mf-bpr",
      "settings": {"factors": 4}}], "training": {"epochs": 100000000, "evaluateEvery": 100000000,
      "checkpointEvery": 100000000}}
    """

  @Test(arguments: [SIGHUP, SIGTERM, SIGUSR1])
  func aSignalSavesAndStops(_ signal: Int32) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.long)
      let running = try scene.start()
      #expect(running.wait { running.errors.contains("seed 1: epoch") })
      running.send(signal)
      // As a closing terminal does.
      if signal == SIGHUP { running.send(signal) }
      let ended = try running.end()
      #expect(ended.status == 1)
      #expect(ended.errors.contains("error: stopped; all is saved"))
      #expect(folder.contents.contains { $0.hasSuffix("/checkpoint.h5") })
    }
  }

  @Test func anIgnoredHangUpStaysIgnored() throws {
    try withTemporaryFolder { folder in
      _ = try RunScene(
        folder,
        """
        {"seeds": [1], "figures": [], "tables": [], "systems": [{"label": "BPR", "recommender": "mf-bpr",
          "settings": {"factors": 4}}], "training": {"epochs": 20000, "evaluateEvery": 20000,
          "checkpointEvery": 20000}}
        """)
      let binary = Command.folder.appending(path: "reprise").path()
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/bash")
      shell.arguments = [
        "-c",
        "trap '' HUP; '\(binary)' run paper/small.json 2>errors >output & wait $!; echo $? >status",
      ]
      shell.currentDirectoryURL = URL(filePath: folder.path)
      try shell.run()
      func errors() -> String { (try? folder.text(of: "errors")) ?? "" }
      for _ in 0..<3000 where shell.isRunning && !errors().contains("seed 1: epoch") {
        usleep(10_000)
      }
      let pgrep = Process()
      pgrep.executableURL = URL(filePath: "/usr/bin/env")
      pgrep.arguments = ["pkill", "-HUP", "-P", "\(shell.processIdentifier)"]
      try pgrep.run()
      pgrep.waitUntilExit()
      shell.waitUntilExit()
      #expect(try folder.text(of: "status") == "0\n", "\(errors())")
    }
  }

  /// A terminal that goes away: the run has its SIGHUP ignored or not, and its output lost.
  @Test(arguments: [true, false])
  func aLostTerminalIsNoTrap(isHangUpIgnored: Bool) throws {
    try withTemporaryFolder { folder in
      _ = try RunScene(folder, Self.long.replacing("100000000", with: "30000"))
      let program = """
        import os, pty, signal, sys, time
        child, terminal = pty.fork()
        if child == 0:
            if \(isHangUpIgnored ? "True" : "False"): signal.signal(signal.SIGHUP, signal.SIG_IGN)
            os.execv(sys.argv[1], sys.argv[1:])
        seen = b""
        while b"epoch" not in seen: seen += os.read(terminal, 4096) or sys.exit("no epoch")
        os.close(terminal)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status))
        """
      try folder.write(program, to: "terminal.py")
      let python = Process()
      python.executableURL = URL(filePath: "/usr/bin/python3")
      python.arguments = [
        "terminal.py", Command.folder.appending(path: "reprise").path(), "run", "paper/small.json",
      ]
      python.currentDirectoryURL = URL(filePath: folder.path)
      let output = Pipe()
      python.standardOutput = output
      try python.run()
      let said = output.fileHandleForReading.readDataToEndOfFile()
      python.waitUntilExit()
      #expect(String(decoding: said, as: UTF8.self) == (isHangUpIgnored ? "0\n" : "1\n"))
      #expect(folder.contents.contains { $0.hasSuffix("/checkpoint.h5") })
    }
  }

  /// What a suspended run did not do does not count against its limit.
  @Test func theTimeLimitCountsWhatATrialRan() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.long)
      let running = try scene.start("--time-limit", "0.1")
      #expect(running.wait { running.errors.contains("seed 1: epoch") })
      let worker = try #require(running.children.first)
      kill(worker, SIGSTOP)
      usleep(8_000_000)
      #expect(running.isRunning && !running.errors.contains("time limit"))
      kill(worker, SIGCONT)
      #expect(try running.end().errors.contains("was ended at its time limit of 0.1 minutes"))
    }
  }
}
