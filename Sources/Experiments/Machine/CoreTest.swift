import Basics
import Engine
import Foundation

/// Tests kernels of OpenBLAS in a process of its own, which may crash or never end.
///
/// What it found is kept in the user's cache, for this processor and this OpenBLAS. A cache that
/// cannot be written costs no more than the test, each time.
package struct CoreTest: Sendable {
  /// The command of the program that prints ``KernelTest/report()``.
  package static let command = "kernel-test"

  let program: String
  /// The folder that keeps verdicts; nil: none is kept or believed.
  let cache: String?
  /// How long the test may take, seconds: many times what it needs, for a machine that is busy.
  var timeLimit = 60.0
  /// What the child gets on top of the settings under test.
  var environment = ProcessInfo.processInfo.environment

  /// Tests by this program, which has the command ``command``.
  package init(program: String, cache: String?) { (self.program, self.cache) = (program, cache) }

  /// What the command ``command`` does: it prints a report, unless it takes twenty times the
  /// processor time that it should.
  package static func respond() {
    // At the hard limit the process would be killed, as it is for other reasons: it stays as it is.
    var limit = rlimit()
    #if os(Linux)
      let time = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    #else
      let time = RLIMIT_CPU
    #endif
    if getrlimit(time, &limit) == 0 {
      limit.rlim_cur = min(10, limit.rlim_max)
      setrlimit(time, &limit)
    }
    // The thread that started this process may have blocked the signal.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGXCPU)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    print(KernelTest.report())
  }

  /// What is known of these kernels, or found now.
  package func verdict(on setting: CoreSetting) -> CoreVerdict {
    let environment = environment(for: setting)
    let key = key(setting, environment)
    let file = cache.map { "\($0)/kernel-tests/\(SHA256.hex(of: key).prefix(32))" }
    if let file, let known = known(file, key, setting) { return known }
    let (verdict, text) = run(setting, environment)
    if let file, let text {
      try? Files.makeFolder(Files.folder(of: file))
      try? Files.writeAtomically("\(key)\n\(text)\n", to: file)
    }
    return verdict
  }

  private func environment(for setting: CoreSetting) -> [String: String] {
    var variables = environment.merging(setting.environment) { _, new in new }
    variables["OPENBLAS_NUM_THREADS"] = "1"
    variables["SWIFT_BACKTRACE"] = "enable=no"
    variables[KernelsInUse.marker] = nil
    // To OpenBLAS an empty name is an unknown one.
    if variables[CoreCandidates.variable] == "" { variables[CoreCandidates.variable] = nil }
    return variables
  }

  /// All that the verdict depends on, in one line.
  private func key(_ setting: CoreSetting, _ environment: [String: String]) -> String {
    let processor = Processor.current
    let variables = [CoreCandidates.variable, "OPENBLAS_L2_SIZE", KernelPath.limit].map {
      "\($0)=\(environment[$0] ?? "")"
    }
    let parts = [
      "1", processor.maker, processor.model, String(processor.number),
      String(processor.features.rawValue), BLAS.configuration,
    ]
    return (parts + variables).joined(separator: ", ").replacing("\n", with: " ")
  }

  private func known(_ file: String, _ key: String, _ setting: CoreSetting) -> CoreVerdict? {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    let lines = text.split(separator: "\n", maxSplits: 1)
    guard lines.count == 2, lines[0] == key else { return nil }
    return verdict(of: String(lines[1]), setting)
  }

  private func verdict(of text: String, _ setting: CoreSetting) -> CoreVerdict? {
    if text.hasPrefix("signal "), let number = Int(text.dropFirst(7).prefix { $0 != "\n" }) {
      return .crashed(signal: number)
    }
    return KernelTest.verdict(of: text, asked: setting.core)
  }

  /// The verdict, and the text to keep of it: none where another try may end otherwise.
  private func run(
    _ setting: CoreSetting, _ environment: [String: String]
  ) -> (CoreVerdict, String?) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = [CoreTest.command]
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return (.unknown("\(program) does not start"), nil) }
    let began = ContinuousClock.now
    while process.isRunning {
      if began.duration(to: .now) > .seconds(timeLimit) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return (.unknown("no end within \(Int(timeLimit)) seconds"), nil)
      }
      usleep(2000)
    }
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal {
      let signal = Int(process.terminationStatus)
      // What else ends a process says nothing of its kernels.
      let isOwn = [SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGXCPU].contains {
        Int($0) == signal
      }
      return isOwn
        ? (.crashed(signal: signal), "signal \(signal)") : (.unknown("signal \(signal)"), nil)
    }
    // Two short lines: no pipe is too small for them.
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    guard let verdict = verdict(of: text, setting) else {
      return (.unknown("status \(process.terminationStatus)"), nil)
    }
    return (verdict, text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
