import Datasets

/// The sizes of interactions that memory and time of a system of rankings follow from.
package struct RankingSizes: Sendable, Equatable {
  /// The values of an item feature.
  package struct FeatureSize: Sendable, Equatable {
    package let name: String
    /// How many different values there are.
    package let values: Double
    /// How many an item has, mean.
    package let perItem: Double

    init(_ feature: Feature) {
      name = feature.name
      values = Double(feature.vocabulary.count)
      perItem = Double(feature.values.count) / Double(max(1, feature.values.users))
    }
  }

  /// Users, with and without interactions.
  package var users: Double
  /// Items, with and without interactions.
  package var items: Double
  /// Pairs that are learned from.
  package var interactions: Double
  /// Paths from user to user by way of an item: the sum over the items of their interactions,
  /// squared.
  package var userPaths: Double
  /// Paths from item to item by way of a user.
  package var itemPaths: Double
  /// The most interactions of a user.
  package var mostOfUser: Double
  /// The most interactions of an item.
  package var mostOfItem: Double
  /// The item features.
  package var features: [FeatureSize]
  /// The user features.
  package var userFeatures: [FeatureSize]

  /// Sizes of interactions that are spread evenly.
  package init(users: Int, items: Int, interactions: Int) {
    let (rows, columns, count) = (Double(users), Double(items), Double(interactions))
    (self.users, self.items, self.interactions) = (rows, columns, count)
    (userPaths, itemPaths) = (count * count / max(1, columns), count * count / max(1, rows))
    (mostOfUser, mostOfItem) = (count / max(1, rows), count / max(1, columns))
    (features, userFeatures) = ([], [])
  }

  /// The sizes of what is learned from.
  package init(_ data: TrainingData) {
    let interactions = data.interactions
    var degrees = [Double](repeating: 0, count: interactions.items)
    for item in interactions.columns { degrees[Int(item)] += 1 }
    let rows = (0..<interactions.users).map {
      Double(interactions.rowStarts[$0 + 1] - interactions.rowStarts[$0])
    }
    users = Double(interactions.users)
    items = Double(interactions.items)
    self.interactions = Double(interactions.count)
    userPaths = degrees.reduce(0) { $0 + $1 * $1 }
    itemPaths = rows.reduce(0) { $0 + $1 * $1 }
    mostOfUser = rows.max() ?? 0
    mostOfItem = degrees.max() ?? 0
    features = data.itemFeatures.map(FeatureSize.init)
    userFeatures = data.userFeatures.map(FeatureSize.init)
  }

  /// Users and items exchanged.
  var transposed: RankingSizes {
    var other = self
    (other.users, other.items) = (items, users)
    (other.userPaths, other.itemPaths) = (itemPaths, userPaths)
    (other.mostOfUser, other.mostOfItem) = (mostOfItem, mostOfUser)
    return other
  }

  /// For messages.
  var pairs: String { "\(whole(users)) users and \(whole(items)) items" }

  /// The mean interactions of a user.
  var perUser: Double { interactions / max(1, users) }

  /// All different values of features of these names.
  func values(of names: [String]) -> Double {
    features.filter { names.contains($0.name) }.reduce(0) { $0 + $1.values }
  }

  /// How many values of features of these names an item has.
  func perItem(of names: [String]) -> Double {
    features.filter { names.contains($0.name) }.reduce(0) { $0 + $1.perItem }
  }
}
