import CKernels

/// A processor, as far as it decides which kernels are fast on it.
package struct Processor: Sendable, Equatable {
  /// Instruction sets that the processor has and the operating system lets programs use.
  package struct Features: OptionSet, Sendable {
    /// The bits of `Processor.h`.
    package let rawValue: Int32
    /// The features of these bits.
    package init(rawValue: Int32) { self.rawValue = rawValue }
    /// Vectors of eight floats.
    package static let avx = Features(rawValue: 1)
    /// Whole numbers in such vectors, too.
    package static let avx2 = Features(rawValue: 2)
    /// Fused multiplication and addition.
    package static let fma = Features(rawValue: 4)
    /// Vectors of sixteen floats: AVX-512 F, CD, BW, DQ and VL.
    package static let avx512 = Features(rawValue: 8)
    /// AVX-512's dot products of small whole numbers.
    package static let avx512VNNI = Features(rawValue: 16)
    /// AVX-512's half-length floats.
    package static let avx512BF16 = Features(rawValue: 32)
  }

  /// Who made it, as it says itself: "GenuineIntel", "AuthenticAMD"; empty where it does not.
  package var maker: String
  /// What it is sold as; empty where it does not say.
  package var model: String
  /// The maker's number of the family · 256 + that of the model; 0 where it has none.
  package var number: Int
  /// What it can do; none on another family of processors than x86-64.
  package var features: Features

  /// A processor of this kind, which need not be here.
  package init(maker: String, model: String = "", number: Int = 0, features: Features) {
    (self.maker, self.model, self.number, self.features) = (maker, model, number, features)
  }

  /// The one that runs this program.
  package static let current: Processor = {
    var (maker, model) = ([CChar](repeating: 0, count: 13), [CChar](repeating: 0, count: 49))
    let number = processor_identity(&maker, &model)
    return Processor(
      maker: text(maker), model: text(model), number: Int(number),
      features: Features(rawValue: processor_features()))
  }()

  /// The strongest kernels that it runs; nil where nothing is known of it.
  package var strength: CoreStrength? {
    guard !maker.isEmpty else { return nil }
    if features.contains([.avx512, .avx512VNNI, .avx512BF16]) { return .avx512BF16 }
    if features.contains(.avx512) { return .avx512 }
    if features.contains([.avx2, .fma]) { return .avx2 }
    return features.contains(.avx) ? .avx : .sse
  }

  /// One line for people: model, family and features.
  package var description: String {
    guard !maker.isEmpty else { return "of another kind than x86-64" }
    let name = model.isEmpty ? maker : model
    return "\(name) (family \(number >> 8) model \(number & 255)), \(featureNames)"
  }

  private var featureNames: String {
    let names: [(Features, String)] = [
      (.avx, "AVX"), (.avx2, "AVX2"), (.fma, "FMA"), (.avx512, "AVX-512"), (.avx512VNNI, "VNNI"),
      (.avx512BF16, "BF16"),
    ]
    let own = names.filter { features.contains($0.0) }.map(\.1)
    return own.isEmpty ? "no AVX" : own.joined(separator: " ")
  }

  private static func text(_ letters: [CChar]) -> String {
    let bytes = letters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    // Models are padded with blanks, in front or behind.
    return String(decoding: bytes, as: UTF8.self).split(separator: " ").joined(separator: " ")
  }
}
