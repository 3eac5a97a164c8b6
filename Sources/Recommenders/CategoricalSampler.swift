import Basics

/// Draws classes in proportion to weights, by bisection of their running sum.
struct CategoricalSampler {
  private var cumulative: [Double]

  init(classes: Int) { cumulative = [Double](repeating: 0, count: classes) }

  /// Takes one weight a class; they need not add up to 1, but must not all be zero.
  mutating func set(_ weights: UnsafePointer<Float>) {
    var total = 0.0
    for index in cumulative.indices {
      total += Double(weights[index])
      cumulative[index] = total
    }
  }

  /// The first class whose running sum exceeds a uniform number below the total.
  func draw(_ random: inout Random) -> Int {
    let place = random.uniformDouble() * (cumulative.last ?? 0)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > place { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
