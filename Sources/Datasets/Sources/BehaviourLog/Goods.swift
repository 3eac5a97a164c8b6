import Basics
import Foundation

/// The goods of the simulated shop, and where each stands in its life.
struct Goods {
  /// The stages of a product's life cycle (Levitt 1965).
  static let stages = ["introduction", "growth", "maturity", "decline"]

  /// The large category of each small one; every large one has some.
  let categoryOf: [Int32]
  /// The small category of each item; every one has some.
  let subcategory: [Int32]
  /// The logarithm of each item's price, standardised.
  let price: [Float]
  /// How much better or worse than others an item sells, in log odds.
  let quality: [Float]
  /// How much an item is shown.
  private let appeal: [Float]
  /// The first day on sale and the day after the last, of the log's days.
  private let life: [Range<Int>]
  /// The items of each large category.
  private let shelves: [[Int32]]

  init(_ settings: BehaviourLogSettings, days: Int, seed: UInt64) {
    var random = Random(seed: seed, stream: "behaviour-log/items")
    let (small, large) = (settings.subcategories, settings.categories)
    categoryOf = (0..<small).map { Int32($0 < large ? $0 : random.below(large)) }
    subcategory = (0..<settings.items).map { Int32($0 < small ? $0 : random.below(small)) }
    let dearness = (0..<small).map { _ in 0.7 * random.normal() }
    price = subcategory.map { dearness[Int($0)] + 0.7 * random.normal() }
    quality = subcategory.map { _ in 0.1 * random.normal() }
    appeal = subcategory.map { _ in random.normal() }
    life = subcategory.map { _ in
      let length = Int(exp(6.2 + 0.4 * Double(random.normal())))
      let start = random.below(days + length) - length
      return start..<start + length
    }
    var shelves = [[Int32]](repeating: [], count: large)
    for (item, small) in subcategory.enumerated() {
      shelves[Int(categoryOf[Int(small)])].append(Int32(item))
    }
    self.shelves = shelves
  }

  /// An item of a category that is on sale: the more appealing of two that are, as far as some
  /// draws find any.
  func shown(_ category: Int, day: Int, _ random: inout Random) -> Int {
    let shelf = shelves[category]
    func onSale() -> Int {
      var item = Int(shelf[random.below(shelf.count)])
      for _ in 0..<12 where !life[item].contains(day) {
        item = Int(shelf[random.below(shelf.count)])
      }
      return item
    }
    let (one, other) = (onSale(), onSale())
    return appeal[one] > appeal[other] ? one : other
  }

  /// The place of an item's stage on a day.
  func stage(_ item: Int, day: Int) -> Int {
    let own = life[item]
    let share = Double(day - own.lowerBound) / Double(own.count)
    return [0.12, 0.4, 0.75].count { share >= $0 }
  }

  /// What an item costs.
  func amount(_ item: Int) -> Float {
    Float((exp(3.5 + Double(price[item])) * 100).rounded() / 100)
  }
}
