import Engine
import TestSupport
import Testing

@testable import Experiments

/// What an examination says of machines that are not here.
@Suite struct FindingsTests {
  private static let processor = Processor(maker: "AuthenticAMD", features: [.avx, .avx2, .fma])

  private func choice(_ core: String, wanted: String? = nil, reason: String = "") -> Finding {
    var kernels = KernelsInUse.current
    (kernels.core, kernels.library) = (core, "OpenBLAS 0.3.21")
    (kernels.wanted, kernels.reason) = (wanted, reason)
    return KernelFindings.choice(kernels, Self.processor)
  }

  @Test func weakKernelsAreBad() {
    #expect(
      choice("Prescott", wanted: "Prescott")
        == Finding(
          .bad, "OpenBLAS",
          "Prescott (OpenBLAS 0.3.21 with OPENBLAS_CORETYPE=Prescott): several times slower than"
            + " with AVX2; unset OPENBLAS_CORETYPE"))
    #expect(choice("Prescott", reason: "Zen crashes here (signal 4)").weight == .bad)
    #expect(choice("Sandybridge").weight == .bad)
    #expect(choice("Zen").weight == .fine)
    #expect(choice("Zen", wanted: "zen").weight == .fine)
    #expect(choice("Haswell", wanted: "Nonsense").weight == .note)
    // Of a later OpenBLAS.
    #expect(choice("Zen9").weight == .fine)
  }

  @Test func halfTheWidthIsANote() {
    let kernels = KernelsInUse.current
    var zen = kernels
    (zen.core, zen.wanted) = ("Zen", "Zen")
    let wide = Processor(maker: "AuthenticAMD", features: [.avx, .avx2, .fma, .avx512])
    #expect(KernelFindings.choice(zen, wide).weight == .note)
  }

  @Test func wrongKernelsAreBad() {
    #expect(KernelFindings.test(.right).weight == .fine)
    #expect(KernelFindings.test(.wrong("sgemm")).weight == .bad)
    #expect(KernelFindings.test(.crashed(signal: 4)).weight == .bad)
    #expect(KernelFindings.test(.unknown("no end")).weight == .note)
  }

  @Test func aThirdOfThePromiseIsEnough() {
    func weights(_ rates: [Double]) -> [Finding.Weight] {
      let products = rates.map { Speed.Product(name: "a · b", rate: $0) }
      return KernelFindings.speed(Speed(promised: 90, width: 8, products: products)).map(\.weight)
    }
    #expect(weights([30, 30]) == [.fine, .fine, .fine])
    #expect(weights([29, 29]) == [.fine, .bad, .note])
  }

  @Test func scarceResourcesAreNamed() {
    let total = Double(24 << 30)
    var free = AvailableMemory(Double(20 << 30))
    free.own = .infinity
    #expect(
      ResourceFindings.memory(free, total: total)
        == Finding(.fine, "memory", "20 GiB of 24 GiB to be had, no limit of a process"))
    free.own = Double(512 << 20)
    let limited = ResourceFindings.memory(free, total: total)
    #expect(
      limited.text.hasPrefix(
        "20 GiB of 24 GiB to be had, a process may take 512 MiB more (ulimit -v): little for"))
    #expect(limited.weight == .note)
    #expect(ResourceFindings.memory(AvailableMemory(.infinity), total: nil).weight == .note)
    #expect(ResourceFindings.descriptors(1024, jobs: 4).weight == .fine)
    #expect(ResourceFindings.descriptors(64, jobs: 4).weight == .bad)
    #expect(ResourceFindings.descriptors(nil, jobs: 4).weight == .fine)
    #expect(StorageFindings.space(1 << 20).weight == .bad)
    #expect(StorageFindings.space(1 << 30).weight == .note)
    #expect(StorageFindings.space(8 << 30).weight == .fine)
  }

  @Test func anExaminationLeavesNothingBehind() throws {
    try withTemporaryFolder { folder in
      try folder.write("", to: "here")
      for results in ["", "/not/yet/there"] {
        let findings = StorageFindings.all(results: folder.path + results)
        #expect(findings.allSatisfy { $0.weight != .bad }, "\(findings)")
      }
      #expect(folder.contents == ["here"])
      let file = StorageFindings.all(results: folder["here/within"])
      #expect(file[0].weight == .bad)
    }
  }

  @Test func linesFitATerminal() {
    let words = Array(repeating: "word", count: 40).joined(separator: " ")
    let lines = Finding.lines([Finding(.fine, "one", "a"), Finding(.bad, "two", words)])
    #expect(lines[0] == "ok    one          a")
    #expect(lines.allSatisfy { $0.count <= 80 } && lines.count == 5)
    #expect(lines[2].hasPrefix(String(repeating: " ", count: 19) + "word"))
  }

  @Test func theSpeedOfThisMachineIsSomething() {
    let speed = Speed.measure(seconds: 0.05)
    #expect(speed.promised > 0.1 && speed.products.count == 3)
    #expect(speed.products.allSatisfy { $0.rate > 0.1 })
  }
}
