import Evaluation
import Results

/// What is ranked for the metrics of a table, in words.
enum RankedNotes {
  /// A line for the metrics over all items, and one for each number of drawn ones.
  static func lines(_ metrics: [Metric], ties: TieOrder) -> [String] {
    let rankings = metrics.filter { $0.task == .ranking }
    var numbers: [Int?] = []
    for metric in rankings where !numbers.contains(metric.among) { numbers.append(metric.among) }
    return numbers.map { number in
      let own = rankings.filter { $0.among == number }
      var headings: [String] = []
      for heading in own.map({ MetricHeading.text(for: $0.name) })
      where !headings.contains(heading) { headings.append(heading) }
      let names = numbers.count == 1 ? "" : headings.joined(separator: ", ") + ": "
      let text = names + what(number) + "; " + ties.definition(for: own)
      return text.prefix(1).uppercased() + text.dropFirst()
    }
  }

  /// What the candidates of a user are.
  private static func what(_ among: Int?) -> String {
    guard let among else {
      return "every item is ranked, those without an interaction too; what was trained on is masked"
    }
    return
      "a user's held-out items are ranked with \(among) drawn ones alone, which the user has not"
      + " and which are the same for every system"
  }
}
