import Basics
import Datasets
import Engine

/// Matrix factorisation under the Bayesian personalised ranking criterion (Rendle et al. 2009).
///
/// `x_uij = s(u,i) − s(u,j)`, `s(u,i) = b_i + p_u · q_i`; stochastic gradient descent on `−ln
/// σ(x_uij) + (λ/2)‖Θ‖²` over triples: a training pair (u, i) drawn uniformly with replacement, j
/// uniform over the items that u has not in training (the paper's LearnBPR, figure 4). An epoch is
/// as many triples as there are training pairs.
///
/// Start: `p`, `q` normal with deviation 0.01, `b` zero. Departure: the paper has no item bias.
package final class MFBPR: Recommender, EpochLearner {
  package struct Options: Settings {
    package var factors = 64
    package var learningRate = 0.02
    package var l2 = 0.02

    package init() {}

    package static let fields: [Field<Options>] = [
      .integer("factors", \.factors, 1...4096, "length of user and item vectors"),
      .number("learningRate", \.learningRate, 0...10, "step size of SGD"),
      .number("l2", \.l2, 0...10, "weight λ of the penalty on the three rows of a triple"),
    ]
  }

  package static let name = "mf-bpr"
  package static let summary = "matrix factorisation, Bayesian personalised ranking, SGD"
  package static let source = "Rendle, Freudenthaler, Gantner, Schmidt-Thieme, UAI 2009"

  private let options: Options
  private let model: FactorModel
  private let interactions: Interactions
  private let users: [Int32]
  private let seen: Membership
  private var random: Random
  private var triples: [Int32]
  /// Triples are drawn and used up in blocks that stay in the cache.
  private static let block = 4096

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    self.options = options
    interactions = data.interactions
    model = FactorModel(
      player: "model", users: interactions.users, items: interactions.items,
      factors: options.factors, start: .normal(deviation: 0.01), seed: seed)
    users = interactions.pairs.map(\.0)
    seen = Membership(interactions)
    random = Random(seed: seed, stream: "triples")
    triples = [Int32](repeating: 0, count: 3 * Self.block)
  }

  package func trainEpoch() -> [Loss] {
    var loss = 0.0
    var rest = users.count
    while rest > 0 {
      let count = min(rest, Self.block)
      // Drawn in a statement of its own: as an argument it would come after `triples` is read.
      let drawn = drawTriples(count)
      loss += descendPairwise(
        triples: triples, count: drawn, factors: options.factors, users: model.users.value,
        items: model.items.value, biases: model.biases.value,
        learningRate: Float(options.learningRate), l2: Float(options.l2))
      rest -= count
    }
    return [Loss("pairwise", loss / Double(max(1, users.count)))]
  }

  /// Draws `count` pairs and returns how many triples they make: a user who has every item prefers
  /// none to another.
  private func drawTriples(_ count: Int) -> Int {
    var drawn = 0
    var random = random
    let items = interactions.items
    triples.withUnsafeMutableBufferPointer { triples in
      for _ in 0..<count {
        let pair = random.below(users.count)
        let user = users[pair]
        let row = interactions.rowStarts[Int(user)]..<interactions.rowStarts[Int(user) + 1]
        if row.count == items { continue }
        triples[3 * drawn] = user
        triples[3 * drawn + 1] = interactions.columns[pair]
        triples[3 * drawn + 2] = seen.drawUnseen(by: user, &random)
        drawn += 1
      }
    }
    self.random = random
    return drawn
  }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    model.scores(of: users, into: scores.pointer)
  }

  package var state: State {
    get throws(StateError) { try State(joining: model.store.state, random.saved(as: "triples")) }
  }

  package func restore(_ state: State) throws {
    try model.store.restore(state)
    random = try Random(state, stream: "triples")
  }

  package var parameterCount: Int { model.store.count }
}

extension MFBPR {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let factors = Double(options.factors)
    var estimate = Estimate()
    estimate.add(factors: factors, sizes, .none)
    estimate.addMembership(sizes)
    estimate.held += 12 * sizes.interactions
    // A triple's rows and its bit of the membership lie anywhere.
    let rare = Work.share(estimate.held)
    estimate.epoch = Work(steps: sizes.interactions * (110 + 160 * rare + 2 * factors))
    estimate.one = .scores(factors, sizes)
    return estimate
  }
}
