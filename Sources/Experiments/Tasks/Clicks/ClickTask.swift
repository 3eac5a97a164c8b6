import Basics
import Datasets
import Evaluation
import Recommenders

/// Clicks: how probably is a record – a user shown an item in some circumstances – a click?
enum ClickTask: TaskRule {
  static var task: LearningTask { .clicks }

  static func check(
    _ system: SystemSpec, _ data: DataSettings, of spec: Spec, _ place: JSON, _ json: JSON
  ) throws(Problem) {
    guard data.clicks != nil else {
      throw place.at("recommender").problem(
        "\(system.recommender.name) predicts clicks; expected \"clicks\" in the data, with their"
          + " label and fields")
    }
    guard spec.ties == .id else {
      throw json.at("ties").problem(
        "orders items with equal scores, and \(system.recommender.name) predicts clicks")
    }
    guard spec.candidates.isStandard else {
      throw json.at("candidates").problem(
        "says which items are ranked, and \(system.recommender.name) predicts clicks")
    }
  }

  static func parts(
    _ settings: DataSettings, of dataset: Dataset, seeds: [Int]
  ) throws(Problem) -> [Int: any TrialParts] {
    guard let clicks = settings.clicks else {
      throw .usage("\(dataset.name): the data say nothing of \"clicks\"")
    }
    let records = try Records(dataset, clicks)
    var parts: [Int: any TrialParts] = [:]
    for seed in seeds {
      parts[seed] = ClickParts(
        dataset: dataset, records: records,
        split: try settings.makeRecordSplit(dataset, seed: UInt64(seed)))
    }
    return parts
  }

  static func notes(on metrics: [Metric], of spec: Spec) -> [String] { [] }
}
