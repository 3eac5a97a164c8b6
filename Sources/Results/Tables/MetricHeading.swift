/// Short column headings, as papers print them.
package enum MetricHeading {
  /// `P@5` for `precision@5`; a metric that papers do not shorten keeps its name.
  package static func text(for metric: String) -> String {
    let name = metric.prefix { $0 != "@" && $0 != "(" }
    let (heading, settings) = (short[String(name)] ?? String(name), metric.dropFirst(name.count))
    return settings == "(on=training)" ? "training \(heading)" : heading + settings
  }

  private static let short = [
    "precision": "P", "recall": "R", "ndcg": "NDCG", "mrr": "MRR", "hit-rate": "HR", "map": "MAP",
    "auc": "AUC", "roc-auc": "AUC", "grouped-auc": "grouped AUC", "log-loss": "LogLoss",
    "expected-log-loss": "expected LogLoss", "sampled-log-loss": "LogLoss",
  ]
}
