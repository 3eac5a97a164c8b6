import Basics
import CKernels

/// The instruction sets the kernels are compiled for.
package enum KernelPath: Int32, CaseIterable, Sendable {
  case baseline, avx2, avx512

  /// The environment variable that names the newest path a process may use.
  package static let limit = "REPRISE_KERNELS"

  /// The name of the path this process uses.
  package static var inUse: String { String(cString: kernel_table_best().pointee.name) }

  /// The name of the newest path that this processor runs, whatever ``limit`` says.
  package static var best: String {
    allCases.last { $0.table != nil }?.table.map { String(cString: $0.name) } ?? inUse
  }

  /// The kernels of this path, or nil where the processor lacks it.
  package var table: KernelTable? { kernel_table(rawValue)?.pointee }

  /// Refuses a value of ``limit`` that is no path's name and so would limit nothing.
  ///
  /// Throws `Problem.usage` with the nearest name.
  package static func check(limit value: String?) throws(Problem) {
    let names = allCases.compactMap { kernel_name($0.rawValue).map { String(cString: $0) } }
    guard let value, !value.isEmpty, !names.contains(value) else { return }
    throw .usage("\(limit): unknown kernels \"\(value)\"" + suggestion(for: value, among: names))
  }
}
