import Basics
import Datasets
import Engine

/// DRMUD: generated item representations for users of diverse demands (Yang 2026, section
/// 2.3.2–2.3.3, equations 7–15, where it is UR-GAN's other head; the idea is LARA's, Sun et al.,
/// WSDM 2020, with user and item swapped).
///
/// For each item attribute a generator reads the values that the user's training items carry; the
/// encodings are paired by bi-interaction (equation 9) and a perceptron makes the representation
/// v^c of an item the user would want (equation 10). An item's own representation v is its
/// attributes' indicators side by side, fixed as in LARA. The discriminator reads user and
/// representation (equation 12) and tells the user's items from generated ones and, as in LARA,
/// from unrelated real ones. Items are ranked by their cosine with v^c, or by the discriminator.
///
/// An epoch is a pass over the training pairs in shuffled batches, for each of which the
/// discriminator steps, then the generator, both with Adam; see `RepresentationStep` for the
/// losses. Unrelated items are uniform over those that the user has not in training; the pairs of a
/// user who has all are left out where one is needed.
///
/// Readings: the user vector u_m that the discriminator reads is not described; it is what the
/// generator reads, or the user's own (one-hot, so that the first layer holds a learned vector).
/// Equation 15 has no unrelated items: `unrelatedWeight` 0. Equation 14 in its second line
/// maximises what grows with d_φ, as its first minimises `ln(1 − D)`: `generatorLoss` "saturating".
/// Items of the same attribute values cannot be told apart and rank by their number.
package final class DRMUD: Recommender, EpochLearner {
  package enum UserVector: String, CaseIterable, Sendable { case attributes, user }

  package struct Options: Settings {
    package var attributes = ["genre", "decade"]
    package var valueWeighting = ValueWeighting.softmax
    package var attributeWidth = 64
    package var userVector = UserVector.attributes
    package var ranking = RepresentationRanking.cosine
    package var unrelatedWeight = 1.0
    package var batch = 32
    package var gan = VectorGANOptions.printed()

    package init() {}

    package static let fields: [Field<Options>] =
      [
        .texts(
          "attributes", \.attributes, atLeast: 1,
          "the item features that make condition and representation"),
        .choice("valueWeighting", \.valueWeighting, "how an attribute's values become one vector"),
        .integer("attributeWidth", \.attributeWidth, 1...4096, "width of an attribute's encoding"),
        .choice("userVector", \.userVector, "what the discriminator is told of a user"),
        .choice("ranking", \.ranking, "what items are ranked by"),
        .number(
          "unrelatedWeight", \.unrelatedWeight, 0...1000,
          "weight of real items that are unrelated to the user in the discriminator's loss"),
        .integer("batch", \.batch, 1...65536, "training pairs in a step of either player"),
      ]
      + Field.embedded(
        VectorGANOptions.networkFields + VectorGANOptions.learningFields, at: \.gan)

    /// Refuses an attribute that is given twice.
    package func check(_ json: JSON) throws(Problem) {
      try refuseRepeats(attributes, at: "attributes", json)
    }
  }

  package static let name = "drmud"
  package static let summary =
    "generated item representations from the attributes a user demands"
  package static let source =
    "Yang 2026, doi 10.70917/ijcisim-2026-0134, section 2.3; after LARA (Sun et al., WSDM 2020)"

  private let interactions: Interactions
  private let generator: Learner
  private let discriminator: Learner
  private let step: RepresentationStep
  private let needsUnrelated: Bool
  private let score: (Range<Int>, ScoreMatrix) -> Void
  private let users: [Int32]
  private let seen: Membership
  private var order: [Int]
  private var batches: Random
  private var unrelated: Random

  /// Throws `Problem` when the data set lacks an attribute.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    interactions = data.interactions
    let features = try data.itemFeatures(named: options.attributes, for: Self.name)
    let items = SparseMatrix(features, of: interactions.items)
    let conditions = features.map { Condition.attribute($0, of: data.interactions) }
    let userConditions =
      options.userVector == .user ? [.user(of: interactions.users)] : conditions

    let generatorStore = ParameterStore(player: "generator", seed: seed)
    let discriminatorStore = ParameterStore(player: "discriminator", seed: seed)
    let makes = GeneratorNetwork(
      conditions, outputs: items.columns, options: options.gan,
      weighting: options.valueWeighting, attributeWidth: options.attributeWidth,
      in: generatorStore)
    let judges = DiscriminatorNetwork(
      userConditions, items: items.columns, options: options.gan, in: discriminatorStore)
    generator = Learner(
      generatorStore, rule: .adam(options.gan.generatorLearningRate, l2: options.gan.generatorL2))
    discriminator = Learner(
      discriminatorStore,
      rule: .adam(options.gan.discriminatorLearningRate, l2: options.gan.discriminatorL2))
    step = RepresentationStep(
      batch: min(options.batch, max(1, interactions.count)), conditions: conditions,
      userConditions: userConditions, items: items, unrelatedWeight: options.unrelatedWeight,
      loss: options.gan.generatorLoss, generator: (makes, generator),
      discriminator: (judges, discriminator))
    needsUnrelated = options.unrelatedWeight > 0
    score =
      switch options.ranking {
      case .cosine: CosineScores(makes, conditions, items, users: interactions.users).write
      case .discriminator: DiscriminatorScores(judges, userConditions, items).write
      }
    users = interactions.pairs.map(\.0)
    seen = Membership(interactions)
    order = Array(0..<users.count)
    batches = Random(seed: seed, stream: "batches")
    unrelated = Random(seed: seed, stream: "unrelated")
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try data.itemFeatures(named: options.attributes, for: name)
  }

  package func trainEpoch() -> [Loss] {
    for index in order.indices { order[index] = index }
    batches.shuffle(&order)
    var (judged, made, steps) = (0.0, 0.0, 0)
    func descend() {
      guard !step.isEmpty else { return }
      judged += discriminator.descend(step.discriminate)
      made += generator.descend(step.generate)
      steps += 1
      step.begin()
    }
    step.begin()
    for pair in order {
      let user = Int(users[pair])
      if needsUnrelated && interactions[user].count == interactions.items { continue }
      step.append(
        user: user, item: Int(interactions.columns[pair]),
        unrelated: needsUnrelated ? Int(seen.drawUnseen(by: Int32(user), &unrelated)) : nil)
      if step.isFull { descend() }
    }
    descend()
    let count = Double(max(1, steps))
    return [Loss("discriminator", judged / count), Loss("generator", made / count)]
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    score(users, scores)
  }

  package var state: State {
    get throws(StateError) {
      try State(
        joining: generator.state, discriminator.state, batches.saved(as: "batches"),
        unrelated.saved(as: "unrelated"))
    }
  }

  package func restore(_ state: State) throws {
    try generator.restore(state)
    try discriminator.restore(state)
    batches = try Random(state, stream: "batches")
    unrelated = try Random(state, stream: "unrelated")
  }

  package var parameterCount: Int { generator.store.count + discriminator.store.count }
}

