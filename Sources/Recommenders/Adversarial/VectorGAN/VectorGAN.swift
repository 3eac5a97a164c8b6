import Basics
import Datasets
import Engine

/// A generative adversarial network over rows of an interaction matrix: the training that CFGAN
/// (Chae et al. 2018, algorithm 1), UR-GAN, GAN and CGAN share.
///
/// `r̂ = G(c)`, or `G(c, z)` with noise. An epoch draws for each row the sets N_ZR and N_PM, then
/// makes `discriminatorSteps` passes over the rows on `L_D = −ln D(c, r) − ln(1 − D(c, r̂ ⊙ (e +
/// k)))` and `generatorSteps` passes on `L_G = −ln D(c, r̂ ⊙ (e + k)) + α · mean_rows Σ_{j ∈ N_ZR}
/// r̂_j²`, batch means, Adam; `e` marks the row's observed entries and `k` those in N_PM. With the
/// scheme `whole` there is no mask: `e + k` is 1 everywhere. Scores are r̂, with noise its mean
/// over the fixed draws.
///
/// Public ports of CFGAN reconstruct observed entries as well, count batches and not passes, and
/// take batches of neighbours; see ``PortOptions``.
///
/// A row without entries shows nobody's taste: scores are made for it, but it is trained on only
/// where `emptyRows` asks for that.
final class VectorGAN {
  let options: VectorGANOptions
  private let rows: SparseMatrix
  private let conditions: [Condition]
  let generator: Learner
  let discriminator: Learner
  let discriminatorStep: Step
  let generatorStep: Step
  private let scoring: Step
  private var masked: NegativeSamples
  private var zeroed: NegativeSamples
  private var noise: Noise?
  /// Logits of the discriminator's step, of observed and of generated rows.
  let judged: (real: Tensor, fake: Tensor)
  private var masks: Random
  private var batches: Random
  /// The rows that are trained on.
  private let trained: [Int]

  init(
    _ options: VectorGANOptions, rows: Interactions, conditions: [Condition],
    weighting: ValueWeighting = .softmax, attributeWidth: Int = 0,
    noise: NoiseOptions? = nil, emptyRows: Bool = false, seed: UInt64
  ) {
    (self.options, self.conditions) = (options, conditions)
    self.rows = SparseMatrix(rows)
    let generatorStore = ParameterStore(player: "generator", seed: seed)
    let discriminatorStore = ParameterStore(player: "discriminator", seed: seed)
    let makes = GeneratorNetwork(
      conditions, outputs: rows.items, options: options, weighting: weighting,
      attributeWidth: attributeWidth, noiseSize: noise?.noiseSize ?? 0, in: generatorStore)
    let judges = DiscriminatorNetwork(
      conditions, items: rows.items, options: options, in: discriminatorStore)
    generator = Learner(
      generatorStore, rule: .adam(options.generatorLearningRate, l2: options.generatorL2))
    discriminator = Learner(
      discriminatorStore,
      rule: .adam(options.discriminatorLearningRate, l2: options.discriminatorL2))

    func makeStep(_ batch: Int, _ build: (Step.Inputs) -> Program) -> Step {
      let inputs = Step.Inputs(
        rows: batch, conditions: conditions, columns: rows.items, noise: noise?.noiseSize,
        target: options.port.reconstruction == .observedAndZeros)
      return Step(inputs, build(inputs))
    }
    let (learner, opponent) = (generator, discriminator)
    func makeRow(_ inputs: Step.Inputs) -> Tensor { makes(inputs.conditions, noise: inputs.noise) }
    func show(_ made: Tensor, _ inputs: Step.Inputs) -> Tensor {
      options.scheme == .whole ? made : multiply(made, inputs.shown)
    }
    let judging = Step.Inputs(
      rows: min(options.discriminatorBatch, rows.users), conditions: conditions,
      columns: rows.items, noise: noise?.noiseSize)
    let share = judges.share(of: judging.conditions)
    let fake = show(makeRow(judging), judging)
    judged = (judges.logits(judging.real, share), judges.logits(fake, share))
    discriminatorStep = Step(
      judging,
      opponent.program(
        minimizing: sum([
          logisticLoss(judged.real, label: 1), logisticLoss(judged.fake, label: 0),
        ])))
    generatorStep = makeStep(min(options.generatorBatch, rows.users)) { inputs in
      let made = makeRow(inputs)
      var (losses, factors): ([Tensor], [Double]) = ([], [])
      if !options.detachedAdversary {
        let logits = judges.logits(show(made, inputs), judges.share(of: inputs.conditions))
        let saturating = options.generatorLoss == .saturating
        losses.append(logisticLoss(logits, label: saturating ? 0 : 1))
        factors.append(saturating ? -1 : 1)
      }
      if options.scheme.zeroes {
        let missed = inputs.target.map { sum([made, $0], factors: [1, -1]) } ?? made
        losses.append(squaredNorm(missed, mask: inputs.zeroed, meanOverRows: true))
        factors.append(options.zeroReconstructionWeight)
      }
      return learner.program(minimizing: sum(losses, factors: factors))
    }
    scoring = makeStep(min(128, rows.users)) { Program(makeRow($0)) }

    trained = (0..<rows.users).filter { emptyRows || !rows[$0].isEmpty }
    masked = NegativeSamples(rows, options.partialMasking, of: trained)
    zeroed = NegativeSamples(rows, options.zeroReconstruction, of: trained)
    self.noise = noise.map { Noise($0, seed: seed) }
    masks = Random(seed: seed, stream: "masks")
    batches = Random(seed: seed, stream: "batches")
  }

