import Basics
import Foundation

/// How alike two rows of a 0/1 matrix are.
package enum Similarity: String, CaseIterable, Sendable {
  case cosine, asymmetric, jaccard, dice
  case coOccurrence = "co-occurrence"
}

/// What user and item neighbourhoods have in common.
///
/// For rows with `a` and `b` entries, `c` of them in common, shrinkage h and asymmetry α:
/// - cosine `c / (√(a b) + h)`;
/// - asymmetric `c / (a^α b^(1−α) + h)` (Aiolli, RecSys 2013), a the row whose neighbours are
///   sought;
/// - jaccard `c / (a + b − c + h)`; dice `2c / (a + b + h)`;
/// - co-occurrence `c`, not normalised at all.
package struct NeighbourOptions: Settings {
  package var neighbours = 100
  package var similarity = Similarity.cosine
  package var shrink = 0.0
  package var asymmetry: Double?
  package var ties = NeighbourTies.id

  package init() {}

  package static let fields: [Field<NeighbourOptions>] = [
    .integer("neighbours", \.neighbours, 1...1_000_000, "k, how many of the most similar count"),
    .choice("similarity", \.similarity, "how alike two are, by what they have in common"),
    .number(
      "shrink", \.shrink, 0...1_000_000,
      "h, added to the similarity's denominator: less trust in few common entries"),
    .number(
      "asymmetry", \.asymmetry, 0...1,
      "α, the share of the denominator that is the own size's; for \"asymmetric\" alone"),
    .neighbourTies(\.ties),
  ]

  /// About how many neighbours are kept at most.
  var kept: Int { ties.kept(of: neighbours) }

  /// Refuses a setting that the similarity does not use, and one that it needs and has not.
  package func check(_ json: JSON) throws(Problem) {
    if similarity == .coOccurrence, shrink != 0 {
      throw (json["shrink"] ?? json).problem(
        "the similarity \"co-occurrence\" has no denominator to shrink by")
    }
    if similarity == .asymmetric, asymmetry == nil {
      throw json.problem("the similarity \"asymmetric\" needs the key \"asymmetry\"")
    }
    if similarity != .asymmetric, asymmetry != nil {
      throw (json["asymmetry"] ?? json).problem(
        "asymmetry is used by the similarity \"asymmetric\" alone, not by"
          + " \"\(similarity.rawValue)\"")
    }
  }

  /// Every row's nearest neighbours among the other rows that have an entry in common with it.
  func neighbours(_ paths: TwoStepPaths) -> SparseRows {
    SparseRows(linking: paths, most: neighbours, ties: ties) { row, other, common in
      let (a, b) = (Double(paths.degree(row)), Double(paths.degree(other)))
      return switch similarity {
      case .cosine: common / ((a * b).squareRoot() + shrink)
      case .asymmetric:
        common / (pow(a, asymmetry ?? 0.5) * pow(b, 1 - (asymmetry ?? 0.5)) + shrink)
      case .jaccard: common / (a + b - common + shrink)
      case .dice: 2 * common / (a + b + shrink)
      case .coOccurrence: common
      }
    }
  }
}
