import Basics
import Datasets
import Engine
import Foundation

/// The other side of ``WorkerExecutor``: a process that works on one trial and ends.
///
/// It reads its job from standard input and stays there: when that closes, the process that wanted
/// the trial is gone or asks to stop, and the worker saves and ends. Or it reads its job from a
/// file, and then stops at signals alone.
package enum Worker {
  /// Does the job that a file or standard input describes, and tells on standard output how it
  /// goes.
  ///
  /// - Parameter file: the path of a ``WorkerJob``; nil: standard input.
  package static func run(job file: String?) async {
    // Whoever reads may be gone; that is noticed at standard input.
    signal(SIGPIPE, SIG_IGN)
    let interruption = Interruption()
    let signals = interruption.watchSignals()
    defer { withExtendedLifetime(signals) {} }
    let line = file.map { try? String(decoding: Files.read($0), as: UTF8.self) } ?? readLine()
    guard let line, let job = WorkerLine.message(WorkerJob.self, line) else {
      let message = file.map { "\($0): is not the file of a job" }
      return tell(
        .end(
          .problem(
            kind: .usage, message: message ?? "a worker is started by `reprise run` only")))
    }
    let pace = Pace()
    if file == nil {
      Thread {
        while readLine() != nil {}
        interruption.request()
      }.start()
    }
    Thread { endIfHung(interruption, pace) }.start()
    tell(.end(await end(of: job, interruption, pace)))
  }

  /// `PRIO_PROCESS`, which is imported by another type on each system.
  private static let processPriority: Int32 = 0

  /// Ends this process when it was asked to stop and does not: who asked may be gone, and nobody
  /// else would.
  private static func endIfHung(_ interruption: Interruption, _ pace: Pace) {
    while !interruption.isRequested { usleep(100_000) }
    usleep(UInt32(clamping: Int(pace.grace.seconds * 1e6)))
    _exit(1)
  }

  private static func end(
    of job: WorkerJob, _ interruption: Interruption, _ pace: Pace
  ) async -> WorkerEnd {
    do {
      BLAS.useOneThread()
      let trial = try Trial(
        TrialContent(decoding: JSON.parse(job.content, file: "job")), system: job.system,
        folder: job.folder)
      let (data, training) = (trial.content.data, trial.content.training)
      let dataset = try await data.load(from: DataFolders(option: job.data)) {
        tell(.event(.said($0)))
      }
      guard dataset.digest == training.dataDigest,
        let parts = try TaskList.rule(of: trial.recommender.task)
          .parts(data, of: dataset, seeds: [trial.seed])[trial.seed],
        parts.digest == training.splitDigest
      else {
        throw Problem.data("\(dataset.name): the data changed while the run was going on")
      }
      let run = TrialRun(
        trial: trial, folder: TrialFolder(trial, results: job.results), parts: parts,
        specText: job.spec, facts: MachineFacts.current(), again: Set(job.again),
        observe: { event in
          pace.heard()
          tell(.event(event))
        }, interruption: interruption, memory: job.memory)
      // A thread of the pool has a priority of its own; the work is as urgent as the program that
      // wants it, which `nice` may have started.
      setpriority(processPriority, 0, getpriority(processPriority, id_t(getppid())))
      _ = try run.result()
      return .finished
    } catch is Interrupted {
      return .interrupted
    } catch is TrialFailure {
      return .hopeless
    } catch let problem as Problem {
      return .problem(kind: problem.kind, message: problem.message)
    } catch {
      return .problem(kind: .run, message: "\(job.system): \(error)")
    }
  }

  private static func tell(_ message: WorkerMessage) {
    guard let line = try? WorkerLine.text(message) else { return }
    try? FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
  }
}
