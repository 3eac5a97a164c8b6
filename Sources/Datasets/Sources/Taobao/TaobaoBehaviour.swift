import Basics

/// What a user of Taobao's log did with an item.
enum TaobaoBehaviour: String, CaseIterable, Sendable {
  /// Looked at its page.
  case pv
  /// Put it among the favourites.
  case fav
  /// Put it into the cart.
  case cart
  case buy
  /// Bought what the same user had bought before: not in the log, but told from it.
  case repurchase

  /// The kinds that the lines of the log name.
  static let logged: [TaobaoBehaviour] = [.pv, .fav, .cart, .buy]

  /// Reads a kind. Throws `Problem.usage` naming the nearest, and of one that other logs have the
  /// nearest in meaning.
  init(named json: JSON) throws(Problem) {
    let name = try json.asString()
    let known = Self.allCases.map(\.rawValue)
    guard let behaviour = Self(rawValue: name) else {
      guard name.hasPrefix("comment") else {
        throw json.problem("unknown behaviour \"\(name)\"" + suggestion(for: name, among: known))
      }
      throw json.problem(Self.noComments(name))
    }
    self = behaviour
  }

  /// Why comments are refused, and what is nearest to them.
  static func noComments(_ name: String) -> String {
    "\"\(name)\" is not in Taobao's log, which has no comments; the nearest behaviour, which comes"
      + " before one, is \"buy\""
  }
}
