import Basics
import Datasets

/// Self-attentive sequential recommendation (Kang & McAuley, ICDM 2018): a causal Transformer over a
/// user's newest items tells the next at every place, by the likeness of its state to the vectors of
/// the items that it reads.
///
/// By default with the softmax over all items instead of a logistic loss against one drawn item, as
/// Klenitskiy & Vasilev (RecSys 2023) found better: width 64, two blocks, one head, 200 items,
/// dropout .1, Adam at .001, 128 users in a step. The paper's loss is `bce`, that of gSASRec `gbce`
/// with 256 negatives.
///
/// Departures: nothing is padded, so that no row is computed in vain; places are counted from the
/// newest item, as padding at the front does.
package final class SASRec: SequenceRecommender {
  package struct Options: Settings {
    package var sequence = SequenceOptions()
    package init() {}
    package static let fields: [Field<Options>] = Field.embedded(
      SequenceOptions.fields, at: \.sequence)
    package func check(_ json: JSON) throws(Problem) { try sequence.check(json) }
  }

  package static let name = "sasrec"
  package static let summary = "causal self-attention over each user's newest items"
  package static let source =
    "Kang, McAuley, ICDM 2018; softmax as of Klenitskiy, Vasilev, RecSys 2023"

  let model: SequenceModel

  /// Throws `Problem.data` where a time is unknown.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    model = SequenceModel(
      options.sequence, .causal, try data.sequences(for: Self.name),
      items: data.interactions.items, player: "sasrec", seed: seed)
  }

  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    .sequenceModel(options.sequence, .causal, ways: 0, head: .none, sizes)
  }
}
