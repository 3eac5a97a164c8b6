/// The weights of both players, for estimates.
struct PlayerSizes {
  /// Weights that dense vectors are multiplied by, [inputs, outputs], the generator's last into the
  /// columns.
  let maker: [(inputs: Double, outputs: Double)]
  /// The same of the discriminator beyond its first layer.
  let judge: [(inputs: Double, outputs: Double)]
  /// All parameters of the generator.
  let made: Double
  /// All parameters of the discriminator.
  let judged: Double
  /// Numbers of a row's sparse inputs times the widths that they are multiplied by.
  let sparse: Double

  init(
    _ options: VectorGANOptions, columns: Double, _ conditions: [ConditionSize],
    judgeConditions: [ConditionSize]? = nil, attributeWidth: Double = 0, noise: Double = 0
  ) {
    func layers(_ sizes: [Double]) -> [(inputs: Double, outputs: Double)] {
      zip(sizes, sizes.dropFirst()).map { ($0, $1) }
    }
    func count(_ layers: [(inputs: Double, outputs: Double)]) -> Double {
      layers.reduce(0) { $0 + $1.inputs * $1.outputs }
    }
    let hidden = options.generatorHidden.map(Double.init)
    let judgeHidden = options.discriminatorHidden.map(Double.init)
    let dense = (conditions.contains { $0.isAttribute } ? attributeWidth : 0) + noise
    maker = (dense > 0 ? [(dense, hidden[0])] : []) + layers(hidden + [columns])
    judge = layers(judgeHidden + [1])
    let straight = conditions.filter { !$0.isAttribute }
    let attributes = conditions.filter(\.isAttribute)
    made =
      count(maker) + straight.reduce(0) { $0 + $1.values } * hidden[0]
      + attributes.reduce(0) { $0 + $1.values } * (attributeWidth + 1) + columns
    let told = judgeConditions ?? conditions
    judged = count(judge) + (columns + told.reduce(0) { $0 + $1.values }) * judgeHidden[0]
    sparse =
      straight.reduce(0) { $0 + $1.perRow } * hidden[0]
      + attributes.reduce(0) { $0 + $1.perRow } * attributeWidth
      + told.reduce(0) { $0 + $1.perRow } * judgeHidden[0]
  }

  /// Units of all layers but the columns.
  var units: Double { (maker.dropLast() + judge.dropLast()).reduce(0) { $0 + $1.outputs } }

  /// The generator's forward pass over so many rows.
  func make(_ rows: Double) -> Work {
    maker.reduce(Work()) { $0 + .product(rows, $1.inputs, $1.outputs) }
  }

  /// The rest of the discriminator, so many products a layer.
  func judging(_ rows: Double, products: Double) -> Work {
    judge.reduce(Work()) { $0 + products * .product(rows, $1.inputs, $1.outputs) }
  }
}

extension VectorGANOptions {
  /// What a `VectorGAN` takes over rows of so many columns.
  func estimate(
    rows: Double, columns: Double, entries: Double, _ conditions: [ConditionSize],
    attributeWidth: Double = 0, noise: NoiseOptions? = nil
  ) -> Estimate {
    let noiseSize = Double(noise?.noiseSize ?? 0)
    let players = PlayerSizes(
      self, columns: columns, conditions, attributeWidth: attributeWidth, noise: noiseSize)
    let first = Double(discriminatorHidden[0])
    let judgeRows = min(Double(discriminatorBatch), rows)
    let makeRows = min(Double(generatorBatch), rows)
    let scoreRows = min(128, rows)
    var estimate = Estimate()
    estimate.add(parameters: players.made + players.judged, .adam)
    let masked = scheme == .whole ? 0.0 : 1
    // The dense row, and what is missed of it.
    let reconstructed = port.reconstruction == .observedAndZeros ? 3.0 : 0
    estimate.add(
      activations: columns
        * (judgeRows * (3 + masked) + makeRows * (4 + 2 * masked + reconstructed) + 3 * scoreRows)
        + players.units * (3 * judgeRows + 2 * makeRows + scoreRows))
    estimate.held += 2 * rows * columns + 12 * entries + 8 * columns
    estimate.name(
      2 * rows * columns, "drawn marks of \(whole(rows)) rows of \(whole(columns))")
    if let noise { estimate.held += 4 * Double(noise.noiseDraws) * noiseSize }
    estimate.making += Work(bytes: 4 * rows * columns)
    estimate.whileObserved = 8 * max(players.made, players.judged)

    func drawn(_ amount: SampleAmount) -> Work {
      let percent =
        switch amount {
        case .percent(let percent): percent
        case .count(let count): 100 * min(1, Double(count) / max(1, columns))
        }
      return Work(steps: rows * columns * (2.5 + 6 * min(percent, 100 - percent) / 100))
    }
    let samples =
      (scheme.masks ? drawn(partialMasking) : Work())
      + (scheme.zeroes && !sharedSamples ? drawn(zeroReconstruction) : Work())
    func step(_ batch: Double) -> Work {
      .pass(batch * columns, 3 + 5 * masked)
        + Work(steps: 0.3 * batch * (players.sparse + 4 * players.units) + 5000)
    }
    let activation = outputActivation == .linear ? 0.0 : 1
    let judging =
      step(judgeRows) + players.make(judgeRows) + 2 * .product(judgeRows, columns, first)
      + players.judging(2 * judgeRows, products: 3)
      + .pass(judgeRows * columns, 2 * activation) + .adam(players.judged)
      + .pass(players.judged, 1)
    let making =
      step(makeRows) + 3 * players.make(makeRows) + 2 * .product(makeRows, columns, first)
      + players.judging(makeRows, products: 2) + .pass(makeRows * columns, 3 * activation)
      + .adam(players.made) + .pass(players.made, 1)
    func batches(_ size: Double) -> Double {
      port.stepUnit == .batch ? 1 : (rows / max(1, size)).rounded(.up)
    }
    estimate.epoch =
      samples + Double(discriminatorSteps) * batches(judgeRows) * judging
      + Double(generatorSteps) * batches(makeRows) * making
    let draws = Double(noise?.noiseDraws ?? 1)
    estimate.one =
      draws / max(1, scoreRows)
      * (players.make(scoreRows) + .pass(scoreRows * columns, 3 + 2 * activation)
        + Work(steps: 0.3 * scoreRows * (players.sparse + 2 * players.units)))
    estimate.observing = 2 * samples + judging + making + .pass(players.made + players.judged, 8)
    return estimate
  }
}
