import Basics
import Foundation
import Subprocess

/// Works on each trial in a process of its own, so that a crash, a kill for memory or a hang costs
/// that trial only.
package struct WorkerExecutor: Executor {
  package static let name = "processes"
  package static let summary = "each trial in a process of its own, on this machine"

  package init() {}

  package func run(_ batch: TrialBatch) async throws -> [TrialProblem] {
    guard let program = Bundle.main.executablePath else {
      throw Problem.run("the program does not know its own path, so it cannot start workers")
    }
    return try await batch.workedOff(
      on: WorkerHost(
        program: program, specText: batch.specText, options: batch.options,
        interruption: batch.interruption))
  }
}

/// Starts workers, listens to them and ends them.
private struct WorkerHost: TrialHost {
  /// The program, whose command `worker` is ``Worker``.
  let program: String
  let specText: String
  let options: Runner.Options
  let interruption: Interruption

  func execute(_ trial: Trial, observe: @escaping TrialObserver) async throws {
    let folder = TrialFolder(trial, results: options.results)
    try Files.makeFolder(folder.path)
    let job = try WorkerLine.text(
      WorkerJob(
        content: trial.content.encoded().canonicalText, system: trial.system,
        folder: trial.folder, spec: specText, results: options.results, data: options.data,
        again: options.again.sorted { $0.rawValue < $1.rawValue }, memory: options.memory))
    // Only what goes wrong is written there: a crash of the program says why.
    let log = open(folder.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard log >= 0 else { throw Problem.io(folder.log, "cannot be written", errno) }
    let lastWords = LastWords(folder.log)
    let pace = Pace()
    let (end, status): (WorkerEnd?, TerminationStatus)
    do {
      let finished = try await Subprocess.run(
        .path(.init(program)), arguments: ["worker"],
        environment: environment, input: .inputWriter,
        output: .sequence,
        error: .fileDescriptor(.init(rawValue: log), closeAfterSpawningProcess: true)
      ) { execution in
        _ = try? await execution.standardInputWriter.write(job + "\n")
        let watch = WorkerWatch(
          process: execution.processIdentifier.value, timeLimit: options.timeLimit, pace: pace,
          interruption: interruption)
        return try await self.end(of: execution, watch) { event in
          pace.heard()
          observe(event)
        }
      }
      (end, status) = (finished.closureResult, finished.terminationStatus)
    } catch let error as SubprocessError {
      throw Problem.run("\(trial.name): the worker cannot be started or heard: \(error)")
    }
    removeEmptyLog(folder)
    switch end {
    case .finished: return
    case .interrupted: throw Interrupted()
    case .hopeless: throw try TrialFailure(reading: folder.failure, identity: trial.identity)
    case .problem(let kind, let message): throw Problem(kind, message)
    case nil:
      if interruption.isRequested { throw Interrupted() }
      if let problem = lastWords.problem(of: trial, status.isKill) { throw problem }
      let words =
        switch status {
        case .exited(let code): "ended with status \(code)"
        case .signaled(let signal): "was ended by signal \(signal)"
        }
      throw WorkerLost(message: "\(words); its last words, if any, are in \(folder.log)")
    }
  }

  /// One thread, and a crash in a line: who wants its trace says so by SWIFT_BACKTRACE.
  private var environment: Environment {
    let trace = ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"] ?? "enable=no"
    return .inherit.updating(["OPENBLAS_NUM_THREADS": "1", "SWIFT_BACKTRACE": trace])
  }

  private typealias WorkerExecution = Execution<
    CustomWriteInput, SequenceOutput, FileDescriptorOutput
  >

  /// Listens until the worker's last word; nil when it has none.
  private func end(
    of execution: WorkerExecution, _ watch: WorkerWatch, observe: @escaping TrialObserver
  ) async throws -> WorkerEnd? {
    try await withThrowingTaskGroup(of: WorkerEnd?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        var end: WorkerEnd?
        for try await line in execution.standardOutput.strings() {
          switch WorkerLine.message(WorkerMessage.self, line) {
          case .event(let event): observe(event)
          case .end(let last): end = last
          case nil: break
          }
        }
        return end
      }
      group.addTask {
        // Closing its standard input asks the worker to save and end.
        try await watch.look { try? await execution.standardInputWriter.finish() }
        return nil
      }
      do {
        return try await group.next() ?? nil
      } catch let lost as WorkerLost {
        try? execution.send(signal: .kill)
        throw lost
      } catch let hung as WorkerWatch.Hung {
        try? execution.send(signal: .kill)
        observe(
          .said(
            "did not stop within \(Int(hung.grace.seconds)) s and was ended; what it has trained since"
              + " its last checkpoint is trained again"))
        return nil
      }
    }
  }

  private func removeEmptyLog(_ folder: TrialFolder) {
    let size = (try? FileManager.default.attributesOfItem(atPath: folder.log))?[.size] as? Int
    if size == 0 { unlink(folder.log) }
  }
}

extension TerminationStatus {
  /// Whether it is the end by a signal that no process can refuse.
  fileprivate var isKill: Bool {
    if case .signaled(let signal) = self { signal == SIGKILL } else { false }
  }
}
