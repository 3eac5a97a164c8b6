import Basics

/// The paired randomisation test (Fisher 1935), two-sided: were system and reference exchanged at
/// random within each pair, how often would the mean differ as much?
///
/// It assumes nothing of how the differences are distributed (Smucker, Allan & Carterette 2007
/// recommend it for ranking metrics).
package struct RandomisationTest: Sendable, Equatable {
  /// The share of exchanges with a mean difference at least as large, the observed one included.
  package let p: Double
  /// Whether all exchanges were looked at, instead of drawn ones.
  package let isExact: Bool

  /// Tests a sample: all 2ⁿ exchanges where they are at most `resamples`, else so many drawn ones,
  /// of which b reach the observed difference: p = (b + 1) / (`resamples` + 1).
  package init(_ sample: PairedSample, resamples: Int, random: inout Random) {
    let differences = sample.differences
    let observed = abs(differences.reduce(0, +))
    // Sums that are equal but for rounding count as equal.
    let least = observed - sample.tolerance * Double(sample.count)
    isExact = sample.count < 62 && 1 << sample.count <= resamples
    if isExact {
      // The exchange of all pairs has the same size, so the first pair can stay as it is.
      let reaching = Self.count(differences[1...], from: differences[0], reaching: least)
      p = Double(reaching) / Double(1 << (sample.count - 1))
    } else {
      var reaching = 0
      for _ in 0..<resamples {
        if abs(Self.draw(differences, &random)) >= least { reaching += 1 }
      }
      p = Double(reaching + 1) / Double(resamples + 1)
    }
  }

  /// How many of the exchanges of `rest` make a sum of at least that size.
  private static func count(
    _ rest: ArraySlice<Double>, from sum: Double, reaching least: Double
  ) -> Int {
    guard let next = rest.first else { return abs(sum) >= least ? 1 : 0 }
    let others = rest.dropFirst()
    return count(others, from: sum + next, reaching: least)
      + count(others, from: sum - next, reaching: least)
  }

  /// The sum after each sign was kept or turned by a random bit, 64 bits a draw, the lowest first.
  private static func draw(_ differences: [Double], _ random: inout Random) -> Double {
    var sum = 0.0
    var bits: UInt64 = 0
    for (place, difference) in differences.enumerated() {
      if place % 64 == 0 { bits = random.next() }
      sum += bits & 1 == 0 ? difference : -difference
      bits >>= 1
    }
    return sum
  }
}
