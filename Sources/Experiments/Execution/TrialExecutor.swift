/// How the work of a trial is done: in this process, or in one of its own.
protocol TrialExecutor: Sendable {
  /// Works on a trial until its record is in its folder.
  ///
  /// Throws `Problem`, `TrialFailure`, `Interrupted` once all is saved, or `WorkerLost`.
  func execute(_ trial: Trial, observe: @escaping TrialObserver) async throws
}

/// Works on trials in this process: one that crashes takes the run with it.
struct InProcess: TrialExecutor {
  /// The work of a trial, told to an observer.
  let work: @Sendable (Trial, @escaping TrialObserver) throws -> TrialRun

  func execute(_ trial: Trial, observe: @escaping TrialObserver) async throws {
    _ = try work(trial, observe).result()
  }
}

/// A worker ended without saying how: it crashed, was killed, or was ended at its time limit.
struct WorkerLost: Error {
  let message: String
}
