import Basics

/// Two systems measured on the same users or seeds, as the differences between them.
///
/// The tests of this folder ask whether the differences could be chance: a test is only as good as
/// the claim that the pairs are independent, which users of one trained model are, given that
/// model, and seeds are of each other.
package struct PairedSample: Sendable, Equatable {
  /// What a pair belongs to.
  package enum Unit: String, CaseIterable, Sendable {
    /// The users that both systems were tested on.
    case users
    /// The seeds that both systems were trained with.
    case seeds
  }

  /// Value of the system minus value of the reference, a pair each; at least two, all finite.
  ///
  /// A difference below `tolerance` is zero: it is what rounding leaves of equal values.
  package let differences: [Double]
  /// The largest difference that rounding may have made, 1e-12 of the largest value.
  package let tolerance: Double

  /// Pairs the values of a system with those of its reference, in the same order.
  ///
  /// - Throws: `Problem.usage` for fewer than two pairs; `Problem.data` when the numbers of values
  ///   differ or a value is not finite.
  package init(
    _ values: [Double], against reference: [Double], over unit: Unit
  ) throws(Problem) {
    guard values.count == reference.count else {
      throw .data(
        "a significance test needs pairs; there are \(values.count) and \(reference.count) values")
    }
    guard values.count >= 2 else {
      throw .usage(
        "a significance test needs at least two \(unit.rawValue), found \(values.count)")
    }
    if let place = values.indices.first(where: { !(values[$0] - reference[$0]).isFinite }) {
      throw .data(
        "a significance test needs numbers; pair \(place + 1) is \(values[place]) and"
          + " \(reference[place])")
    }
    let tolerance = 1e-12 * (values + reference).reduce(0) { max($0, abs($1)) }
    differences = zip(values, reference).map { value, other in
      abs(value - other) <= tolerance ? 0 : value - other
    }
    self.tolerance = tolerance
  }

  private init(_ differences: [Double], tolerance: Double) {
    (self.differences, self.tolerance) = (differences, tolerance)
  }

  /// The sample whose system has so much more in every pair.
  func shifted(by shift: Double) -> PairedSample {
    PairedSample(differences.map { $0 + shift }, tolerance: tolerance)
  }

  /// The sample of the reference against the system.
  var negated: PairedSample { PairedSample(differences.map { -$0 }, tolerance: tolerance) }

  /// How many pairs there are.
  package var count: Int { differences.count }

  package var mean: Double { differences.reduce(0, +) / Double(count) }

  /// The sample standard deviation of the differences, over n − 1.
  package var standardDeviation: Double {
    let mean = mean
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1)).squareRoot()
  }
}

/// Where a quantity lies, with a given confidence.
package struct ConfidenceInterval: Sendable, Equatable {
  package let low: Double
  package let high: Double

  /// The interval between two numbers.
  package init(low: Double, high: Double) {
    (self.low, self.high) = (low, high)
  }
}
