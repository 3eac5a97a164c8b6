/// Which values of something that is measured are the better ones.
public enum Better: String, CaseIterable, Sendable {
  case higher
  case lower
  /// It describes and does not rank, as the mean popularity of what is recommended.
  case neither
}
