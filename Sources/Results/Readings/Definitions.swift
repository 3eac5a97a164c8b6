import Evaluation

/// The definitions that the columns of a table may have: who is averaged over is the same for all
/// columns, and the other settings for all of one heading.
package struct Definitions: Sendable {
  /// What the columns of one heading may be.
  struct Option: Sendable {
    let choices: [ReadingChoice]
    /// The metric of each of the heading's columns, by its place in ``Definitions/metrics``.
    let metrics: [Int]
  }

  /// The columns that share a heading.
  struct Group: Sendable {
    let columns: [Int]
    let options: [Option]
  }

  /// All columns averaged alike.
  struct Alternative: Sendable {
    let choices: [ReadingChoice]
    let groups: [Group]

    /// The same with every heading defined as it is stated.
    var stated: Alternative {
      Alternative(
        choices: choices,
        groups: groups.map { Group(columns: $0.columns, options: Array($0.options.prefix(1))) })
    }
  }

  let alternatives: [Alternative]
  /// Every metric that has to be measured.
  package let metrics: [Metric]

  /// The definitions of a table's columns.
  package init(of columns: [Metric]) {
    let variants = columns.map(\.variants)
    let averagings = Set(variants.flatMap { $0.compactMap(\.averaging) }).sorted()
    let headings = columns.map { String($0.name.prefix { $0 != "@" && $0 != "(" }) }
    var names: [String] = []
    for heading in headings where !names.contains(heading) { names.append(heading) }
    var metrics: [Metric] = []
    for variant in variants.joined() where !metrics.contains(variant.metric) {
      metrics.append(variant.metric)
    }
    self.metrics = metrics
    alternatives = ([nil] + averagings).map { averaging in
      Alternative(
        choices: averaging.map { [ReadingChoice("averaging", $0, among: averagings.count)] } ?? [],
        groups: names.map { name in
          let own = columns.indices.filter { headings[$0] == name }
          return Group(
            columns: own,
            options: Self.options(own.map { variants[$0] }, name, averaging, among: metrics))
        })
    }
  }

  /// What columns of one heading may be, averaged so; those that cannot be are as they are.
  private static func options(
    _ variants: [[MetricVariant]], _ heading: String, _ averaging: String?,
    among metrics: [Metric]
  ) -> [Option] {
    let first = variants[0]
    let known = first.contains { $0.averaging == averaging } ? averaging : nil
    let own = first.filter { $0.averaging == known }
    let counts = Dictionary(grouping: Set(own.flatMap(\.others)), by: \.name).mapValues(\.count)
    return own.map { variant in
      Option(
        choices: variant.others.map {
          ReadingChoice("\(heading) \($0.name)", $0.value, among: counts[$0.name] ?? 1)
        },
        metrics: variants.map { column in
          let same = column.first { $0.averaging == known && $0.others == variant.others }
          return metrics.firstIndex(of: (same ?? column[0]).metric) ?? 0
        })
    }
  }
}
