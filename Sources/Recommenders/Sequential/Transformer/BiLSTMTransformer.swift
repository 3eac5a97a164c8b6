import Basics
import Datasets

/// The deep bidirectional Transformer of Zhao (2024, section 4): long short-term memory reads a
/// user's behaviour in both directions, blocks of a Transformer read its states, and two linear maps
/// with a ReLU between tell the probability of every item (equation 6).
///
/// The paper says no more: sizes, optimiser, what is predicted from what are ours. `form` says how
/// the next item is kept out of what it is told from; a bidirectional layer that learns to tell it at
/// every place sees it, which is the form `leaky`. Under `causal` there is one layer, forward. Behaviour, time
/// gap and cluster are told by vectors that are added to the item's.
///
/// Departures: the standard cell and candidate, which equation 5 leaves out; `cell: "printed"` does
/// without them.
package final class BiLSTMTransformer: SequenceRecommender {
  package struct Options: Settings {
    package var sequence = Options.usual
    package var form = SequenceForm.cloze
    package var maskShare: Double?
    package var cell = SequenceCell.standard
    package var marks = SequenceMarks()

    package init() {}

    private static let usual: SequenceOptions = {
      var usual = SequenceOptions()
      usual.norm = .pre
      return usual
    }()

    package static let fields: [Field<Options>] =
      Field.embedded(SequenceOptions.fields, at: \.sequence) + [
        .choice("form", \.form, "what is seen of a sequence, and what is to be told of it"),
        .number(
          "maskShare", \.maskShare, 0.001...0.99, "form cloze: share of masked items; null: .2"),
        .choice(
          "cell", \.cell, "the recurrent unit: as everywhere, or the gates of equation 5 alone"
        ).omittedByDefault(),
      ] + Field.embedded(SequenceMarks.fields, at: \.marks)

    package func check(_ json: JSON) throws(Problem) {
      try sequence.check(json)
      try marks.check(json)
      if maskShare != nil, form != .cloze {
        throw (json["maskShare"] ?? json).problem(
          "\"maskShare\" is used by the form \"cloze\" only, not by \"\(form.rawValue)\"")
      }
    }

    /// Of each recurrent layer, whether it reads against time.
    var reversals: [Bool] { form == .causal ? [false] : [false, true] }
  }

  package static let name = "bilstm-transformer"
  package static let summary = "a Transformer over what an LSTM reads of each user's behaviour"
  package static let source = "Zhao, Preprints 202410.1167, 2024"

  let model: SequenceModel

  /// Throws `Problem` where a time is unknown, or the data lack what is to be told.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    let sequences = try data.sequences(for: Self.name)
    model = SequenceModel(
      options.sequence, options.form, reversals: options.reversals, cell: options.cell,
      head: .linear, maskShare: options.maskShare ?? 0.2, sequences,
      marks: try options.marks.marks(of: data, sequences, for: Self.name),
      items: data.interactions.items, player: "bilstm", seed: seed)
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    try options.marks.check(data, for: name)
  }

  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    .sequenceModel(
      options.sequence, options.form, ways: options.reversals.count, head: .linear, sizes)
  }
}