extension DRMUD {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let columns = sizes.values(of: options.attributes)
    let told = ConditionSize.attributes(options.attributes, sizes)
    let judgeTold = options.userVector == .user ? [ConditionSize.user(sizes)] : told
    let players = PlayerSizes(
      options.gan, columns: columns, told, judgeConditions: judgeTold,
      attributeWidth: Double(options.attributeWidth))
    let batch = min(Double(options.batch), max(1, sizes.interactions))
    let first = Double(options.gan.discriminatorHidden[0])
    var estimate = Estimate()
    estimate.add(parameters: players.made + players.judged, .adam)
    estimate.addMembership(sizes)
    estimate.add(
      activations: (2 * batch + 256) * (3 * players.units + 4 * columns) + 4 * batch * first)
    estimate.held += 16 * sizes.interactions + 16 * (sizes.users + sizes.items) * 10
    let steps = (sizes.interactions / batch).rounded(.up)
    let fill = Work(steps: batch * (200 + 0.4 * players.sparse + 8 * players.units) + 10_000)
    let judging =
      players.make(batch) + 2 * .product(batch, columns, first)
      + players.judging(3 * batch, products: 3)
    let making =
      3 * players.make(batch) + 3 * .product(batch, columns, first)
      + players.judging(batch, products: 2)
    estimate.epoch =
      steps
      * (fill + judging + making + .adam(players.made + players.judged)
        + .pass(players.made + players.judged, 1))
    switch options.ranking {
    case .cosine:
      estimate.one = Work(steps: sizes.items * (6 + 1.5 * sizes.perItem(of: options.attributes)))
    case .discriminator:
      estimate.one =
        Work(steps: sizes.items * (60 + 0.3 * players.sparse))
        + sizes.items / 256 * players.judging(256, products: 1)
    }
    return estimate
  }
}
