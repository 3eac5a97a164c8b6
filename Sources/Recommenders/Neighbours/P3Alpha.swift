import Basics
import Datasets
import Foundation

/// P³α: a random walk of three steps, user – item – user – item, on the graph of interactions
/// (Cooper et al., WWW 2014).
///
/// `s(u, i) = Σ_{j ∈ I_u} W_ji`, `W_ji = Σ_{v ∈ U_j ∩ U_i} (1/|U_j|)^α (1/|I_v|)^α`, of which only
/// the `neighbours` largest from each item j are kept, `W_jj` not among them. Departure: the first
/// step's factor `(1/|I_u|)^α` is left out, as it is the same for all items of a user.
package final class P3Alpha: ItemLinkRecommender {
  package struct Options: Settings {
    package var neighbours = 100
    package var alpha = 1.0
    package var normalised = false
    package var ties = NeighbourTies.id

    package init() {}

    package static let fields: [Field<Options>] = [
      .integer("neighbours", \.neighbours, 1...1_000_000, "how many links from each item are kept"),
      .number("alpha", \.alpha, 0...4, "α, the power of the steps' probabilities"),
      .boolean("normalised", \.normalised, "whether the links kept from an item add up to 1"),
      .neighbourTies(\.ties),
    ]

    /// The links from each item, the walk's probabilities divided by `|U_i|^penalty`.
    func links(_ interactions: Interactions, penalty: Double) -> SparseRows {
      let paths = TwoStepPaths(interactions.transposed()) { pow(1 / Double($0), alpha) }
      let degrees = (0..<paths.order).map { Double(paths.degree($0)) }
      let first = degrees.map { pow(1 / $0, alpha) }
      let penalties = degrees.map { pow($0, penalty) }
      var links = SparseRows(linking: paths, most: neighbours, ties: ties) { from, to, sum in
        first[from] * sum / penalties[to]
      }
      if normalised { links.normaliseRows() }
      return links
    }
  }

  package static let name = "p3alpha"
  package static let summary = "random walks of three steps from the user"
  package static let source = "Cooper, Lee, Radinsky, Siantos, WWW 2014"

  let interactions: Interactions
  var links: SparseRows
  let ties: NeighbourTies

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    interactions = data.interactions
    ties = options.ties
    links = options.links(data.interactions, penalty: 0)
  }
}

extension P3Alpha {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    .itemLinks(options.ties.kept(of: options.neighbours), sizes)
  }
}
