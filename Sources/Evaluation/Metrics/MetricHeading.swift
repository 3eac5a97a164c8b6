/// Short column headings, as papers print them.
package enum MetricHeading {
  /// `P@5` for `precision@5`; what is no metric of ours keeps its name.
  package static func text(for metric: String) -> String {
    let name = metric.prefix { $0 != "@" && $0 != "(" }
    let rule = MetricList.all.first { $0.name == name }
    let (heading, settings) = (rule?.heading ?? String(name), metric.dropFirst(name.count))
    return settings == "(on=training)" ? "training \(heading)" : heading + settings
  }
}
