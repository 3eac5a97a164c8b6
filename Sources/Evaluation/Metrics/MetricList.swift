/// The metrics that a spec can name. A new one is a file under `Metrics/Rankings/` or `Clicks/` and
/// a name here.
package enum MetricList {
  /// All of them, in the order in which `reprise list metrics` shows them.
  package static let all: [any MetricRule.Type] = rankings + clicks

  /// Of rankings.
  static let rankings: [any RankingMetric.Type] = [
    Precision.self, Recall.self, F1.self, F1Bound.self, NDCG.self, MRR.self, HitRate.self, MAP.self,
    AUC.self, SampledLogLoss.self,
    Coverage.self, Gini.self, Popularity.self, Novelty.self, Diversity.self, FeatureCoverage.self,
  ]

  /// Of predicted clicks.
  static let clicks: [any ClickMetric.Type] = [
    ROCAUC.self, GroupedAUC.self, LogLoss.self, ExpectedLogLoss.self, ThresholdPrecision.self,
    ThresholdRecall.self, CalibrationError.self,
  ]
}
