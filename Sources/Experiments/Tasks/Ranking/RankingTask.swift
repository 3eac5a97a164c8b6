import Basics
import Datasets
import Evaluation
import Recommenders
import Results

/// Ranking: which items will a user like best?
enum RankingTask: TaskRule {
  static var task: LearningTask { .ranking }

  static func check(
    _ system: SystemSpec, _ data: DataSettings, of spec: Spec, _ place: JSON, _ json: JSON
  ) throws(Problem) {
    guard data.clicks == nil else {
      throw place.at("recommender").problem(
        "\(system.recommender.name) ranks items, and the data are records with \"clicks\"")
    }
    if data.duplicates == .revisit, spec.candidates.masked != .nothing {
      throw (json["candidates"]?["masked"] ?? json["candidates"] ?? json).problem(
        "\"duplicates\": \"revisit\" finds again what was learned from, which is masked; expected"
          + " \"candidates\": {\"masked\": \"nothing\"} beside it")
    }
    guard spec.candidates.items != .all || spec.candidates.masked != .learned else { return }
    for (index, metric) in spec.metrics.enumerated() where metric.among != nil {
      throw json.at("metrics", index).problem(
        "\"\(metric)\" ranks among drawn items, and \"candidates\" says what is ranked; expected one"
          + " of them")
    }
  }

  static func parts(
    _ settings: DataSettings, of dataset: Dataset, seeds: [Int]
  ) throws(Problem) -> [Int: any TrialParts] {
    var parts: [Int: any TrialParts] = [:]
    for seed in seeds {
      parts[seed] = RankingParts(
        dataset: dataset, split: try settings.makeSplit(dataset, seed: UInt64(seed)))
    }
    return parts
  }

  /// What is ranked: a line for the metrics over all items, and one for each number of drawn ones.
  static func notes(on metrics: [Metric], of spec: Spec) -> [String] {
    let rankings = metrics.filter { $0.task == task }
    var numbers: [Int?] = []
    for metric in rankings where !numbers.contains(metric.among) { numbers.append(metric.among) }
    return numbers.map { number in
      let own = rankings.filter { $0.among == number }
      var headings: [String] = []
      for heading in own.map({ MetricHeading.text(for: $0.name) })
      where !headings.contains(heading) { headings.append(heading) }
      let names = numbers.count == 1 ? "" : headings.joined(separator: ", ") + ": "
      let text = names + candidates(number, spec) + "; " + spec.ties.definition(for: own)
      return text.prefix(1).uppercased() + text.dropFirst()
    }
  }

  /// What the candidates of a user are.
  private static func candidates(_ among: Int?, _ spec: Spec) -> String {
    guard let among else { return spec.candidates.definition }
    return
      "a user's held-out items are ranked with \(among) drawn ones alone, which the user has not"
      + " and which are the same for every system"
  }
}
