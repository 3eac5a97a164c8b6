/// The mean and the spread of one quantity over seeds.
public struct Spread: Sendable, Equatable {
  /// The arithmetic mean.
  public let mean: Double
  /// The sample standard deviation (over n − 1); `nil` for a single value.
  public let sd: Double?
  /// How many values there are.
  public let count: Int

  /// The spread of `values`, summed in their order; `nil` when there are none.
  public init?(_ values: [Double]) {
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
