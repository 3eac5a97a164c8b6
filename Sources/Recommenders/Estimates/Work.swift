import Foundation

/// What a computation does, in units that a machine does so many of a second.
///
/// Numbers are doubles, so that no size, however absurd, ends in an overflow.
package struct Work: Sendable, Equatable {
  /// Multiplications and additions of matrix products in single precision.
  package var products = 0.0
  /// The same in double precision, as of factorisations.
  package var doubles = 0.0
  /// Bytes read and written one after another, beyond what the caches keep.
  package var bytes = 0.0
  /// Steps of plain code: a number drawn, an index followed, a score compared; about a nanosecond
  /// each.
  package var steps = 0.0

  package init() {}

  /// Plain code and bytes alone.
  package init(steps: Double = 0, bytes: Double = 0, doubles: Double = 0) {
    (self.steps, self.bytes, self.doubles) = (steps, bytes, doubles)
  }

  /// One computation after another.
  package static func + (a: Work, b: Work) -> Work {
    var sum = Work(
      steps: a.steps + b.steps, bytes: a.bytes + b.bytes, doubles: a.doubles + b.doubles)
    sum.products = a.products + b.products
    return sum
  }

  /// A computation that is added to another.
  package static func += (a: inout Work, b: Work) { a = a + b }

  /// A computation so many times.
  package static func * (times: Double, work: Work) -> Work {
    var product = Work(
      steps: times * work.steps, bytes: times * work.bytes, doubles: times * work.doubles)
    product.products = times * work.products
    return product
  }
}

extension Work {
  /// A product of [rows, inner] and [inner, columns], of which the second is a weight that is read
  /// whole, and the first put in order where it is large. For a row alone no weight is put in order.
  package static func product(_ rows: Double, _ inner: Double, _ columns: Double) -> Work {
    let weights = inner * columns
    let ordered = 4 * rows * inner
    var work = Work(
      steps: 200 + (rows > 1 ? 0.5 : 0.1) * weights,
      bytes: 4 * weights * share(4 * weights) + 5 * ordered * share(ordered) + 4 * rows * columns)
    work.products = 2 * rows * weights
    return work
  }

  /// A user's scores among those of a block of users, by vectors of all items.
  static func scores(_ factors: Double, _ sizes: RankingSizes) -> Work {
    let rows = min(256, max(1, 16_777_216 / max(1, sizes.items)))
    return 1 / rows * product(rows, factors, sizes.items)
  }

  /// A dense layer of a training step: forward, and both products of the way back.
  package static func layer(_ rows: Double, _ inputs: Double, _ outputs: Double) -> Work {
    3 * product(rows, inputs, outputs) + pass(rows * outputs, 4)
  }

  /// A fused pass over so many numbers, of which so many arrays are read or written.
  package static func pass(_ count: Double, _ arrays: Double = 2) -> Work {
    Work(steps: 0.15 * arrays * count, bytes: 4 * arrays * count * share(4 * arrays * count))
  }

  /// A step of Adam over so many parameters: weight, two moments and gradient, most of them
  /// written.
  package static func adam(_ parameters: Double) -> Work {
    Work(
      steps: 0.4 * parameters + 2000, bytes: 32 * parameters * share(12 * parameters))
  }

  /// A sort of so many in groups of one size.
  package static func sort(_ count: Double, of size: Double) -> Work {
    Work(steps: count * (10 + 5 * log2(max(2, size))))
  }

  /// What part of an access to so many bytes, taken up again and again, goes beyond the caches.
  static func share(_ bytes: Double) -> Double { bytes / (bytes + 8e6) }
}
