import Testing

@testable import Engine

/// Who chose the kernels, as the environment tells.
@Suite struct KernelsInUseTests {
  private func kernels(_ environment: [String: String]) -> KernelsInUse {
    var kernels = KernelsInUse(environment, core: "Zen")
    (kernels.library, kernels.ours) = ("OpenBLAS 0.3.21", "x86-64-v3")
    return kernels
  }

  @Test func openBLASChose() {
    #expect(kernels([:]).text == "Zen (OpenBLAS 0.3.21's own choice), ours x86-64-v3")
    #expect(!kernels(["OPENBLAS_CORETYPE": ""]).isSettled)
  }

  @Test func weChose() {
    let reason = "OpenBLAS 0.3.21 chose Prescott, which lacks AVX2"
    let ours = kernels([
      "OPENBLAS_CORETYPE": "Zen", KernelsInUse.marker: KernelsInUse.mark("Zen", because: reason),
    ])
    #expect(ours.text == "Zen (\(reason)), ours x86-64-v3")
    #expect(ours.isSettled && ours.wanted == nil && ours.reason == reason)
  }

  @Test func theUserChose() {
    let user = kernels(["OPENBLAS_CORETYPE": "zen"])
    #expect(
      user.text == "Zen (OpenBLAS 0.3.21 with OPENBLAS_CORETYPE=zen), ours x86-64-v3")
    #expect(user.isSettled && user.reason.isEmpty)
    // Within a run of ours, for which Cooperlake was chosen.
    let inside = kernels([
      "OPENBLAS_CORETYPE": "Zen", KernelsInUse.marker: KernelsInUse.mark("Cooperlake", because: ""),
    ])
    #expect(inside.wanted == "Zen" && inside.reason.isEmpty)
  }
}
