/// BPR-max over an embedding (Hidasi & Karatzoglou 2018, section 3.3), one number: `L = (1/n) Σ_r
/// [−ln Σ_j s_j σ(x_c − x_j) + λ Σ_j s_j x_j²]`, `x_i = h_r · E_i + b_i`, `c` the class of row r,
/// `j` over the negatives, `s` the softmax of their scores.
///
/// Shapes: `h` [n, width], `E` [classes, width], `b` [classes, 1], `c` [n]; the negatives are
/// shared by all rows. A negative that is the row's own class is left out; a row of which all are
/// counts as 0. With `P = Σ_j s_j σ_j` and `R = Σ_j s_j x_j²`: `dx_c = −(1/P) Σ_j s_j σ_j (1−σ_j)`,
/// `dx_j = s_j [1 + (σ_j (1−σ_j) − σ_j)/P + λ (x_j² − R + 2x_j)]`.
///
/// As in `EmbeddingCrossEntropy` the gradients by `L` are made in the forward pass, and the
/// backward pass scales them.
final class EmbeddingBPRMax<S: Scalar>: Operation {
  let inputs: [Tensor<S>]
  let parameters: [Parameter<S>]
  private let classes: IndexInput
  private let negatives: IndexInput
  private let penalty: Double
  /// The negatives' rows of `E`, [negatives, width], and the gradients by them.
  private let drawn: Buffer<S>
  private let drawnSlopes: Buffer<S>
  /// The negatives' scores in every row, and the gradients by them.
  private let scores: Buffer<S>
  private let scoreSlopes: Buffer<S>
  /// One number for each negative: a row's softmax, or a share of the biases.
  private let weights: Buffer<S>
  private let slopes: EmbeddingSlopes<S>

  init(
    _ h: Tensor<S>, _ table: Parameter<S>, _ bias: Parameter<S>, _ classes: IndexInput,
    _ negatives: IndexInput, penalty: Double
  ) {
    (inputs, parameters, self.classes) = ([h], [table, bias], classes)
    (self.negatives, self.penalty) = (negatives, penalty)
    drawn = Buffer(negatives.capacity * table.columns)
    drawnSlopes = Buffer(negatives.capacity * table.columns)
    scores = Buffer(h.capacity * negatives.capacity)
    scoreSlopes = Buffer(h.capacity * negatives.capacity)
    weights = Buffer(negatives.capacity)
    slopes = EmbeddingSlopes(h, table, bias, classes)
  }

  @_specialize(where S == Float)
  func forward(_ loss: Tensor<S>) {
    let (h, table, bias) = (inputs[0], parameters[0], parameters[1])
    precondition(h.rows == classes.count, "\(classes.count) classes for \(h.rows) rows")
    let (count, width) = (negatives.count, table.columns)
    for place in 0..<count {
      let row = Int(negatives.values[place])
      copy(width, table.value + row * width, drawn.pointer + place * width)
      weights.pointer[place] = bias.value[row]
    }
    for row in 0..<h.rows { copy(count, weights.pointer, scores.pointer + row * count) }
    S.gemm(
      false, true, h.rows, count, width, 1, h.value, width, drawn.pointer, width, 1,
      scores.pointer, count)
    slopes.table.clear()
    slopes.biases.clear()
    var total = 0.0
    let share = 1 / Double(Swift.max(1, h.rows))
    for row in 0..<h.rows {
      let own = Int(classes.values[row])
      let (state, dh) = (h.value + row * width, slopes.states.pointer + row * width)
      let positive =
        Double(S.dot(width, state, table.value + own * width)) + Double(bias.value[own])
      let (value, slope) = pairs(row, own: own, positive, share)
      total += value
      S.scale(width, S(slope), table.value + own * width, dh)
      S.axpy(width, S(slope), state, slopes.table.pointer + own * width)
      slopes.biases.pointer[own] += S(slope)
    }
    S.gemm(
      false, false, h.rows, width, count, 1, scoreSlopes.pointer, count, drawn.pointer, width, 1,
      slopes.states.pointer, width)
    S.gemm(
      true, false, count, width, h.rows, 1, scoreSlopes.pointer, count, h.value, width, 0,
      drawnSlopes.pointer, width)
    clear(weights.pointer, count)
    S.columnSums(h.rows, count, scoreSlopes.pointer, weights.pointer)
    for place in 0..<count {
      let row = Int(negatives.values[place])
      S.add(width, drawnSlopes.pointer + place * width, slopes.table.pointer + row * width)
      slopes.biases.pointer[row] += weights.pointer[place]
    }
    loss.value.pointee = S(total * share)
  }

  /// The loss of one row, its gradient by the score of the own class, and, in `scoreSlopes`, those
  /// by the scores of the negatives; the gradients times `share`.
  private func pairs(
    _ row: Int, own: Int, _ positive: Double, _ share: Double
  ) -> (loss: Double, slope: Double) {
    let count = negatives.count
    let (x, d, s) = (
      scores.pointer + row * count, scoreSlopes.pointer + row * count, weights.pointer
    )
    var others = 0
    // What is the own class has a weight of 0: a score from which the softmax leaves nothing.
    for place in 0..<count {
      let isOwn = Int(negatives.values[place]) == own
      others += isOwn ? 0 : 1
      s[place] = isOwn ? -S.greatestFiniteMagnitude : x[place]
      d[place] = S(positive) - x[place]
    }
    guard others > 0 else {
      clear(d, count)
      return (0, 0)
    }
    S.softmax(1, count, 1, s, s)
    S.sigmoid(count, d, d)
    var (sum, spread, squares) = (0.0, 0.0, 0.0)
    for place in 0..<count {
      let (weight, sigma) = (Double(s[place]), Double(d[place]))
      sum += weight * sigma
      spread += weight * sigma * (1 - sigma)
      squares += weight * Double(x[place]) * Double(x[place])
    }
    let safe = Swift.max(sum, Double(S.leastNormalMagnitude))
    for place in 0..<count {
      let (weight, sigma, score) = (Double(s[place]), Double(d[place]), Double(x[place]))
      let fit = 1 + (sigma * (1 - sigma) - sigma) / safe
      d[place] = S(
        share * weight * (fit + penalty * (score * score - squares + 2 * score)))
    }
    return (-naturalLogarithm(safe) + penalty * squares, -share * spread / safe)
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

/// The loss of `classes`, one for each row of `h`, against `negatives`; see `EmbeddingBPRMax`.
package func embeddingBPRMax<S>(
  _ h: Tensor<S>, _ table: Parameter<S>, bias: Parameter<S>, _ classes: IndexInput,
  negatives: IndexInput, scorePenalty: Double
) -> Tensor<S> {
  let operation = EmbeddingBPRMax(h, table, bias, classes, negatives, penalty: scorePenalty)
  return Tensor(rows: 1, columns: 1, by: operation)
}
