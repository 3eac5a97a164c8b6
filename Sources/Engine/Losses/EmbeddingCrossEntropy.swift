/// The cross-entropy of a softmax over the rows of an embedding, one number: `L = −(1/n) Σ_r ln
/// softmax(h_r Eᵀ + b)_{c_r}`.
///
/// Shapes: `h` [n, width], `E` [classes, width], `b` [classes, 1] or none, `c` [n]. With `p` the softmax
/// and `δ = (p − 1_c)/n`: `dh = dL δ E`, `dE = dL δᵀ h`, `db = dL Σ_r δ_r`.
///
/// The logits, [n, classes], are many times what else there is, and are never held whole: a block
/// of rows at a time is multiplied, normalised and used for all three gradients while it is in the
/// cache. So the gradients by `L` are made in the forward pass, and the backward pass scales them.
final class EmbeddingCrossEntropy<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  private let classes: IndexInput
  private let logits: Buffer<S>
  private let slopes: EmbeddingSlopes<S>
  /// The rows of a block, at most half a million logits.
  private let height: Int

  init(_ h: Tensor<S>, _ table: Parameter<S>, _ bias: Parameter<S>?, _ classes: IndexInput) {
    (inputs, parameters, self.classes) = ([h], [table] + (bias.map { [$0] } ?? []), classes)
    height = Swift.max(1, Swift.min(h.capacity, 524_288 / table.rows))
    logits = Buffer(height * table.rows)
    slopes = EmbeddingSlopes(h, table, bias, classes)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let (h, table) = (inputs[0], parameters[0])
    let bias = parameters.count > 1 ? parameters[1] : nil
    precondition(h.rows == classes.count, "\(classes.count) classes for \(h.rows) rows")
    let (items, width) = (table.rows, table.columns)
    slopes.table.clear()
    slopes.biases.clear()
    var total = 0.0
    var first = 0
    while first < h.rows {
      let count = Swift.min(height, h.rows - first)
      let block = h.value + first * width
      if let bias {
        for row in 0..<count { copy(items, bias.value, logits.pointer + row * items) }
      }
      S.gemm(
        false, true, count, items, width, 1, block, width, table.value, width, bias == nil ? 0 : 1,
        logits.pointer, items)
      S.softmax(count, items, 1, logits.pointer, logits.pointer)
      for row in 0..<count {
        let place = row * items + Int(classes.values[first + row])
        let probability = Double(logits.pointer[place])
        total -= naturalLogarithm(Swift.max(probability, Double(S.leastNormalMagnitude)))
        logits.pointer[place] -= 1
      }
      let share = 1 / S(h.rows)
      S.gemm(
        false, false, count, width, items, share, logits.pointer, items, table.value, width, 0,
        slopes.states.pointer + first * width, width)
      S.gemm(
        true, false, items, width, count, share, logits.pointer, items, block, width, 1,
        slopes.table.pointer, width)
      if bias != nil { S.columnSums(count, items, logits.pointer, slopes.biases.pointer) }
      first += count
    }
    S.scale(items, 1 / S(Swift.max(1, h.rows)), slopes.biases.pointer, slopes.biases.pointer)
    loss.value.pointee = S(total / Double(Swift.max(1, h.rows)))
  }

  @_specialize(where S == Float)
  func backward(_ loss: Tensor<S>) { slopes.addStates(to: inputs[0], loss) }

  @_specialize(where S == Float)
  func addGradient(
    of parameter: Parameter<S>, rows: Range<Int>, _ loss: Tensor<S>, to target: S.Target, beta: S
  ) {
    slopes.add(
      of: parameter, isTable: parameter === parameters[0], rows: rows, loss, to: target, beta: beta)
  }
}

/// The cross-entropy of `classes`, one for each row of `h`; see `EmbeddingCrossEntropy`.
package func embeddingCrossEntropy<S>(
  _ h: Tensor<S>, _ table: Parameter<S>, bias: Parameter<S>?, _ classes: IndexInput
) -> Tensor<S> {
  Tensor(rows: 1, columns: 1, by: EmbeddingCrossEntropy(h, table, bias, classes))
}
