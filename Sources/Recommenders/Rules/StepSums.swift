import Datasets

/// What comes within a few steps after each item, and how near.
struct StepSums {
  private let sequences: Sequences
  /// What one step apart weighs, two steps, and so on.
  private let weights: [Double]
  /// The places of each item in the sequences, item after item.
  private let places: [Int]
  /// Where those of each item start; one more than there are items.
  private let starts: [Int]
  /// The user of each place.
  private let users: [Int32]

  init(_ sequences: Sequences, items: Int, weights: [Double]) {
    (self.sequences, self.weights) = (sequences, weights)
    var starts = [Int](repeating: 0, count: items + 1)
    for item in sequences.items { starts[Int(item) + 1] += 1 }
    for item in 0..<items { starts[item + 1] += starts[item] }
    var next = starts
    var places = [Int](repeating: 0, count: sequences.items.count)
    for (place, item) in sequences.items.enumerated() {
      places[next[Int(item)]] = place
      next[Int(item)] += 1
    }
    (self.places, self.starts) = (places, starts)
    users = (0..<sequences.users).flatMap { user in
      repeatElement(Int32(user), count: sequences[user].count)
    }
  }

  /// Writes over `sums`, one an item, what follows `item`: the sum of the weights of the steps.
  func write(_ item: Int, to sums: inout [Double]) {
    for other in sums.indices { sums[other] = 0 }
    for place in places[starts[item]..<starts[item + 1]] {
      let end = sequences.rowStarts[Int(users[place]) + 1]
      for (later, weight) in zip(sequences.items[(place + 1)..<end], weights) {
        sums[Int(later)] += weight
      }
    }
  }
}
