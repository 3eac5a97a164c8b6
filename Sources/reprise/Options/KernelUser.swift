import Basics
import Datasets
import Engine
import Experiments
import Foundation

/// A command that multiplies, or records what multiplied: it wants the best kernels that compute
/// right here.
protocol KernelUser {
  /// Whether it has something to do where none compute right.
  static var acceptsWrongKernels: Bool { get }
}

extension KernelUser {
  static var acceptsWrongKernels: Bool { false }

  /// Returns in the process that has the kernels it shall have, see ``CoreChoice``.
  ///
  /// Throws `Problem.run` when those that stay compute wrongly.
  static func settleKernels() throws(Problem) {
    guard let program = Bundle.main.executablePath else { return }
    let verdict = CoreChoice.settle(program: program, cache: DataFolders(option: nil).cache)
    guard verdict.isFatal, !acceptsWrongKernels else { return }
    let kernels = KernelsInUse.current
    throw .run(
      "\(kernels.library)'s kernel \(kernels.core) \(verdict.text); `reprise doctor` says more")
  }
}
