import CKernels
import Foundation

/// The processors that this process may use, of those that the machine has.
package enum UsableCores {
  /// What the scheduler and the control group leave, at least 1: a share of a processor counts as
  /// one.
  package static var count: Int {
    count(affinity: Int(processor_affinity()), quota: ControlGroups().processors)
  }

  /// - Parameters:
  ///   - affinity: processors that the scheduler allows; 0: it does not say.
  ///   - quota: processors' time that the control group allows; nil: all.
  static func count(affinity: Int, quota: Double?) -> Int {
    let allowed = affinity > 0 ? affinity : ProcessInfo.processInfo.activeProcessorCount
    return max(1, min(allowed, quota.map { Int(min($0, 1e6).rounded(.up)) } ?? allowed))
  }
}
