import Basics
import Foundation

/// Labels as parts of names of files: readable, and no two alike, also where file systems do not
/// tell capitals from small letters.
///
/// A label is written in small letters and digits, with a hyphen for everything between: `UR-GAN
/// (tuned)` is `ur-gan-tuned`. Accents go, Greek letters are spelt out. Where that loses letters,
/// is too long, or is what another label has as well, a digest of the label follows, so that a
/// label keeps its name whatever stands in which order around it. A label that is its own name
/// never gets one.
struct LabelFiles {
  /// The longest part that a label is written with; a digest may follow.
  static let limit = 100

  private let names: [String: String]

  /// Names for the labels of a spec, which are all different.
  init(_ labels: [String]) {
    let written = labels.map(Self.written)
    let counts = Dictionary(written.map { ($0.text, 1) }, uniquingKeysWith: +)
    var digits = labels.indices.map { place in
      let (text, isWhole) = written[place]
      let isShared = counts[text] != 1 && labels[place] != text
      return isWhole && !isShared ? 0 : 6
    }
    func name(_ place: Int) -> String {
      let digest = SHA256.hex(of: labels[place]).prefix(digits[place])
      return [written[place].text, String(digest)].filter { !$0.isEmpty }.joined(separator: "-")
    }
    // A digest may be what another label says: then it gets longer.
    while true {
      let all = Dictionary(grouping: labels.indices, by: name)
      let alike = all.values.filter { $0.count > 1 }.flatMap(\.self)
      let open = alike.filter { (1..<64).contains(digits[$0]) }
      guard !open.isEmpty else { break }
      for place in open { digits[place] += 6 }
    }
    names = Dictionary(
      zip(labels, labels.indices.map(name)), uniquingKeysWith: { first, _ in first })
  }

  /// The name of a label's files, without ending.
  func name(of label: String) -> String { names[label] ?? Self.written(label).text }

  /// The label in small letters, digits and hyphens, and whether that says all of it but its
  /// punctuation.
  private static func written(_ label: String) -> (text: String, isWhole: Bool) {
    var (words, isWhole) = ([""], true)
    for scalar in label.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if let letter = greek[scalar] {
        words[words.count - 1] += letter
      } else if scalar.properties.canonicalCombiningClass == .notReordered {
        if !scalar.isASCII, !isPunctuation(scalar) { isWhole = false }
        words.append("")
      }
    }
    let text = words.filter { !$0.isEmpty }.joined(separator: "-")
    guard text.count > limit else { return (text, isWhole && !text.isEmpty) }
    return (String(text.prefix(limit)), false)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .openPunctuation, .closePunctuation, .connectorPunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .spaceSeparator:
      true
    default: false
    }
  }

  private static let greek: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu",
    "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma",
    "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
  ]
}
