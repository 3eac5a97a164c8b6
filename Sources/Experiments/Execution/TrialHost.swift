/// Where one trial is worked on: in this process, or in one of its own.
protocol TrialHost: Sendable {
  /// Works on a trial until its record is in its folder.
  ///
  /// Throws `Problem`, `TrialFailure`, `Interrupted` once all is saved, or `WorkerLost`.
  func execute(_ trial: Trial, observe: @escaping TrialObserver) async throws
}

/// A worker ended without saying how: it crashed, was killed, or was ended at its time limit.
struct WorkerLost: Error {
  let message: String
}
