import Basics
import Datasets
import Engine

/// Draws sets of items from different categories and sets from one.
struct CategorySets {
  let size: Int
  /// The items of each category that has any.
  private var members: [[Int32]]
  /// The places in `members` of those with at least `size`.
  private let large: [Int]
  private var order: [Int]

  /// nil where no set of two can be drawn.
  init?(_ category: Feature, size wanted: Int) {
    let items = category.values.transposed()
    members = (0..<items.users).map { Array(items[$0]) }.filter { !$0.isEmpty }
    size = min(wanted, members.count, members.map(\.count).max() ?? 0)
    guard size >= 2 else { return nil }
    large = members.indices.filter { [size, members] in members[$0].count >= size }
    order = Array(members.indices)
  }

  /// Fills both with as many sets as they have room for, in turn one from different categories and
  /// one from one.
  mutating func draw(_ diverse: IndexInput, _ alike: IndexInput, _ random: inout Random) {
    (diverse.count, alike.count) = (0, 0)
    while diverse.count + size <= diverse.capacity {
      appendDiverse(diverse, &random)
      appendAlike(alike, &random)
    }
  }

  /// An item from each of some categories. A category all of whose items are in the set already
  /// gives its place to the next, and where there are no more the first ones give another.
  private mutating func appendDiverse(_ set: IndexInput, _ random: inout Random) {
    let start = set.count
    var place = 0
    while set.count < start + size {
      if place < order.count { order.swapAt(place, place + random.below(order.count - place)) }
      let items = members[order[place % order.count]]
      place += 1
      func isFree(_ item: Int32) -> Bool {
        !(start..<set.count).contains { set.values[$0] == item }
      }
      let free = items.reduce(0) { $0 + (isFree($1) ? 1 : 0) }
      guard free > 0 else { continue }
      var rest = random.below(free)
      for item in items where isFree(item) {
        if rest == 0 {
          set.values[set.count] = item
          set.count += 1
          break
        }
        rest -= 1
      }
    }
  }

  /// Items of one category, by a partial Fisher–Yates shuffle.
  private mutating func appendAlike(_ set: IndexInput, _ random: inout Random) {
    let category = large[random.below(large.count)]
    for place in 0..<size {
      let other = place + random.below(members[category].count - place)
      members[category].swapAt(place, other)
      set.values[set.count] = members[category][place]
      set.count += 1
    }
  }
}
