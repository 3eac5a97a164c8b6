import Foundation
import Schema
import Subprocess

/// Works on each trial in a process of its own, so that a crash, a kill for memory or a hang costs
/// that trial only.
struct WorkerProcesses: TrialExecutor {
  /// The program, whose command `worker` is ``Worker``.
  let program: String
  let results: String
  /// The folder of data sets that the command line names, if it names one.
  let data: String?
  let specText: String
  /// How long one worker may take; nil: as long as it needs.
  let timeLimit: Duration?
  /// Bytes of memory that the command line says are free, if it does.
  var memory: Double?
  let interruption: Interruption

  func execute(_ trial: Trial, observe: @escaping TrialObserver) async throws {
    let folder = TrialFolder(trial, results: results)
    try Files.makeFolder(folder.path)
    let job = try WorkerLine.text(
      WorkerJob(
        content: trial.content.canonicalText, system: trial.system,
        checkpointEvery: trial.training.checkpointEvery, predecessor: trial.predecessor,
        spec: specText, results: results, data: data, memory: memory))
    // Only what goes wrong is written there: a crash of the program says why.
    let log = open(folder.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard log >= 0 else {
      throw Problem.run("\(folder.log): \(String(cString: strerror(errno)).lowercased())")
    }
    let lastWords = LastWords(folder.log)
    let finished = try await Subprocess.run(
      .path(.init(program)), arguments: ["worker"],
      environment: .inherit.updating(["OPENBLAS_NUM_THREADS": "1"]), input: .inputWriter,
      output: .sequence,
      error: .fileDescriptor(.init(rawValue: log), closeAfterSpawningProcess: true)
    ) { execution in
      _ = try? await execution.standardInputWriter.write(job + "\n")
      return try await withThrowingTaskGroup(of: WorkerEnd?.self) { group in
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
        // Outlives the worker by a tenth of a second at most.
        group.addTask {
          let began = ContinuousClock.now
          while !interruption.isRequested {
            if let timeLimit, began.duration(to: .now) > timeLimit {
              throw WorkerLost(
                message: "was ended at its time limit of \(timeLimit.seconds / 60) minutes")
            }
            try await Task.sleep(for: .milliseconds(100))
          }
          // Closing its standard input asks the worker to save and end.
          try? await execution.standardInputWriter.finish()
          return nil
        }
        var end: WorkerEnd?
        do {
          // The watch ends first only when it has asked the worker to stop.
          end = try await group.next() ?? nil
          if end == nil, interruption.isRequested { end = try await group.next() ?? nil }
        } catch let lost as WorkerLost {
          try? execution.send(signal: .kill)
          group.cancelAll()
          throw lost
        }
        group.cancelAll()
        return end
      }
    }
    removeEmptyLog(folder)
    switch finished.closureResult {
    case .finished: return
    case .interrupted: throw Interrupted()
    case .hopeless: throw try TrialFailure(reading: folder.failure, identity: trial.identity)
    case .problem(let code, let message):
      throw Problem(code == 2 ? .usage : code == 3 ? .data : .run, message)
    case nil:
      if let problem = lastWords.problem(of: trial, finished.terminationStatus.isKill) {
        throw problem
      }
      let end =
        switch finished.terminationStatus {
        case .exited(let code): "ended with status \(code)"
        case .signaled(let signal): "was ended by signal \(signal)"
        }
      throw WorkerLost(message: "\(end); its last words, if any, are in \(folder.log)")
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
