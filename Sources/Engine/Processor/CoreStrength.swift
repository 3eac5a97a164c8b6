import Basics

/// What the kernels that OpenBLAS calls by a processor's name ask of a processor, the weakest
/// first.
package enum CoreStrength: Int, Comparable, CaseIterable, Sendable {
  case sse, avx, avx2, avx512, avx512BF16

  /// Whether the first asks for less.
  package static func < (left: CoreStrength, right: CoreStrength) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What weaker ones lack.
  package var name: String {
    switch self {
    case .sse: "SSE"
    case .avx: "AVX"
    case .avx2: "AVX2"
    case .avx512: "AVX-512"
    case .avx512BF16: "AVX-512 BF16"
    }
  }

  /// The names that OpenBLAS has for kernels of this strength. Later versions may have more.
  package var cores: [String] {
    switch self {
    case .sse:
      [
        "Prescott", "Core2", "Penryn", "Dunnington", "Nehalem", "Atom", "Nano", "Athlon", "Opteron",
        "Opteron_SSE3", "Barcelona", "Bobcat", "Katmai", "Coppermine", "Northwood", "Banias",
      ]
    case .avx: ["Sandybridge", "Bulldozer", "Piledriver", "Steamroller"]
    case .avx2: ["Haswell", "Zen", "Excavator"]
    case .avx512: ["SkylakeX"]
    case .avx512BF16: ["Cooperlake", "SapphireRapids"]
    }
  }

  /// What kernels of one name do not use and those of a stronger one do.
  static func lacking(in weak: String, that strong: String) -> String {
    guard let least = CoreStrength(core: weak), let most = CoreStrength(core: strong) else {
      return "its instructions"
    }
    let widths = [avx2, avx512].filter { least < $0 && $0 <= most }.map(\.name)
    return widths.isEmpty ? most.name : widths.joined(separator: " and ")
  }

  /// The kernels of this strength that suit a maker's processors best.
  func core(maker: String) -> String {
    let isAMD = ["AuthenticAMD", "HygonGenuine"].contains(maker)
    return self == .avx2 && isAMD ? "Zen" : cores[0]
  }

  /// The strength of the kernels of that name, in any case of letters; nil for a name that is not
  /// known, such as one of a later OpenBLAS or of another kind of processor.
  package init?(core: String) {
    let name = core.lowercased()
    let found = CoreStrength.allCases.first { $0.cores.contains { $0.lowercased() == name } }
    guard let found else { return nil }
    self = found
  }
}
