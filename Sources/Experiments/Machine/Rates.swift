import Basics
import Engine
import Foundation
import Recommenders

/// How much of each kind of ``Work`` this machine does in a second, on one thread.
package struct Rates: Sendable, Equatable {
  /// Operations of products in single precision.
  package var products: Double
  /// Bytes read or written one after another.
  package var bytes: Double
  /// Steps of plain code.
  package var steps: Double

  package init(products: Double, bytes: Double, steps: Double) {
    (self.products, self.bytes, self.steps) = (products, bytes, steps)
  }

  /// Those of this machine, measured in a few tens of milliseconds of this thread, so that what
  /// else the machine does counts little; each the best of some.
  package static let here = measured()

  /// The seconds that some work takes.
  package func seconds(_ work: Work) -> Double {
    // Factorisations in double precision do half as much, and not all of it in large products.
    work.products / products + work.doubles / (0.4 * products) + work.bytes / bytes
      + work.steps / steps
  }

  private static func measured() -> Rates {
    BLAS.useOneThread()
    let (rows, inner, columns) = (64, 512, 512)
    let (a, b) = (Buffer<Float>(rows * inner), Buffer<Float>(inner * columns))
    let c = Buffer<Float>(rows * columns)
    let product = best {
      for _ in 0..<4 {
        Float.gemm(
          false, false, rows, columns, inner, 1, a.pointer, inner, b.pointer, columns, 0, c.pointer,
          columns)
      }
    }
    // More than the caches hold.
    let (source, target) = (Buffer<Float>(6_000_000), Buffer<Float>(6_000_000))
    let sweep = best { Float.axpy(source.count, 1, source.pointer, target.pointer) }
    let draws = 1_000_000
    var (random, sum) = (Random(seed: 1, stream: "rates"), UInt64(0))
    let steps = best { for _ in 0..<draws { sum &+= random.next() } }
    // Used, so that the loop is not left out.
    a.pointer[0] = Float(sum & 1)
    return Rates(
      products: 4 * 2 * Double(rows * inner * columns) / product,
      bytes: 3 * 4 * Double(source.count) / sweep, steps: 1.3 * Double(draws) / steps)
  }

  /// The fewest processor seconds of some goes: until two after the best were no better, so that a
  /// quiet machine is asked a few times and a busy one more often.
  private static func best(_ work: () -> Void) -> Double {
    var (best, sinceBest) = (Double.infinity, 0)
    for _ in 0..<12 where sinceBest < 2 {
      let began = processorSeconds
      work()
      let seconds = max(1e-9, processorSeconds - began)
      sinceBest = seconds < 0.98 * best ? 0 : sinceBest + 1
      best = min(best, seconds)
    }
    return best
  }

  /// What this thread has had of the processor.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
