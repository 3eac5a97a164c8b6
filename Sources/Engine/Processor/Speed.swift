import Basics
import CKernels
import Foundation

/// How fast this process multiplies on one core, beside what the processor can do at most.
package struct Speed: Sendable {
  /// A product that training makes, and its rate.
  package struct Product: Sendable {
    /// Its shape, for people.
    package let name: String
    /// Thousands of millions of multiplications and additions in a second (GFLOP/s).
    package let rate: Double

    /// A product of that rate.
    package init(name: String, rate: Double) { (self.name, self.rate) = (name, rate) }
  }

  /// What the widest vectors of the processor multiply and add when they wait for no memory,
  /// GFLOP/s.
  package let promised: Double
  /// Floats in such a vector.
  package let width: Int
  /// A square product, a batch times a weight, and the gradient of that weight.
  package let products: [Product]

  /// Measures for so many seconds. Rates are the best of many short spells, so that other work on
  /// the machine lowers them little; promise and products take turns.
  package static func measure(seconds: Double = 1) -> Speed {
    BLAS.useOneThread()
    let level: Int32 =
      switch Processor.current.strength {
      case .avx512BF16, .avx512: 2
      case .avx2: 1
      case .avx, .sse, nil: 0
      }
    let width = 4 << Int(level)
    let cases = [
      ProductLoad("512×512 · 512×512", 512, 512, 512, transposesA: false),
      ProductLoad("32×1682 · 1682×1024", 32, 1024, 1682, transposesA: false),
      ProductLoad("(32×1682)ᵀ · 32×1024", 1682, 1024, 32, transposesA: true),
    ]
    var promised = 0.0
    var rates = [Double](repeating: 0, count: cases.count)
    let rounds = 200_000
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    repeat {
      let time = clock.measure { sink = processor_multiply_add(level, rounds) }
      promised = max(promised, Double(rounds * 12 * 2 * width) / time.nanoseconds)
      for (place, load) in cases.enumerated() {
        let time = clock.measure { load.multiply() }
        rates[place] = max(rates[place], load.operations / time.nanoseconds)
      }
    } while clock.now < end
    return Speed(
      promised: promised, width: width,
      products: zip(cases, rates).map { Product(name: $0.name, rate: $1) })
  }

  /// What was promised, and every product's share of it.
  package init(promised: Double, width: Int, products: [Product]) {
    (self.promised, self.width, self.products) = (promised, width, products)
  }
}

/// So that the compiler cannot leave out what computes it.
nonisolated(unsafe) private var sink: Float = 0

/// A product that is made again and again.
private final class ProductLoad {
  let name: String
  private let (m, n, k): (Int, Int, Int)
  private let transposesA: Bool
  private let (a, b): ([Float], [Float])
  private var c: [Float]

  init(_ name: String, _ m: Int, _ n: Int, _ k: Int, transposesA: Bool) {
    (self.name, self.m, self.n, self.k, self.transposesA) = (name, m, n, k, transposesA)
    var random = Random(seed: 1, stream: "speed")
    a = (0..<m * k).map { _ in random.uniform() - 0.5 }
    b = (0..<k * n).map { _ in random.uniform() - 0.5 }
    c = [Float](repeating: 0, count: m * n)
    multiply()
  }

  var operations: Double { 2 * Double(m) * Double(n) * Double(k) }

  func multiply() {
    Float.gemm(transposesA, false, m, n, k, 1, a, transposesA ? m : k, b, n, 0, &c, n)
  }
}

extension Duration {
  fileprivate var nanoseconds: Double { self / .nanoseconds(1) }
}
