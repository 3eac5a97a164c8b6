/// What a sequence model sees of a sequence, and which of its items it is to tell.
package enum SequenceForm: String, CaseIterable, Sendable {
  /// Every place tells the next item from those up to it (SASRec).
  case causal
  /// Some items are masked, and told from all others; to recommend, a mask is put at the end
  /// (BERT4Rec).
  case cloze
  /// The whole of a prefix tells the item that follows it; an example is a prefix.
  case lastOnly = "last-only"
  /// Every place tells the next item from the whole sequence, in which it stands: what comes of a
  /// bidirectional model that learns as a causal one. It learns to copy, and is here to show that.
  case leaky

  /// Whether a place is kept from looking at later ones.
  var isCausal: Bool { self == .causal }
  /// Whether every place is to tell something.
  var tellsEveryPlace: Bool { self == .causal || self == .leaky }
}

/// What makes an item score higher than others in a sequence model.
package enum SequenceLoss: String, CaseIterable, Sendable {
  /// Cross-entropy of the softmax over all items.
  case softmax
  /// The same over the item and drawn ones, which a step shares.
  case sampledSoftmax = "sampled-softmax"
  /// Logistic loss against drawn items that the user does not have, a few for each place (SASRec).
  case bce
  /// The same, generalised, against any items (gBCE; Petrov & Macdonald 2023).
  case gbce
}
