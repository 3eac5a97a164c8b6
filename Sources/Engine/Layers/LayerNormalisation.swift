/// Rows normalised, then scaled and shifted by what is learned; the formula is at `LayerNorm`.
///
/// Start: gain 1, bias 0. Parameters: `<name>/gain`, `<name>/bias`.
package struct LayerNormalisation<S: Scalar> {
  private let gain: Parameter<S>
  private let bias: Parameter<S>
  private let epsilon: Double

  /// A layer for rows of `width` numbers.
  package init(_ name: String, width: Int, epsilon: Double = 1e-8, in store: ParameterStore<S>) {
    gain = store.make("\(name)/gain", rows: 1, columns: width, .constant(1))
    bias = store.make("\(name)/bias", rows: 1, columns: width, .zeros)
    self.epsilon = epsilon
  }

  /// `x` normalised.
  package func callAsFunction(_ x: Tensor<S>) -> Tensor<S> {
    layerNorm(x, gain: gain, bias: bias, epsilon: epsilon)
  }
}
