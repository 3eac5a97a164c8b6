import Basics

/// The users of the simulated shop as regulars: the categories that each returns to, and what each
/// took there last.
struct Regulars {
  /// [users, favourites]: the large categories that a user returns to, the dearest first.
  let favourites: [[Int32]]
  private let loyalty: Double
  private let categories: Int
  /// What each user bought last of a category; −1: nothing.
  private var bought: [Int32]

  /// How often a user who bought of a category before takes the same item again.
  private static let habit = 0.5

  init(_ settings: BehaviourLogSettings, seed: UInt64) {
    var random = Random(seed: seed, stream: "behaviour-log/favourites")
    let (count, categories) = (settings.favourites, settings.categories)
    // Few categories are dear to many: weights fall as one over the rank.
    let weights = (0..<categories).map { 1 / Double($0 + 1) }
    favourites = (0..<settings.users).map { _ in
      var rest = weights
      return (0..<count).map { _ in
        let category = random.index(rest)
        rest[category] = 0
        return Int32(category)
      }
    }
    (loyalty, self.categories) = (settings.loyalty, categories)
    bought = [Int32](repeating: -1, count: settings.users * categories)
  }

  /// The category that a user looks through: with the probability of loyalty a favourite, the
  /// earlier ones more often; else any.
  func category(of user: Int, _ random: inout Random) -> (category: Int, isFavourite: Bool) {
    let own = favourites[user]
    var category = random.below(categories)
    if random.uniformDouble() < loyalty {
      category = Int(own[random.index(own.indices.map { 1 / Double($0 + 1) })])
    }
    return (category, own.contains(Int32(category)))
  }

  /// What the user bought last of a category, where out of habit it is taken again; nil: another.
  func again(_ user: Int, in category: Int, _ random: inout Random) -> Int? {
    let item = bought[user * categories + category]
    return item >= 0 && random.uniformDouble() < Self.habit ? Int(item) : nil
  }

  /// Remembers what a user bought.
  mutating func buys(_ item: Int, _ user: Int, in category: Int) {
    bought[user * categories + category] = Int32(item)
  }
}