  func trainEpoch() -> [Loss] {
    drawSamples(&masks)
    let judged = passes(options.discriminatorSteps, discriminator, discriminatorStep)
    let made = passes(options.generatorSteps, generator, generatorStep)
    return [Loss("discriminator", judged), Loss("generator", made)]
  }

  private func drawSamples(_ random: inout Random) {
    if options.scheme.masks { masked.draw(&random) }
    if options.scheme.zeroes && !options.sharedSamples { zeroed.draw(&random) }
  }

  /// Puts the first rows into a step that looks and does not learn. What is drawn for it is drawn
  /// apart from training, so that looking changes nothing, and always alike.
  func prepare(firstRowsFor step: Step) {
    var random = Random(seed: 0, stream: "diagnosis")
    drawSamples(&random)
    let before = noise
    fill(step.inputs, trained.prefix(step.inputs.capacity))
    noise = before
  }

  /// Passes over the rows that are trained on, or single batches of them; the mean loss of a batch.
  private func passes(_ count: Int, _ learner: Learner, _ step: Step) -> Double {
    var (total, steps) = (0.0, 0)
    for _ in 0..<count {
      let order = drawOrder(capacity: step.inputs.capacity)
      var start = order.startIndex
      while start < order.endIndex {
        let end = min(start + step.inputs.capacity, order.endIndex)
        fill(step.inputs, order[start..<end])
        total += learner.descend(step.program)
        steps += 1
        start = end
      }
    }
    return steps == 0 ? 0 : total / Double(steps)
  }

  /// The rows of a pass, or of one batch: any, or neighbours from a place that is drawn.
  private func drawOrder(capacity: Int) -> ArraySlice<Int> {
    let isBatch = options.port.stepUnit == .batch
    switch options.port.batchOrder {
    case .shuffled:
      var order = trained
      batches.shuffle(&order)
      return isBatch ? order.prefix(capacity) : order[...]
    case .neighbouring where isBatch:
      let size = min(capacity, trained.count)
      let start = batches.below(trained.count - size + 1)
      return trained[start..<start + size]
    case .neighbouring:
      let start = batches.below(max(1, trained.count))
      return ArraySlice(trained[start...] + trained[..<start])
    }
  }

  private func fill(_ inputs: Step.Inputs, _ batch: ArraySlice<Int>) {
    inputs.begin(rows: batch.count)
    for (place, row) in batch.enumerated() {
      inputs.append(row, rows, conditions)
      guard options.scheme != .whole else { continue }
      let shown = inputs.shown.value + place * rows.columns
      if options.scheme.masks {
        masked.write(row, to: shown)
      } else {
        shown.update(repeating: 0, count: rows.columns)
      }
      for item in rows[row] { shown[Int(item)] = 1 }
      if options.scheme.zeroes {
        let samples = options.sharedSamples ? masked : zeroed
        let pulled = inputs.zeroed.value + place * rows.columns
        samples.write(row, to: pulled)
        if let target = inputs.target?.value {
          // What is shown is reconstructed as well: observed entries, and those of partial masking.
          for column in 0..<rows.columns where shown[column] != 0 { pulled[column] = 1 }
          (target + place * rows.columns).update(repeating: 0, count: rows.columns)
          for item in rows[row] { target[place * rows.columns + Int(item)] = 1 }
        }
      }
    }
    if let z = inputs.noise { noise?.draw(z) }
  }

  /// Generated vectors of `range`, [range, items]; with noise, their means over the fixed draws.
  func generate(_ range: Range<Int>, into target: UnsafeMutablePointer<Float>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + scoring.inputs.capacity, range.upperBound)
      scoring.inputs.begin(rows: end - start)
      for row in start..<end { scoring.inputs.append(row, rows, conditions) }
      let block = target + (start - range.lowerBound) * rows.columns
      let draws = noise?.options.noiseDraws ?? 1
      for draw in 0..<draws {
        if let z = scoring.inputs.noise { noise?.fix(draw, z) }
        scoring.program.forward()
        (draw == 0 ? Float.scale : Float.axpy)(
          (end - start) * rows.columns, 1 / Float(draws), scoring.program.output.value, block)
      }
      start = end
    }
  }

  var state: State {
    get throws(StateError) {
      try State(
        joining: generator.state, discriminator.state, masks.saved(as: "masks"),
        batches.saved(as: "batches"), noise?.state ?? State())
    }
  }

  func restore(_ state: State) throws {
    try generator.restore(state)
    try discriminator.restore(state)
    try noise?.restore(state)
    masks = try Random(state, stream: "masks")
    batches = try Random(state, stream: "batches")
  }

  var parameterCount: Int { generator.store.count + discriminator.store.count }
}
