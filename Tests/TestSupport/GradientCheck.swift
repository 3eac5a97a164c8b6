import Engine

/// How the gradient by one parameter compares with central differences.
package struct GradientComparison {
  /// The parameter's name in its store.
  package let name: String
  /// The largest |analytic − numeric| / max(|analytic|, |numeric|, 10⁻³) over its elements.
  package let error: Double
  /// The largest |analytic|: a check of zeros against zeros checks nothing.
  package let largest: Double
}

/// Compares the gradient of `loss` by every element of every parameter of `store` with `(L(θ + h) −
/// L(θ − h)) / 2h`, `h = 10⁻⁵ max(1, |θ|)`, in double precision.
///
/// The inputs have to be filled. To check the gradient by an input, let a parameter stand in for
/// it.
package func compareGradients(
  of loss: Tensor<Double>, by store: ParameterStore<Double>
) -> [GradientComparison] {
  compareGradients(of: Program(loss, moving: store.parameters), by: store)
}

/// As `compareGradients(of:by:)` with a loss, for a program made before and maybe run before.
package func compareGradients(
  of program: Program<Double>, by store: ParameterStore<Double>
) -> [GradientComparison] {
  program.forward()
  program.backward()
  let gradients = program.gradients(of: store.parameters)
  func loss() -> Double {
    program.forward()
    return program.output.value.pointee
  }
  return zip(store.parameters, gradients).map { parameter, gradient in
    var (error, largest) = (0.0, 0.0)
    for (index, analytic) in gradient.enumerated() {
      let start = parameter.value[index]
      let h = 1e-5 * max(1, abs(start))
      parameter.value[index] = start + h
      let above = loss()
      parameter.value[index] = start - h
      let below = loss()
      parameter.value[index] = start
      let numeric = (above - below) / (2 * h)
      let difference = abs(analytic - numeric) / max(abs(analytic), abs(numeric), 1e-3)
      // A NaN is the largest error, not one that every comparison passes over.
      error = difference.isNaN ? .infinity : max(error, difference)
      largest = max(largest, abs(analytic))
    }
    return GradientComparison(name: parameter.name, error: error, largest: largest)
  }
}
