import Basics
import Datasets

/// RP³β: P³α's walk with popular items held back (Paudel et al., TiiS 2016).
///
/// P³α's `W_ji` is divided by `|U_i|^β` before the largest are kept; β = 0 is P³α.
package final class RP3Beta: ItemLinkRecommender {
  package struct Options: Settings {
    package var walk = P3Alpha.Options()
    package var beta = 0.6

    package init() {}

    package static let fields: [Field<Options>] =
      Field.embedded(P3Alpha.Options.fields, at: \.walk) + [
        .number("beta", \.beta, 0...4, "β, the power of popularity that divides links to an item")
      ]
  }

  package static let name = "rp3beta"
  package static let summary = "random walks of three steps, popular items held back"
  package static let source = "Paudel, Christoffel, Newell, Bernstein, TiiS 2016"

  let interactions: Interactions
  var links: SparseRows
  let ties: NeighbourTies

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    interactions = data.interactions
    ties = options.walk.ties
    links = options.walk.links(data.interactions, penalty: options.beta)
  }
}

extension RP3Beta {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    .itemLinks(options.walk.ties.kept(of: options.walk.neighbours), sizes)
  }
}
