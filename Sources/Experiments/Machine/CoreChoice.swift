import Basics
import Engine
import Foundation

/// Settles which kernels OpenBLAS uses, before this process multiplies anything.
///
/// OpenBLAS chooses when it is loaded, so a process that wants others starts itself again with an
/// environment variable, under the same number and with the same arguments; its workers inherit it.
package enum CoreChoice {
  /// Returns in the process that has the kernels it shall have.
  ///
  /// - Parameters:
  ///   - program: this program, which has the command ``CoreTest/command``.
  ///   - cache: the folder that keeps the verdicts on kernels.
  /// - Returns: what is wrong with the kernels in use, `.right` when nothing is known to be.
  package static func settle(program: String, cache: String) -> CoreVerdict {
    let environment = ProcessInfo.processInfo.environment
    let before = KernelsInUse.current
    // Started again by ourselves, or by a run that has settled it.
    if before.wanted == nil, before.isSettled { return .right }
    let assumed = environment[CoreCandidates.assumption].flatMap { $0.isEmpty ? nil : $0 }
    let chosen = assumed ?? before.core
    let selection = CoreSelection.make(
      CoreCandidates(.current, chosen: chosen, wanted: before.wanted), chosen: chosen,
      library: before.library, mayChange: before.wanted == nil,
      test: CoreTest(program: program, cache: cache).verdict(on:))
    if let setting = selection.setting, let core = setting.core {
      var variables = environment.merging(setting.environment) { _, new in new }
      variables[KernelsInUse.marker] = KernelsInUse.mark(core, because: selection.reason)
      restart(program, variables)
      // Nothing is lost but speed, unless its own choice is wrong: the next one may start.
      setenv(
        KernelsInUse.marker,
        KernelsInUse.mark(before.core, because: "\(program) cannot be started again"), 1)
      return CoreTest(program: program, cache: cache).verdict(on: CoreSetting(core: nil))
    }
    if !selection.reason.isEmpty, before.wanted == nil {
      setenv(KernelsInUse.marker, KernelsInUse.mark(before.core, because: selection.reason), 1)
    }
    return selection.verdict
  }

  /// Replaces this process by the program with these variables; returns only when that fails.
  private static func restart(_ program: String, _ environment: [String: String]) {
    let arguments = CommandLine.arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    execve(program, arguments, variables)
    for text in arguments + variables { free(text) }
  }
}
