import Basics
import Datasets
import Engine

/// Matrix factorisation for implicit feedback by alternating least squares (Hu, Koren, Volinsky,
/// ICDM 2008).
///
/// It minimises, over all cells of the matrix, with `r_ui` 1 or 0 and α the confidence,
///
///     L = Σ_ui (1 + α r_ui) (r_ui − p_u · q_i)² + Σ_u λ_u ‖p_u‖² + Σ_i λ_i ‖q_i‖²
///     λ_u = λ (α |I_u| + items)^ν,   λ_i = λ (α |U_i| + users)^ν
///
/// ν = 0 is the paper's plain λ. An epoch solves for all users, then for all items, each a system
/// of `factors` equations (equations 4 and 5) in double precision; its loss is L after it, divided
/// by the number of cells.
///
/// Rendle, Krichene, Zhang, Koren (RecSys 2022) write 1 for an observed cell and weigh all cells by
/// α₀; that is the same with α = 1/α₀: their objective is α₀ L where their λ is ours times
/// `α₀^(1−ν) / (1 + α₀)`, up to a factor common to all scores. They recommend ν = 1, and this
/// start: normal with deviation `startDeviation / √factors`.
package final class IALS: FactorRecommender, EpochLearner {
  package struct Options: Settings {
    package var factors = 64
    package var confidence = 10.0
    package var l2 = 0.003
    package var frequencyExponent = 1.0
    package var startDeviation = 0.1

    package init() {}

    package static let fields: [Field<Options>] = [
      .integer("factors", \.factors, 1...4096, "length of user and item vectors"),
      .number(
        "confidence", \.confidence, 0.001...1e6,
        "α, what an interaction weighs more than a cell without one, which weighs 1"),
      .number("l2", \.l2, 1e-6...1e6, "λ, the weight of the squared norms"),
      .number(
        "frequencyExponent", \.frequencyExponent, 0...1,
        "ν, the power of a row's summed weight that multiplies λ"),
      .number(
        "startDeviation", \.startDeviation, 1e-6...100,
        "standard deviation of the start, times the root of the number of factors"),
    ]
  }

  package static let name = "ials"
  package static let summary = "matrix factorisation of all cells, alternating least squares"
  package static let source = "Hu, Koren, Volinsky, ICDM 2008; Rendle et al., RecSys 2022"

  let model: FactorPair
  private let byUser: LeastSquaresStep
  private let byItem: LeastSquaresStep
  private let cells: Double

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    let interactions = data.interactions
    let deviation = options.startDeviation / Double(options.factors).squareRoot()
    model = FactorPair(
      player: "model", users: interactions.users, items: interactions.items,
      factors: options.factors, start: .normal(deviation: deviation), seed: seed)
    byUser = LeastSquaresStep(model.users, by: model.items, interactions, options)
    byItem = LeastSquaresStep(model.items, by: model.users, interactions.transposed(), options)
    cells = Double(interactions.users) * Double(interactions.items)
  }

  package func trainEpoch() -> [Loss] {
    byUser.solve()
    byItem.solve()
    let objective = byUser.weightedSquares() + byUser.penalty() + byItem.penalty()
    return [Loss("objective", objective / cells)]
  }
}

extension IALS {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let (rows, factors) = (sizes.users + sizes.items, Double(options.factors))
    var estimate = Estimate()
    estimate.add(factors: factors, sizes, .none)
    // Both sides in double precision, three systems, and what the longest row gathers.
    estimate.held +=
      8 * rows * factors + 32 * factors * factors
      + 8 * (sizes.mostOfUser + sizes.mostOfItem) * factors + 12 * sizes.interactions
    estimate.whileMade = 24 * sizes.interactions
    estimate.epoch = Work(
      steps: (2 * sizes.interactions + sizes.users * factors) * factors + rows * 1000,
      bytes: rows * factors * (factors + 24),
      doubles: (2 * sizes.interactions + 3 * rows) * factors * factors
        + 2 * rows * factors * factors * factors / 3)
    estimate.one = .scores(factors, sizes)
    return estimate
  }
}
