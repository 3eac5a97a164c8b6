import Basics
import Datasets
import Engine

/// The conditional generative adversarial network (Mirza & Osindero 2014; Yang 2026, equation 3)
/// over users' interaction rows: `min_G max_D E_r[ln D(r|y)] + E_z[ln(1 − D(G(z|y)|y))]`, the
/// condition y put beside noise and row in the first layers.
///
/// The condition is the user: either the row of training interactions, or who it is (a one-hot
/// vector, which gives each player a learned vector a user). A user's scores are the mean of the
/// generated rows over `noiseDraws` fixed draws. See `VectorGAN` for the training.
///
/// The defaults are what Yang's paper prints for all networks. Departure: the generator's loss is
/// the non-saturating `−ln D`, as Goodfellow et al. advise; the printed one is a setting.
package final class CGAN: VectorGANRecommender {
  package enum Told: String, CaseIterable, Sendable { case interactions, user }

  package struct Options: Settings {
    package var condition = Told.interactions
    package var noise = NoiseOptions()
    package var gan = VectorGANOptions.printed(scheme: .whole)

    package init() {}

    package static let fields: [Field<Options>] =
      [.choice("condition", \.condition, "what both players are told of a user")]
      + Field.embedded(NoiseOptions.fields, at: \.noise)
      + Field.embedded(VectorGANOptions.unmaskedFields, at: \.gan)
  }

  package static let name = "cgan"
  package static let summary = "generated rating vectors from noise and a user condition"
  package static let source = "Mirza & Osindero 2014; Yang 2026, equation 3"
  /// 2: a user without training items is not trained on.
  package static let algorithmVersion = 2

  let gan: VectorGAN

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    let rows = data.interactions
    gan = VectorGAN(
      options.gan, rows: rows,
      conditions: [options.condition == .user ? .user(of: rows.users) : .interactions(rows)],
      noise: options.noise, seed: seed)
  }
}

extension CGAN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    options.gan.estimate(
      rows: sizes.users, columns: sizes.items, entries: sizes.interactions,
      [options.condition == .user ? .user(sizes) : .interactions(sizes)], noise: options.noise)
  }
}
