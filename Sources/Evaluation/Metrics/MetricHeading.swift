/// Short column headings, as papers print them.
package enum MetricHeading {
  /// `P@5` for `precision@5`; what is no metric of ours keeps its name.
  package static func text(for metric: String) -> String {
    let name = metric.prefix { $0 != "@" && $0 != "(" }
    let rule = MetricList.all.first { $0.name == name }
    let (heading, settings) = (rule?.heading ?? String(name), metric.dropFirst(name.count))
    return settings == "(on=training)" ? "training \(heading)" : heading + settings
  }

  /// The canonical name of the metric that a paper prints so: `precision@5` for `P@5`, `Prec@5` or
  /// `Precision @ 5`; nil for what is none of ours.
  package static func metric(printedAs heading: String) -> String? {
    let parts = heading.split(separator: "@").map { $0.filter { !$0.isWhitespace }.lowercased() }
    guard let printed = parts.first?.filter({ $0 != "-" && $0 != "_" }), parts.count <= 2 else {
      return nil
    }
    let rule = MetricList.all.first { rule in
      let names = [rule.heading, rule.name].map { $0.lowercased().filter { $0 != "-" } }
      return names.contains(printed) || (printed.count > 2 && names[1].hasPrefix(printed))
    }
    guard let rule else { return nil }
    let name = rule.name + (parts.count == 2 ? "@\(parts[1])" : "")
    return (try? Metric(name))?.name
  }
}
