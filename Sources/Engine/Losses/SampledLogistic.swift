/// The logistic loss of a row's class against negatives of its own, one number: `L = −(1/n) Σ_r [β ln
/// σ(x_c) + Σ_k ln σ(−x_k)]`, `x_i = h_r · E_i`. β = 1 is the binary cross-entropy of SASRec, β < 1 the
/// generalised one (gBCE, Petrov & Macdonald, RecSys 2023, equation 12), which takes back that
/// negatives are few.
///
/// Shapes: `h` [n, width], `E` [classes, width], `c` [n], negatives [n · count], those of a row
/// together. A negative that is the row's own class is left out. `dx_c = −β (1 − σ(x_c))/n`, `dx_k =
/// σ(x_k)/n`.
///
/// As in `EmbeddingCrossEntropy` the gradients by `L` are made in the forward pass, and the backward
/// pass scales them.
final class SampledLogistic<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  private let classes: IndexInput
  private let negatives: IndexInput
  private let exponent: Double
  /// The scores of a row's class and negatives, then their sigmoids.
  private let scores: Buffer<S>
  private let slopes: EmbeddingSlopes<S>

  init(
    _ h: Tensor<S>, _ table: Parameter<S>, _ classes: IndexInput, _ negatives: IndexInput,
    exponent: Double
  ) {
    (inputs, parameters, self.classes) = ([h], [table], classes)
    (self.negatives, self.exponent) = (negatives, exponent)
    scores = Buffer(1 + negatives.capacity / Swift.max(1, h.capacity))
    slopes = EmbeddingSlopes(h, table, nil, classes)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let (h, table) = (inputs[0], parameters[0])
    precondition(h.rows == classes.count, "\(classes.count) classes for \(h.rows) rows")
    let (width, count) = (table.columns, negatives.count / Swift.max(1, h.rows))
    let share = 1 / Double(Swift.max(1, h.rows))
    slopes.table.clear()
    var total = 0.0
    for row in 0..<h.rows {
      let own = Int(classes.values[row])
      let (state, dh) = (h.value + row * width, slopes.states.pointer + row * width)
      let drawn = negatives.values + row * count
      clear(dh, width)
      scores.pointer[0] = -S.dot(width, state, table.value + own * width)
      for place in 0..<count {
        let item = Int(drawn[place])
        scores.pointer[1 + place] = S.dot(width, state, table.value + item * width)
      }
      let x = scores.pointer
      // softplus(x) = max(x, 0) − ln σ(|x|), with σ of all at once.
      var above = 0.0
      for place in 0...count where place == 0 || Int(drawn[place - 1]) != own {
        above += (place == 0 ? exponent : 1) * Double(Swift.max(x[place], 0))
      }
      S.sigmoid(1 + count, x, x)
      total += above
      for place in 0...count where place == 0 || Int(drawn[place - 1]) != own {
        let item = place == 0 ? own : Int(drawn[place - 1])
        let sigma = Double(x[place])
        total -= (place == 0 ? exponent : 1) * naturalLogarithm(Swift.max(sigma, 1 - sigma))
        let slope = S(share * (place == 0 ? -exponent : 1) * sigma)
        S.axpy(width, slope, table.value + item * width, dh)
        S.axpy(width, slope, state, slopes.table.pointer + item * width)
      }
    }
    loss.value.pointee = S(total * share)
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) { slopes.addStates(to: inputs[0], loss) }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ loss: Tensor<S>, to target: S.Target, beta: S
  ) {
    slopes.add(of: parameter, isTable: true, rows: rows, loss, to: target, beta: beta)
  }
}

/// The loss of `classes`, one for each row of `h`, against as many `negatives` a row as there are;
/// see `SampledLogistic`.
///
/// - Parameter exponent: β.
package func sampledLogistic<S>(
  _ h: Tensor<S>, _ table: Parameter<S>, _ classes: IndexInput, negatives: IndexInput,
  exponent: Double = 1
) -> Tensor<S> {
  let operation = SampledLogistic(h, table, classes, negatives, exponent: exponent)
  return Tensor(rows: 1, columns: 1, by: operation)
}
