import Basics
import Testing

@testable import Engine

/// Which kernels are tried on processors that need not be here.
@Suite struct CoreCandidatesTests {
  static let sse = Processor(maker: "GenuineIntel", features: [])
  static let sandyBridge = Processor(maker: "GenuineIntel", features: [.avx])
  static let haswell = Processor(maker: "GenuineIntel", features: [.avx, .avx2, .fma])
  static let iceLake = Processor(
    maker: "GenuineIntel", features: [.avx, .avx2, .fma, .avx512, .avx512VNNI])
  static let emeraldRapids = Processor(
    maker: "GenuineIntel", number: 6 << 8 | 207,
    features: [.avx, .avx2, .fma, .avx512, .avx512VNNI, .avx512BF16])
  static let zen3 = Processor(maker: "AuthenticAMD", features: [.avx, .avx2, .fma])
  static let zen4 = Processor(
    maker: "AuthenticAMD", features: [.avx, .avx2, .fma, .avx512, .avx512VNNI, .avx512BF16])
  static let aarch64 = Processor(maker: "", features: [])

  @Test(arguments: [
    (emeraldRapids, "Prescott", ["Cooperlake", "SkylakeX", "Haswell", "Sandybridge"]),
    (emeraldRapids, "SkylakeX", ["Cooperlake"]),
    (iceLake, "Prescott", ["SkylakeX", "Haswell", "Sandybridge"]),
    (iceLake, "Haswell", ["SkylakeX"]),
    (zen4, "Barcelona", ["Cooperlake", "SkylakeX", "Zen", "Sandybridge"]),
    (zen4, "Zen", ["Cooperlake", "SkylakeX"]),
    (zen3, "Prescott", ["Zen", "Sandybridge"]),
    (zen3, "Bulldozer", ["Zen"]),
    (haswell, "Nehalem", ["Haswell", "Sandybridge"]),
    (sandyBridge, "Prescott", ["Sandybridge"]),
  ])
  func weakerChoicesThanTheFeaturesAllowAreReplaced(
    _ processor: Processor, _ chosen: String, _ stronger: [String]
  ) {
    #expect(CoreCandidates(processor, chosen: chosen, wanted: nil).stronger == stronger)
    #expect(CoreCandidates(processor, chosen: chosen, wanted: "").stronger == stronger)
  }

  @Test(arguments: [
    (emeraldRapids, "Cooperlake"), (emeraldRapids, "SapphireRapids"), (iceLake, "SkylakeX"),
    (zen3, "Zen"), (zen3, "Haswell"), (zen3, "Excavator"), (haswell, "Haswell"), (haswell, "Zen"),
    (sse, "Prescott"), (sse, "Nehalem"),
    // Kernels that this processor seems too weak for: OpenBLAS knows better than we do.
    (haswell, "SkylakeX"),
  ])
  func choicesAsStrongStay(_ processor: Processor, _ chosen: String) {
    #expect(CoreCandidates(processor, chosen: chosen, wanted: nil).stronger == [])
  }

  @Test func nothingIsTriedWhereNothingIsKnown() {
    for (processor, chosen) in [
      (Self.aarch64, "neoversen1"), (Self.aarch64, "Prescott"),
      (Self.emeraldRapids, "DiamondRapids"),
      (Self.zen4, "Unknown"),
    ] {
      let candidates = CoreCandidates(processor, chosen: chosen, wanted: nil)
      #expect(candidates.stronger == [] && candidates.weaker == [])
    }
  }

  @Test func theUsersChoiceStands() {
    let candidates = CoreCandidates(Self.emeraldRapids, chosen: "Prescott", wanted: "prescott")
    #expect(candidates.stronger == [] && candidates.weaker == [])
  }

  @Test func weakerOnesAreForWhatDoesNotComputeRight() {
    let candidates = CoreCandidates(Self.zen4, chosen: "Cooperlake", wanted: nil)
    #expect(candidates.weaker == ["SkylakeX", "Zen", "Sandybridge", "Prescott"])
  }

  @Test func halfOfAFeatureIsNone() {
    let noFMA = Processor(maker: "GenuineIntel", features: [.avx, .avx2])
    #expect(noFMA.strength == .avx)
    let noVNNI = Processor(
      maker: "GenuineIntel", features: [.avx, .avx2, .fma, .avx512, .avx512BF16])
    #expect(noVNNI.strength == .avx512)
  }

  @Test func anAssumedCoreMustBeOneOfOpenBLAS() throws {
    try CoreCandidates.check(assumed: nil)
    try CoreCandidates.check(assumed: "")
    try CoreCandidates.check(assumed: "prescott")
    #expect(
      throws: Problem.usage(
        "REPRISE_ASSUME_CORE: OpenBLAS has no kernels \"Haswel\"; did you mean \"Haswell\"?")
    ) { try CoreCandidates.check(assumed: "Haswel") }
  }

  @Test func thisProcessorSaysWhatItIs() {
    let processor = Processor.current
    #if arch(x86_64)
      #expect(!processor.maker.isEmpty && processor.number > 0)
      #expect(processor.strength != nil)
      // What our own kernels need is among what they ask for.
      #expect((KernelPath.avx512.table != nil) == processor.features.contains(.avx512))
      if KernelPath.avx2.table != nil { #expect(processor.features.contains([.avx2, .fma])) }
    #else
      #expect(processor.strength == nil)
    #endif
  }
}
