/// The cross-entropy of a softmax over the class of a row and drawn others, one number: `L = −(1/n)
/// Σ_r ln (e^{x_c} / (e^{x_c} + w Σ_k e^{x_k}))`, `x_i = h_r · E_i`.
///
/// Shapes: `h` [n, width], `E` [classes, width], `c` [n]; the negatives, drawn evenly among all
/// classes, are shared by the rows. `w = (classes − 1)/negatives`, so that the sum is right in the
/// mean (Bengio & Senécal 2003). A negative that is the row's own class is left out. With `p` the
/// shares: `dx = (p − 1_c)/n`.
///
/// As in `EmbeddingCrossEntropy` the gradients by `L` are made in the forward pass, a block of rows
/// at a time, and the backward pass scales them.
final class SampledSoftmax<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  private let classes: IndexInput
  private let negatives: IndexInput
  /// The negatives' rows of `E`, [negatives, width], and the gradients by them.
  private let drawn, drawnSlopes: Buffer<S>
  /// Of each row of a block the score of its class, then those of the negatives.
  private let logits: Buffer<S>
  private let slopes: EmbeddingSlopes<S>
  private let height: Int

  init(
    _ h: Tensor<S>, _ table: Parameter<S>, _ classes: IndexInput, _ negatives: IndexInput
  ) {
    (inputs, parameters, self.classes) = ([h], [table], classes)
    self.negatives = negatives
    drawn = Buffer(negatives.capacity * table.columns)
    drawnSlopes = Buffer(negatives.capacity * table.columns)
    let long = negatives.capacity + 1
    height = Swift.max(1, Swift.min(h.capacity, 524_288 / long))
    logits = Buffer(height * long)
    slopes = EmbeddingSlopes(h, table, nil, classes)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let (h, table) = (inputs[0], parameters[0])
    precondition(h.rows == classes.count, "\(classes.count) classes for \(h.rows) rows")
    let (count, width) = (negatives.count, table.columns)
    for place in 0..<count {
      copy(
        width, table.value + Int(negatives.values[place]) * width, drawn.pointer + place * width)
    }
    slopes.table.clear()
    drawnSlopes.clear()
    var total = 0.0
    var first = 0
    while first < h.rows {
      let rows = first..<Swift.min(first + height, h.rows)
      total += block(rows)
      first = rows.upperBound
    }
    for place in 0..<count {
      S.add(
        width, drawnSlopes.pointer + place * width,
        slopes.table.pointer + Int(negatives.values[place]) * width)
    }
    loss.value.pointee = S(total / Double(Swift.max(1, h.rows)))
  }

  /// The losses of some rows, added, and the gradients of the mean.
  private func block(_ rows: Range<Int>) -> Double {
    let (h, table, count) = (inputs[0], parameters[0], negatives.count)
    let (width, long, share) = (table.columns, count + 1, 1 / S(h.rows))
    let weight = S(naturalLogarithm(Double(table.rows - 1) / Double(Swift.max(1, count))))
    let states = h.value + rows.lowerBound * width
    S.gemm(
      false, true, rows.count, count, width, 1, states, width, drawn.pointer, width, 0,
      logits.pointer + 1, long)
    for (place, row) in rows.enumerated() {
      let (x, own) = (logits.pointer + place * long, Int(classes.values[row]))
      x[0] = S.dot(width, states + place * width, table.value + own * width)
      for negative in 1..<long {
        let isOwn = Int(negatives.values[negative - 1]) == own
        x[negative] = isOwn ? -S.greatestFiniteMagnitude : x[negative] + weight
      }
    }
    S.softmax(rows.count, long, 1, logits.pointer, logits.pointer)
    let slope = slopes.states.pointer + rows.lowerBound * width
    S.gemm(
      false, false, rows.count, width, count, share, logits.pointer + 1, long, drawn.pointer,
      width, 0, slope, width)
    S.gemm(
      true, false, count, width, rows.count, share, logits.pointer + 1, long, states, width, 1,
      drawnSlopes.pointer, width)
    var total = 0.0
    for (place, row) in rows.enumerated() {
      let own = Int(classes.values[row])
      let probability = logits.pointer[place * long]
      total -= naturalLogarithm(
        Swift.max(Double(probability), Double(S.leastNormalMagnitude)))
      let change = share * (probability - 1)
      S.axpy(width, change, table.value + own * width, slope + place * width)
      S.axpy(width, change, states + place * width, slopes.table.pointer + own * width)
    }
    return total
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

/// The loss of `classes`, one for each row of `h`, against `negatives`; see `SampledSoftmax`.
package func sampledSoftmax<S>(
  _ h: Tensor<S>, _ table: Parameter<S>, _ classes: IndexInput, negatives: IndexInput
) -> Tensor<S> {
  Tensor(rows: 1, columns: 1, by: SampledSoftmax(h, table, classes, negatives))
}
