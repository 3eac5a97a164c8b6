import Basics
import Foundation

/// The users of the simulated shop. All that moves their purchases is a field of the log, if only
/// their own number.
struct Customers {
  static let genders = ["female", "male"]
  static let ages = ["under 18", "18–24", "25–34", "35–44", "45–49", "50–55", "56+"]
  static let regions = (1...8).map { "region \($0)" }
  static let powers = ["low", "middle", "high", "very high"]

  let gender: [Int32]
  let age: [Int32]
  let region: [Int32]
  /// Purchasing power.
  let power: [Int32]
  /// How much more or less than others a user buys, in log odds.
  let tendency: [Float]
  /// The sums of the users' activity up to each, log-normal, so that few users make many visits.
  private let activity: [Double]

  init(_ count: Int, seed: UInt64) {
    var random = Random(seed: seed, stream: "behaviour-log/users")
    func drawn(_ weights: [Double]) -> [Int32] {
      (0..<count).map { _ in Int32(random.index(weights)) }
    }
    gender = drawn([0.55, 0.45])
    age = drawn([0.04, 0.2, 0.32, 0.22, 0.09, 0.07, 0.06])
    region = drawn([0.25, 0.2, 0.15, 0.12, 0.1, 0.08, 0.06, 0.04])
    power = drawn([0.3, 0.4, 0.22, 0.08])
    tendency = (0..<count).map { _ in 0.1 * random.normal() }
    var total = 0.0
    activity = (0..<count).map { _ in
      total += exp(0.8 * Double(random.normal()))
      return total
    }
  }

  /// Gender and age in one, as tastes go by.
  func group(_ user: Int) -> Int { Int(gender[user]) * Self.ages.count + Int(age[user]) }

  /// The groups that there are.
  static var groups: Int { genders.count * ages.count }

  /// A user, the more active the likelier.
  func visitor(_ random: inout Random) -> Int {
    let total = activity.last ?? 0
    let place = activity.partition(above: random.uniformDouble() * total)
    return min(place, activity.count - 1)
  }
}

extension [Double] {
  /// The place of the first of ascending numbers that is above a bound.
  func partition(above bound: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > bound { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Random {
  /// An index, each as likely as its weight.
  mutating func index(_ weights: [Double]) -> Int {
    var rest = uniformDouble() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }
}
