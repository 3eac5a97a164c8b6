import Basics
import Datasets
import Engine

/// Two recommenders for two kinds of users (Yang 2026, section 2.3.1): who takes items of many
/// categories is left to UR-GAN, who keeps to few to GRU-NR.
///
/// `ω = L / K` (equation 6): L the number of categories that a user's training items carry, K the
/// number of those items. `ω < P`: GRU-NR's scores; `ω ≥ P`: UR-GAN's. Both learn from all users,
/// an epoch each in an epoch. A user without training items, of whom ω says nothing, has GRU-NR's
/// scores.
///
/// The paper takes L ≤ K for granted, which is not so where an item has several categories; ω may
/// then exceed 1. It gives no value of P.
package final class DiversitySwitch: Recommender, EpochLearner {
  package struct Options: Settings {
    package var threshold = 0.2
    package var attribute = "genre"
    package var gruNR = GRUNR.Options()
    package var urGAN = URGAN.Options()

    package init() {}

    package static let fields: [Field<Options>] = [
      .number(
        "threshold", \.threshold, 0...1e6, "P, categories per item from which on UR-GAN scores"),
      .text("attribute", \.attribute, "the item feature whose values are the categories"),
      .object("gruNR", \.gruNR, "settings of gru-nr"),
      .object("urGAN", \.urGAN, "settings of ur-gan"),
    ]
  }

  package static let name = "diversity-switch"
  package static let summary = "gru-nr for users of few categories, ur-gan for users of many"
  package static let source = "Yang 2026, section 2.3.1, doi 10.70917/ijcisim-2026-0134"
  /// 2: its UR-GAN does not train on a user without training items.
  package static let algorithmVersion = 2

  private let focused: GRUNR
  private let diverse: URGAN
  /// Whether each user's ω reaches P.
  private let isDiverse: [Bool]
  /// The share of UR-GAN's users among those with training items.
  private let diverseShare: Double

  /// Throws `Problem` when the data set lacks the attribute, or what either recommender needs.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    focused = try GRUNR(options.gruNR, data: data, seed: seed)
    diverse = try URGAN(options.urGAN, data: data, seed: seed)
    let categories = try Self.categories(options, data)
    let interactions = data.interactions
    isDiverse = (0..<interactions.users).map { user in
      let row = interactions[user]
      guard !row.isEmpty else { return false }
      let carried = row.reduce(into: Set<Int32>()) { $0.formUnion(categories.values[Int($1)]) }
      return Double(carried.count) / Double(row.count) >= options.threshold
    }
    let known = (0..<interactions.users).count { !interactions[$0].isEmpty }
    diverseShare = Double(isDiverse.count { $0 }) / Double(max(1, known))
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try categories(options, data)
    try GRUNR.check(options.gruNR, data: data)
    try URGAN.check(options.urGAN, data: data)
  }

  private static func categories(
    _ options: Options, _ data: TrainingData
  ) throws(Problem) -> Feature {
    try data.itemFeature(options.attribute, for: name)
  }

  package func trainEpoch() -> [Loss] { focused.trainEpoch() + diverse.trainEpoch() }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    var start = users.lowerBound
    while start < users.upperBound {
      var end = start + 1
      while end < users.upperBound, isDiverse[end] == isDiverse[start] { end += 1 }
      let part = scores[start - users.lowerBound..<end - users.lowerBound]
      if isDiverse[start] {
        diverse.scores(of: start..<end, into: part)
      } else {
        focused.scores(of: start..<end, into: part)
      }
      start = end
    }
  }

  package var observations: [Observation] {
    [Observation("share of users left to ur-gan", diverseShare)]
  }

  package var state: State {
    get throws(StateError) { try State(joining: focused.state, diverse.state) }
  }

  package func restore(_ state: State) throws {
    try focused.restore(state)
    try diverse.restore(state)
  }

  package var parameterCount: Int { focused.parameterCount + diverse.parameterCount }
}

extension DiversitySwitch {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    var estimate = GRUNR.estimate(options.gruNR, sizes)
    let one = estimate.one
    estimate.add(URGAN.estimate(options.urGAN, sizes))
    // A user is scored by one of them.
    estimate.one = 0.5 * (one + estimate.one)
    return estimate
  }
}
