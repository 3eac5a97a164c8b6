import Foundation
import Testing

@testable import Engine

/// What is used of the kernels that were tried.
@Suite struct CoreSelectionTests {
  /// Verdicts of a machine that is not here; kernels without one compute right.
  private final class Machine {
    let verdicts: [CoreSetting: CoreVerdict]
    var asked: [CoreSetting] = []
    init(_ verdicts: [CoreSetting: CoreVerdict]) { self.verdicts = verdicts }
  }

  private func select(
    _ processor: Processor, chosen: String, mayChange: Bool = true, wanted: String? = nil,
    _ verdicts: [CoreSetting: CoreVerdict] = [:]
  ) -> (selection: CoreSelection, asked: [CoreSetting]) {
    let machine = Machine(verdicts)
    let selection = CoreSelection.make(
      CoreCandidates(processor, chosen: chosen, wanted: wanted), chosen: chosen,
      library: "OpenBLAS 0.3.21", mayChange: mayChange
    ) { setting in
      machine.asked.append(setting)
      return machine.verdicts[setting] ?? .right
    }
    return (selection, machine.asked)
  }

  @Test func theStrongestThatComputesRightIsUsed() {
    let (selection, asked) = select(CoreCandidatesTests.emeraldRapids, chosen: "Prescott")
    #expect(selection.setting == CoreSetting(core: "Cooperlake"))
    #expect(selection.reason == "OpenBLAS 0.3.21 chose Prescott, which lacks AVX2 and AVX-512")
    #expect(asked == [CoreSetting(core: "Cooperlake")])
    #expect(selection.setting?.environment == ["OPENBLAS_CORETYPE": "Cooperlake"])
  }

  @Test func aSaneCacheMayMendACandidate() {
    let (selection, _) = select(
      CoreCandidatesTests.zen3, chosen: "Prescott", [CoreSetting(core: "Zen"): .crashed(signal: 8)])
    #expect(selection.setting == CoreSetting(core: "Zen", tellsCache: true))
    #expect(
      selection.setting?.environment == ["OPENBLAS_CORETYPE": "Zen", "OPENBLAS_L2_SIZE": "512"])
    #expect(
      selection.reason
        == "OpenBLAS 0.3.21 chose Prescott, which lacks AVX2; OPENBLAS_L2_SIZE had to be set")
  }

  @Test(arguments: [
    (CoreVerdict.crashed(signal: 11), "crashes here (signal 11)"),
    (.crashed(signal: Int(SIGXCPU)), "comes to no end here"),
    (.wrong("sgemm 3×5 · 5×7"), "computes wrongly here (sgemm 3×5 · 5×7)"),
    (.unknown("no end within 8 seconds"), "could not be tested (no end within 8 seconds)"),
    (.absent(instead: "Haswell"), "is not among its kernels for this processor (it took Haswell)"),
  ])
  func whatFailsIsSkippedAndSaid(_ verdict: CoreVerdict, _ text: String) {
    let (selection, _) = select(
      CoreCandidatesTests.emeraldRapids, chosen: "Prescott",
      [
        CoreSetting(core: "Cooperlake"): verdict,
        CoreSetting(core: "Cooperlake", tellsCache: true): verdict,
      ])
    #expect(selection.setting == CoreSetting(core: "SkylakeX"))
    #expect(
      selection.reason
        == "OpenBLAS 0.3.21 chose Prescott, which lacks AVX2 and AVX-512; Cooperlake \(text)")
  }

  @Test func itsOwnChoiceStaysWhereNoneIsBetter() {
    let wrong = CoreVerdict.wrong("dgemm")
    let (selection, asked) = select(
      CoreCandidatesTests.haswell, chosen: "Prescott",
      [
        CoreSetting(core: "Haswell"): wrong, CoreSetting(core: "Haswell", tellsCache: true): wrong,
        CoreSetting(core: "Sandybridge"): .absent(instead: "Prescott"),
      ])
    #expect(selection.setting == nil && selection.verdict == .right)
    #expect(selection.reason.hasPrefix("Haswell computes wrongly here (dgemm); Sandybridge is not"))
    #expect(asked.last == CoreSetting(core: nil))
    #expect(select(CoreCandidatesTests.haswell, chosen: "Haswell").selection == CoreSelection())
  }

  @Test func itsOwnChoiceIsReplacedWhereItComputesWrongly() {
    let own = CoreSetting(core: nil)
    let mended = select(
      CoreCandidatesTests.zen4, chosen: "Cooperlake", [own: .crashed(signal: 4)]
    ).selection
    #expect(mended.setting == CoreSetting(core: "Cooperlake", tellsCache: true))
    #expect(mended.verdict == .right)
    let weaker = select(
      CoreCandidatesTests.zen4, chosen: "Cooperlake",
      [own: .wrong("sgemm"), CoreSetting(core: "Cooperlake", tellsCache: true): .wrong("sgemm")]
    ).selection
    #expect(weaker.setting == CoreSetting(core: "SkylakeX"))
    #expect(
      weaker.reason == "OpenBLAS 0.3.21 chose Cooperlake, which computes wrongly here (sgemm)")
  }

  @Test func whereNothingComputesRightItIsSaid() {
    let (processor, wrong) = (CoreCandidatesTests.sse, CoreVerdict.wrong("sgemm"))
    let verdicts = [
      CoreSetting(core: nil): wrong, CoreSetting(core: "Nehalem", tellsCache: true): wrong,
    ]
    let (selection, _) = select(processor, chosen: "Nehalem", verdicts)
    #expect(selection.setting == nil && selection.verdict == wrong)
  }

  @Test func theUsersKernelsAreTestedAndStay() {
    let own = CoreSetting(core: nil)
    let (selection, asked) = select(
      CoreCandidatesTests.zen3, chosen: "SkylakeX", mayChange: false, wanted: "SkylakeX",
      [own: .crashed(signal: 4)])
    #expect(selection.setting == nil && selection.verdict == .crashed(signal: 4))
    #expect(asked == [own])
  }

  @Test func kernelsThatComeToNoEndMayBeSlowOnes() {
    let (selection, _) = select(
      CoreCandidatesTests.zen3, chosen: "Zen", [CoreSetting(core: nil): .unknown("no end")])
    #expect(selection.setting == nil && !selection.verdict.isFatal)
  }
}
