import Basics
import Datasets
import Engine

/// The plain generative adversarial network (Goodfellow et al. 2014; Yang 2026, equation 2) over
/// users' interaction rows: `min_G max_D E_r[ln D(r)] + E_z[ln(1 − D(G(z)))]`.
///
/// The generator makes a row out of noise and nothing else, so it says what rows are like, not what
/// a user's row is like. Its honest ranking is that of the mean row it generates, an estimate of
/// how often each item is taken: the same list for everyone, and of a generator that has learned
/// its data perfectly the list of `item-pop`. The mean is over `noiseDraws` fixed draws. See
/// `VectorGAN` for the training; `cgan` is told of the user.
///
/// The defaults are what Yang's paper prints for all networks; it says nothing else of its row GAN.
/// Departure: the generator's loss is the non-saturating `−ln D`, as Goodfellow et al. advise; the
/// printed one is a setting.
package final class GAN: VectorGANRecommender {
  package struct Options: Settings {
    package var noise = NoiseOptions()
    package var gan = VectorGANOptions.printed(scheme: .whole)

    package init() {}

    package static let fields: [Field<Options>] =
      Field.embedded(NoiseOptions.fields, at: \.noise)
      + Field.embedded(VectorGANOptions.unmaskedFields, at: \.gan)
  }

  package static let name = "gan"
  package static let summary = "generated rating vectors from noise alone: one list for everyone"
  package static let source = "Goodfellow et al., NIPS 2014; Yang 2026, equation 2"
  /// 2: a user without training items is not trained on.
  package static let algorithmVersion = 2

  let gan: VectorGAN
  private let items: Int
  /// The mean generated row, until the next epoch.
  private var mean: [Float] = []

  package init(_ options: Options, data: TrainingData, seed: UInt64) {
    items = data.interactions.items
    gan = VectorGAN(
      options.gan, rows: data.interactions, conditions: [], noise: options.noise, seed: seed)
  }

  func forgetScores() { mean = [] }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    if mean.isEmpty {
      mean = [Float](repeating: 0, count: items)
      gan.generate(0..<1, into: &mean)
    }
    for row in 0..<scores.rows { scores[row].write(mean) }
  }
}

extension GAN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    var estimate = options.gan.estimate(
      rows: sizes.users, columns: sizes.items, entries: sizes.interactions, [],
      noise: options.noise)
    // One row is made, on its own, and serves everyone.
    estimate.look = min(128, sizes.users) * estimate.one
    estimate.one = .pass(sizes.items, 2)
    return estimate
  }
}
