import Basics
import Datasets

/// What metrics beyond accuracy need to know about the items.
package struct Catalogue: Sendable {
  /// Number of items that can be recommended.
  package let itemCount: Int
  /// Number of users that interactions were seen of.
  package let userCount: Int
  /// How many users each item was seen by in training.
  package let popularity: [Int]
  /// Categorical features of the items.
  package let features: [Feature]

  /// A catalogue of `popularity.count` items; without their number there are as many users as have
  /// seen the most popular item.
  package init(popularity: [Int], users: Int? = nil, features: [Feature] = []) {
    self.itemCount = popularity.count
    self.userCount = users ?? popularity.max() ?? 0
    self.popularity = popularity
    self.features = features
  }

  /// A catalogue whose popularity is counted from the interactions that the models have seen.
  package init(seen: Interactions, features: [Feature] = []) {
    var popularity = [Int](repeating: 0, count: seen.items)
    for item in seen.columns { popularity[Int(item)] += 1 }
    self.init(popularity: popularity, users: seen.users, features: features)
  }

  /// The item feature called `name`.
  ///
  /// - Throws: `Problem` naming the nearest feature when there is none.
  package func feature(named name: String) throws -> Feature {
    if let feature = features.first(where: { $0.name == name }) { return feature }
    let known = features.map(\.name)
    throw Problem.usage(
      known.isEmpty
        ? "no item feature \"\(name)\": the data set has none"
        : "no item feature \"\(name)\"" + suggestion(for: name, among: known))
  }
}
