@testable import Recommenders

extension Model {
  /// Learns for one epoch, where it learns by epochs.
  @discardableResult
  func trainEpoch() -> [Loss] { (self as? any EpochLearner)?.trainEpoch() ?? [] }
}
