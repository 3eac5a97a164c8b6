import Basics
import Datasets
import Recommenders

/// Epochs of models of clicks on MovieLens-100K, with RecBole's layers and batches.
enum ClickWork {
  /// Four fifths of the ratings, of which those of 4 and 5 are clicks.
  static func data(_ dataset: Dataset) throws -> ClickData {
    let clicks = try ClickSettings(
      decoding: [
        "label": ["ratingAtLeast": 4],
        "fields": ["user", "item", "age", "gender", "occupation", "year", "genre"],
      ])
    return ClickData(
      try Records(dataset, clicks),
      training: try makeRecordSplit(dataset, settings: SplitSettings(), seed: 1).train)
  }

  /// The simulated log of the paper's sizes, generated and encoded.
  static func simulation() throws -> () -> Void {
    let clicks = try ClickSettings(
      decoding: [
        "label": "purchase",
        "fields": [
          "user", "item", "gender", "age", "region", "power", "category", "subcategory",
          ["field": "price", "buckets": 20], "stage", "season", "hour", "weekday", "position",
        ],
      ])
    return {
      let log = BehaviourLog.dataset(BehaviourLogSettings())
      guard let records = try? Records(log, clicks) else { return }
      _ = ClickData(records, training: Array(0..<2_500_000))
    }
  }

  static func epochs(of name: String, _ data: ClickData) throws -> () -> Void {
    let drops: JSON = name == "deep-fm" ? ["dropProbability": 0.2] : [:]
    let model = try RecommenderList.named(name).make(drops, data, 1)
    return { _ = (model as? any EpochLearner)?.trainEpoch() }
  }

  /// One negative for each pair, as RecBole draws.
  static func neuMF(_ data: TrainingData) throws -> () -> Void {
    let settings: JSON = [
      "factors": 64, "layers": [128, 128, 64], "negatives": 1, "batch": 2048,
    ]
    let model = try RecommenderList.named("neumf").make(settings, data, 1)
    return { _ = (model as? any EpochLearner)?.trainEpoch() }
  }
}
