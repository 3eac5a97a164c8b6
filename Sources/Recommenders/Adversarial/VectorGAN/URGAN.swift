import Basics
import Datasets
import Engine

/// UR-GAN (Yang 2026), item-vector head: CFGAN's training with the user's demands as the condition.
///
/// For each item attribute (genre, decade, …) the condition marks the values that the user's
/// training items carry. A generator branch encodes each attribute (values weighted, section
/// 2.3.2), bi-interaction pairs the encodings (equation 9), and a perceptron makes the item vector.
/// The discriminator reads the same condition beside the vector.
///
/// Departures: the paper prints a sigmoid output and gives no form of the value weights; both are
/// settings. With `condition: interactions` it is CFGAN, user-based, bit for bit. The defaults are
/// what the paper prints.
package final class URGAN: VectorGANRecommender {
  package enum Told: String, CaseIterable, Sendable { case attributes, interactions, both }

  package struct Options: Settings {
    package var condition = Told.attributes
    package var attributes = ["genre", "decade"]
    package var valueWeighting = ValueWeighting.softmax
    package var attributeWidth = 64
    package var userFeatures: [String] = []
    package var gan = VectorGANOptions.printed()

    package init() {}

    package static let fields: [Field<Options>] =
      [
        .choice("condition", \.condition, "what both players are told of a user"),
        .texts("attributes", \.attributes, atLeast: 1, "the item features that make the condition"),
        .choice("valueWeighting", \.valueWeighting, "how an attribute's values become one vector"),
        .integer("attributeWidth", \.attributeWidth, 1...4096, "width of an attribute's encoding"),
        .texts("userFeatures", \.userFeatures, "user features that both players are told besides")
          .omittedByDefault(),
      ] + Field.embedded(VectorGANOptions.fields, at: \.gan)

    /// Refuses what `VectorGANOptions` refuses, and an attribute that is given twice.
    package func check(_ json: JSON) throws(Problem) {
      try gan.check(json)
      try refuseRepeats(attributes, at: "attributes", json)
      try refuseRepeats(userFeatures, at: "userFeatures", json)
    }
  }

  package static let name = "ur-gan"
  package static let summary =
    "generated rating vectors conditioned on the attributes a user demands"
  package static let source = "Yang 2026, doi 10.70917/ijcisim-2026-0134; training after CFGAN"
  /// 4: a user without training items is not trained on.
  package static let algorithmVersion = 4

  let gan: VectorGAN

  /// Throws `Problem` when the data set lacks an attribute.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    var conditions = try Self.attributes(options, data).map {
      Condition.attribute($0, of: data.interactions)
    }
    if options.condition != .attributes { conditions.append(.interactions(data.interactions)) }
    let features = try data.userFeatures(named: options.userFeatures, for: Self.name)
    if !features.isEmpty {
      conditions.append(.features(features, of: data.interactions.users))
    }
    gan = VectorGAN(
      options.gan, rows: data.interactions, conditions: conditions,
      weighting: options.valueWeighting, attributeWidth: options.attributeWidth, seed: seed)
  }

  package static func check(_ options: Options, data: TrainingData) throws(Problem) {
    _ = try attributes(options, data)
    _ = try data.userFeatures(named: options.userFeatures, for: name)
  }

  /// The item features that make the condition.
  private static func attributes(
    _ options: Options, _ data: TrainingData
  ) throws(Problem) -> [Feature] {
    guard options.condition != .interactions else { return [] }
    return try data.itemFeatures(named: options.attributes, for: name)
  }
}

extension URGAN {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    var told: [ConditionSize] = []
    if options.condition != .interactions {
      told += ConditionSize.attributes(options.attributes, sizes)
    }
    if options.condition != .attributes { told.append(.interactions(sizes)) }
    told += ConditionSize.features(options.userFeatures, sizes)
    return options.gan.estimate(
      rows: sizes.users, columns: sizes.items, entries: sizes.interactions, told,
      attributeWidth: Double(options.attributeWidth))
  }
}
