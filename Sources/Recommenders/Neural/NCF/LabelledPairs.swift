import Basics
import Datasets

/// The examples of an epoch of implicit feedback: every training pair with the label 1 and, for
/// each, `negatives` items that its user has not in training, drawn anew each epoch, with the label
/// 0; in random order.
struct LabelledPairs {
  private let interactions: Interactions
  private let negatives: Int
  private let seen: Membership
  private var users: [Int32] = []
  private var items: [Int32] = []
  /// Numbers of examples; the first of each `negatives + 1` is the positive.
  private(set) var order: [Int32] = []

  init(_ interactions: Interactions, negatives: Int) {
    (self.interactions, self.negatives) = (interactions, negatives)
    seen = Membership(interactions)
  }

  /// Draws an epoch. A user who has every item has no negatives, and is left out.
  mutating func draw(_ random: inout Random) {
    users.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    for user in 0..<Int32(interactions.users) {
      let own = interactions[Int(user)]
      guard own.count < interactions.items else { continue }
      for item in own {
        users.append(user)
        items.append(item)
        for _ in 0..<negatives {
          users.append(user)
          items.append(seen.drawUnseen(by: user, &random))
        }
      }
    }
    order = (0..<Int32(users.count)).map { $0 }
    random.shuffle(&order)
  }

  /// User, item and label of the example at a place of the order.
  subscript(place: Int) -> (user: Int32, item: Int32, label: Float) {
    let example = Int(order[place])
    return (users[example], items[example], example % (negatives + 1) == 0 ? 1 : 0)
  }
}
