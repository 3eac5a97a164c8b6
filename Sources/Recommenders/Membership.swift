import Basics
import Datasets

/// Which pairs are in an interaction matrix, one bit a pair, for samplers that ask in inner loops.
struct Membership {
  private let words: [UInt64]
  private let items: Int

  init(_ interactions: Interactions) {
    items = interactions.items
    var words = [UInt64](repeating: 0, count: interactions.users * interactions.items / 64 + 1)
    for user in 0..<interactions.users {
      for item in interactions[user] {
        let bit = user * interactions.items + Int(item)
        words[bit / 64] |= 1 << UInt64(bit % 64)
      }
    }
    self.words = words
  }

  @inline(__always)
  func contains(_ user: Int32, _ item: Int32) -> Bool {
    let bit = Int(user) * items + Int(item)
    return words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// An item that the user has not, each equally likely; there must be one.
  @inline(__always)
  func drawUnseen(by user: Int32, _ random: inout Random) -> Int32 {
    var item: Int32
    repeat { item = Int32(random.below(items)) } while contains(user, item)
    return item
  }
}
