import Foundation

/// Which kernels this process multiplies by, and who chose them.
package struct KernelsInUse: Sendable, Equatable {
  /// The environment variable by which a process that chose for OpenBLAS tells itself, started
  /// again, and its workers: the name of the kernels, a space, and why. Without it, or where it
  /// names others than are in use, ``CoreCandidates/variable`` is the user's.
  package static let marker = "REPRISE_CORE_CHOICE"

  /// The processor by whose name OpenBLAS calls its kernels.
  package var core: String
  /// OpenBLAS with its version.
  package var library: String
  /// The instruction set of our own kernels.
  package var ours: String
  /// The user's value of ``CoreCandidates/variable``; nil: the user has none.
  package var wanted: String?
  /// Why we chose for OpenBLAS, or what we tried in vain; empty where its own choice is as good as
  /// any, or the user's.
  package var reason = ""

  /// Those of this process.
  package static var current: KernelsInUse {
    KernelsInUse(ProcessInfo.processInfo.environment, core: BLAS.coreName)
  }

  /// Those of a process with this environment, in which OpenBLAS uses `core`.
  init(_ environment: [String: String], core: String) {
    (self.core, library, ours) = (core, BLAS.library, KernelPath.inUse)
    let value = environment[CoreCandidates.variable].flatMap { $0.isEmpty ? nil : $0 }
    let parts = environment[KernelsInUse.marker]?.split(separator: " ", maxSplits: 1) ?? []
    if let first = parts.first, first == core, value == nil || value == core {
      reason = parts.count == 2 ? String(parts[1]) : ""
    } else {
      wanted = value
    }
  }

  /// Whether this process was started with the choice made for it.
  package var isSettled: Bool { wanted != nil || !reason.isEmpty }

  /// The value of ``marker`` that says so much.
  package static func mark(_ core: String, because reason: String) -> String { "\(core) \(reason)" }

  /// Who chose, and why: `OpenBLAS 0.3.21's own choice`.
  package var chooser: String {
    if let wanted { return "\(library) with \(CoreCandidates.variable)=\(wanted)" }
    return reason.isEmpty ? "\(library)'s own choice" : reason
  }

  /// One line: `Zen (OpenBLAS 0.3.21's own choice), ours x86-64-v3`.
  package var text: String { "\(core) (\(chooser)), ours \(ours)" }
}
