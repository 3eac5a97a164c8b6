import Schema

/// The metrics that a spec can name. A new one is a file under `Metrics/` and a name here.
public enum MetricList {
  /// All of them, in the order in which `reprise list metrics` shows them.
  public static let all: [any RankingMetric.Type] = [
    Precision.self, Recall.self, NDCG.self, MRR.self, HitRate.self, MAP.self, AUC.self,
    Coverage.self, Gini.self, Popularity.self, Novelty.self, Diversity.self, FeatureCoverage.self,
  ]
}
