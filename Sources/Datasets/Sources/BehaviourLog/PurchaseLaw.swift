import Basics
import Foundation

/// How probable a purchase is, in the simulated shop: log odds that add up what each field says
/// alone and what pairs of them say together.
struct PurchaseLaw {
  /// What a visit is made of, besides the user and the item.
  struct Moment {
    var stage: Int
    var season: Int
    var hour: Int
    var weekday: Int
    /// The place in the session, from 0.
    var position: Int
  }

  private let customers: Customers
  private let goods: Goods
  /// [groups, categories], [regions, categories] and [seasons, categories].
  private let tastes: [[Float]]
  private let climates: [[Float]]
  private let seasons: [[Float]]

  static let seasonNames = ["winter", "spring", "summer", "autumn"]
  /// Sessions are told apart up to this length.
  static let longestSession = 10

  init(_ customers: Customers, _ goods: Goods, categories: Int, seed: UInt64) {
    (self.customers, self.goods) = (customers, goods)
    func table(_ rows: Int, rank: Int, deviation: Float, _ name: String) -> [[Float]] {
      var random = Random(seed: seed, stream: "behaviour-log/\(name)")
      let left = (0..<rows).map { _ in (0..<rank).map { _ in random.normal() } }
      let right = (0..<categories).map { _ in (0..<rank).map { _ in random.normal() } }
      let scale = deviation / Float(rank).squareRoot()
      return left.map { row in
        right.map { column in scale * zip(row, column).reduce(0) { $0 + $1.0 * $1.1 } }
      }
    }
    // Most of a taste is that of an age or a gender; some is that of both together.
    let ages = table(Customers.ages.count, rank: 3, deviation: 0.8, "tastes/ages")
    let genders = table(Customers.genders.count, rank: 2, deviation: 0.5, "tastes/genders")
    let both = table(Customers.groups, rank: 2, deviation: 0.35, "tastes/groups")
    tastes = both.enumerated().map { group, own in
      let (gender, age) = group.quotientAndRemainder(dividingBy: Customers.ages.count)
      return own.indices.map { own[$0] + ages[age][$0] + genders[gender][$0] }
    }
    climates = table(Customers.regions.count, rank: 2, deviation: 0.3, "climates")
    seasons = table(Self.seasonNames.count, rank: 2, deviation: 0.4, "seasons")
  }

  /// The weights by which a user of this group is shown large categories: what is liked is shown
  /// more.
  func interest(_ group: Int) -> [Double] { tastes[group].map { exp(0.5 * Double($0)) } }

  /// The log odds, but for the constant that gives purchases their share.
  func logit(_ user: Int, _ item: Int, _ moment: Moment) -> Float {
    let category = Int(goods.categoryOf[Int(goods.subcategory[item])])
    let power = Int(customers.power[user])
    // The poorer mind the price, the richer want what is new.
    let thrift: [Float] = [1.1, 0.7, 0.3, -0.1]
    let stages: [[Float]] = [
      [-0.8, -0.1, 0.3, 0.2], [-0.4, 0.3, 0.2, -0.3], [0.1, 0.5, 0, -0.6], [0.6, 0.5, -0.3, -1],
    ]
    let positions: [Float] = [-0.4, -0.1, 0.2, 0.4, 0.3, 0.1, 0, -0.1, -0.2, -0.3]
    let evening: Float = (19...22).contains(moment.hour) ? 0.25 : moment.hour < 7 ? -0.3 : 0
    let weekend: Float = moment.weekday >= 5 ? 0.15 : 0
    return customers.tendency[user] + goods.quality[item]
      + tastes[customers.group(user)][category]
      + climates[Int(customers.region[user])][category] + seasons[moment.season][category]
      - thrift[power] * goods.price[item] + stages[power][moment.stage]
      + positions[moment.position] + evening + weekend
  }
}
