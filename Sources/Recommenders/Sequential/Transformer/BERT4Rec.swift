import Basics
import Datasets

/// BERT4Rec (Sun et al., CIKM 2019): a Transformer that looks both ways tells masked items from all
/// others; to recommend, a mask is put after the newest item.
///
/// Width 64, two blocks of two heads, 256 inner units, GELU, normalised after each layer, dropout .2,
/// a fifth of the items masked; BERT's head and a bias an item before the softmax over all items.
///
/// Departures: of a longer sequence the newest items alone are read, where the code reads windows;
/// masks are drawn anew each epoch, where the code draws ten sets once; a masked item is always
/// replaced by the mask.
package final class BERT4Rec: SequenceRecommender {
  package struct Options: Settings {
    package var sequence = Options.usual
    package var maskShare = 0.2

    package init() {}

    private static let usual: SequenceOptions = {
      var usual = SequenceOptions()
      (usual.heads, usual.hidden, usual.dropout) = (2, 256, 0.2)
      (usual.norm, usual.inner) = (.post, .gelu)
      return usual
    }()

    package static let fields: [Field<Options>] =
      Field.embedded(SequenceOptions.fields, at: \.sequence) + [
        .number("maskShare", \.maskShare, 0.001...0.99, "share of the items that are masked")
      ]

    package func check(_ json: JSON) throws(Problem) { try sequence.check(json) }
  }

  package static let name = "bert4rec"
  package static let summary = "masked items told from both sides of each user's sequence"
  package static let source = "Sun, Liu, Wu, Pei, Lin, Ou, Jiang, CIKM 2019"

  let model: SequenceModel

  /// Throws `Problem.data` where a time is unknown.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    model = SequenceModel(
      options.sequence, .cloze, head: .bert, maskShare: options.maskShare,
      try data.sequences(for: Self.name), items: data.interactions.items, player: "bert4rec",
      seed: seed)
  }

  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    .sequenceModel(options.sequence, .cloze, ways: 0, head: .bert, sizes)
  }
}
