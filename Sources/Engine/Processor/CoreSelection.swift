import Foundation

/// Kernels of OpenBLAS as they can be asked for.
package struct CoreSetting: Sendable, Hashable {
  /// The environment variable for the size of the second cache, in KiB.
  static let cacheVariable = "OPENBLAS_L2_SIZE"
  /// A size that a wrong one is replaced by, in KiB. Not 1024, by which some versions tell
  /// processors apart.
  static let saneCache = 512

  /// The name for ``CoreCandidates/variable``; nil: OpenBLAS's own choice.
  package var core: String?
  /// Whether the size of the second cache is said: virtual machines may report none, and kernels
  /// then divide their work into pieces of no size.
  package var tellsCache = false

  package init(core: String?, tellsCache: Bool = false) {
    (self.core, self.tellsCache) = (core, tellsCache)
  }

  /// The environment variables that ask for them.
  package var environment: [String: String] {
    var variables: [String: String] = [:]
    if let core { variables[CoreCandidates.variable] = core }
    if tellsCache { variables[CoreSetting.cacheVariable] = String(CoreSetting.saneCache) }
    return variables
  }
}

/// What a test of kernels found.
package enum CoreVerdict: Sendable, Equatable {
  /// All products are right.
  case right
  /// One is not: which.
  case wrong(String)
  /// The test was ended by a signal.
  case crashed(signal: Int)
  /// OpenBLAS took others than asked for.
  case absent(instead: String)
  /// The test came to no end, or could not be made: this says nothing of the kernels for sure.
  case unknown(String)

  /// What is said of the kernels, after their name.
  package var text: String {
    switch self {
    case .right: "computes right"
    case .wrong(let product): "computes wrongly here (\(product))"
    case .crashed(let signal):
      signal == Int(SIGXCPU) ? "comes to no end here" : "crashes here (signal \(signal))"
    case .absent(let core): "is not among its kernels for this processor (it took \(core))"
    case .unknown(let why): "could not be tested (\(why))"
    }
  }

  /// Whether nothing that was computed so may be used.
  package var isFatal: Bool {
    switch self {
    case .wrong, .crashed: true
    case .right, .absent, .unknown: false
    }
  }
}

/// The kernels to use, and why.
package struct CoreSelection: Sendable, Equatable {
  /// What to ask OpenBLAS for; nil: nothing, its own choice stays.
  package var setting: CoreSetting?
  /// Why something is asked for, or what was tried in vain; empty when there is nothing to say.
  package var reason = ""
  /// What is wrong with the kernels that stay; `.right` where nothing is.
  package var verdict = CoreVerdict.right

  /// The first of the candidates that computes right. One that does not is tried once more with a
  /// sane size of the second cache.
  ///
  /// - Parameters:
  ///   - chosen: what OpenBLAS chose by itself.
  ///   - library: OpenBLAS with its version, for the reasons.
  ///   - mayChange: whether its own choice may be replaced when it does not compute right; a user's
  ///     may not.
  ///   - test: tells whether kernels compute right, each asked for at most once.
  package static func make(
    _ candidates: CoreCandidates, chosen: String, library: String, mayChange: Bool,
    test: (CoreSetting) -> CoreVerdict
  ) -> CoreSelection {
    var skipped: [String] = []
    func working(_ core: String) -> CoreSetting? {
      let first = test(CoreSetting(core: core))
      switch first {
      case .right: return CoreSetting(core: core)
      case .absent: break
      case .wrong, .crashed, .unknown:
        let second = CoreSetting(core: core, tellsCache: true)
        if test(second) == .right { return second }
      }
      skipped.append("\(core) \(first.text)")
      return nil
    }
    func asking(for setting: CoreSetting, because why: String) -> CoreSelection {
      let cache = setting.tellsCache ? ["\(CoreSetting.cacheVariable) had to be set"] : []
      return CoreSelection(
        setting: setting, reason: ([why] + skipped + cache).joined(separator: "; "))
    }

    for core in candidates.stronger {
      guard let setting = working(core) else { continue }
      let lacking = CoreStrength.lacking(in: chosen, that: core)
      return asking(for: setting, because: "\(library) chose \(chosen), which lacks \(lacking)")
    }
    let verdict = test(CoreSetting(core: nil))
    let staying = CoreSelection(reason: skipped.joined(separator: "; "), verdict: verdict)
    guard verdict.isFatal, mayChange else { return staying }
    let failed = "\(library) chose \(chosen), which \(verdict.text)"
    let same = CoreSetting(core: chosen, tellsCache: true)
    if test(same) == .right { return asking(for: same, because: failed) }
    for core in candidates.weaker {
      if let setting = working(core) { return asking(for: setting, because: failed) }
    }
    return staying
  }
}
