import Basics

/// The kernels of OpenBLAS to try in place of those that it chose.
///
/// OpenBLAS knows the processors of its own time: for a newer one it falls back to kernels of
/// twenty years before. What a processor can do says more than its number.
package struct CoreCandidates: Sendable, Equatable {
  /// The environment variable by which a user, and we, tell OpenBLAS what to choose.
  package static let variable = "OPENBLAS_CORETYPE"
  /// The environment variable that stands for what OpenBLAS chose, for tests.
  package static let assumption = "REPRISE_ASSUME_CORE"

  /// Stronger than OpenBLAS's choice, the strongest first: faster, and so worth a try.
  package var stronger: [String] = []
  /// Weaker ones, the strongest first, for where its choice does not compute right.
  package var weaker: [String] = []

  /// What to try; nothing where the user has chosen, where the processor's features are not known,
  /// or where OpenBLAS chose kernels that we do not know.
  ///
  /// - Parameters:
  ///   - processor: what runs the kernels.
  ///   - chosen: what OpenBLAS chose by itself.
  ///   - wanted: the user's value of ``variable``.
  package init(_ processor: Processor, chosen: String, wanted: String?) {
    guard wanted?.isEmpty ?? true, let most = processor.strength,
      let own = CoreStrength(core: chosen)
    else { return }
    let all = CoreStrength.allCases.reversed().filter { $0 <= most }
    stronger = all.filter { $0 > own }.map { $0.core(maker: processor.maker) }
    weaker = all.filter { $0 < own }.map { $0.core(maker: processor.maker) }
  }

  /// Refuses a value of ``assumption`` that OpenBLAS has no kernels of.
  ///
  /// Throws `Problem.usage` with the nearest name.
  package static func check(assumed value: String?) throws(Problem) {
    guard let value, !value.isEmpty, CoreStrength(core: value) == nil else { return }
    let names = CoreStrength.allCases.flatMap(\.cores)
    throw .usage(
      "\(assumption): OpenBLAS has no kernels \"\(value)\"" + suggestion(for: value, among: names))
  }
}
