import Basics

/// What users of the simulated shop do with an item that they look at: kinds that follow each
/// other, a Markov chain which begins with a view and may end after each.
///
/// The five kinds are those of the BiLSTM-Transformer paper, which has no purchase but the
/// repurchase; so every purchase counts as one.
enum BehaviourChain: String, CaseIterable {
  case view, favourite, cart, repurchase, comment

  /// What may follow, each with its probability in a category that the user returns to.
  private var following: [(kind: BehaviourChain, probability: Double)] {
    switch self {
    case .view: [(.favourite, 0.2), (.cart, 0.3)]
    case .favourite: [(.cart, 0.6)]
    case .cart: [(.repurchase, 0.6)]
    case .repurchase: [(.comment, 0.5)]
    case .comment: []
    }
  }

  /// In other categories users go on so much more seldom.
  private static let restraint = 0.3

  /// What the user does next with the item; nil: nothing.
  func next(inFavourite isFavourite: Bool, _ random: inout Random) -> BehaviourChain? {
    var rest = random.uniformDouble() / (isFavourite ? 1 : Self.restraint)
    for (kind, probability) in following {
      rest -= probability
      if rest < 0 { return kind }
    }
    return nil
  }
}
