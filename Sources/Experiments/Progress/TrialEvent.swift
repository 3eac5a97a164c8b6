/// What happens to a trial while it is worked on, told as it happens: to the progress display, or
/// through a worker's standard output to the process that started it.
enum TrialEvent: Codable, Sendable, Equatable {
  /// An earlier run had finished it.
  case reused
  /// Work begins after so many epochs of an earlier run.
  case began(epoch: Int)
  /// An epoch more was trained; losses and the first metric as text.
  case advanced(epoch: Int, text: String)
  /// All is measured and saved; the first metrics as text.
  case finished(text: String)
  /// Something that the user should read.
  case said(String)
}

/// Takes the events of a trial.
typealias TrialObserver = @Sendable (TrialEvent) -> Void
