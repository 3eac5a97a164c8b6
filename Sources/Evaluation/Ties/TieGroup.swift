/// Candidates of one ranking that have the same score, or one that has a score of its own.
///
/// They take the places `first` … `last`, each order being equally likely. All chances below are
/// those of drawing without replacement (the hypergeometric distribution).
package struct TieGroup: Sendable, Equatable {
  /// The first of their places, counted from 1.
  package var first: Int
  package var size: Int
  /// How many of them are held out.
  package var heldOut: Int
  /// The ratings of these, where a metric has asked for them.
  package var ratings: [Double]

  /// A group that begins at a place.
  package init(first: Int, size: Int, heldOut: Int, ratings: [Double] = []) {
    (self.first, self.size, self.heldOut, self.ratings) = (first, size, heldOut, ratings)
  }

  /// The last of their places.
  package var last: Int { first + size - 1 }

  /// Whether it makes a difference which of them comes first.
  package var isMixed: Bool { heldOut > 0 && heldOut < size }

  /// Whether it makes a difference which of them comes first, where ratings count.
  func isMixed(by gain: Gain) -> Bool {
    guard let first = ratings.first.map({ gain($0) }) else { return false }
    return heldOut < size && ratings.contains { gain($0) > 0 }
      || ratings.contains { gain($0) != first }
  }

  /// How many of the places are among the first `cutoff` of the list.
  func places(within cutoff: Int) -> Int { min(max(cutoff - first + 1, 0), size) }

  /// Whether a list of `cutoff` takes some of them and not others.
  func isCut(at cutoff: Int) -> Bool { first <= cutoff && cutoff < last }

  /// The chance that a given place is held by a held-out item.
  var density: Double { Double(heldOut) / Double(size) }

  /// The expected number of held-out items among the first `cutoff` of the list.
  func hits(within cutoff: Int) -> Double {
    Double(heldOut * places(within: cutoff)) / Double(size)
  }

  /// The chance that none of the held-out items is among the first `cutoff` of the list.
  func chanceOfNone(within cutoff: Int) -> Double {
    let places = places(within: cutoff)
    guard places + heldOut <= size else { return 0 }
    // Places and held-out items can change parts: C(s − h, p) / C(s, p) = C(s − p, h) / C(s, h).
    let (fewer, more) = (min(places, heldOut), max(places, heldOut))
    var chance = 1.0
    for drawn in 0..<fewer { chance *= Double(size - more - drawn) / Double(size - drawn) }
    return chance
  }

  /// The chance that exactly so many of the held-out items are among the first `cutoff` of the
  /// list.
  func chance(of hits: Int, within cutoff: Int) -> Double {
    let places = places(within: cutoff)
    guard hits >= 0, hits <= min(heldOut, places), places - hits <= size - heldOut else { return 0 }
    // C(h, k) C(s − h, p − k) / C(s, p), as a product of ratios near 1.
    var chance = 1.0
    for drawn in 0..<places {
      let place = Double(size - drawn)
      chance *=
        drawn < hits
        ? Double(heldOut - drawn) * Double(places - drawn) / (Double(drawn + 1) * place)
        : Double(size - heldOut - (drawn - hits)) / place
    }
    return chance
  }

  /// The expected 1 / place of the first held-out item, 0 where that is beyond `cutoff`.
  func reciprocalOfFirst(within cutoff: Int) -> Double {
    guard heldOut > 0 else { return 0 }
    let places = min(places(within: cutoff), size - heldOut + 1)
    if heldOut == 1 { return harmonicSum(first, count: places) / Double(size) }
    var (sum, chanceOfNone) = (0.0, 1.0)
    for place in 0..<places {
      let left = Double(size - place)
      sum += chanceOfNone * Double(heldOut) / (left * Double(first + place))
      chanceOfNone *= (left - Double(heldOut)) / left
    }
    return sum
  }

  /// The expected sum of 1 / place of the held-out items within `cutoff`.
  func reciprocals(within cutoff: Int) -> Double {
    heldOut == 0 ? 0 : density * harmonicSum(first, count: places(within: cutoff))
  }

  /// The expected sum of (held-out items so far / place) over the held-out items within `cutoff`,
  /// after `before` of them on better places.
  func precisions(after before: Int, within cutoff: Int) -> Double {
    let places = places(within: cutoff)
    guard heldOut > 0, places > 0 else { return 0 }
    if size == 1 { return Double(before + 1) / Double(first) }
    // With a hit at the group's place k = 0, 1, …, k c of the others are expected before it, so
    // that the sum is that of (before + 1 + k c) / (first + k).
    let c = Double(heldOut - 1) / Double(size - 1)
    let constant = Double(before + 1) - c * Double(first)
    return density * (constant * harmonicSum(first, count: places) + c * Double(places))
  }
}
