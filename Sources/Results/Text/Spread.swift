/// The mean and the spread of one quantity over seeds.
package struct Spread: Sendable, Equatable {
  /// The arithmetic mean.
  package let mean: Double
  /// The sample standard deviation (over n − 1); `nil` for a single value.
  package let sd: Double?
  /// How many values there are.
  package let count: Int

  /// The spread of `values`, summed in their order; `nil` when there are none.
  package init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    self.mean = mean
    count = values.count
    sd =
      values.count == 1
      ? nil : (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
  }
}
