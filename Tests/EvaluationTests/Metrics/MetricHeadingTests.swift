import Evaluation
import Testing

@Suite struct MetricHeadingTests {
  @Test(arguments: [
    ("precision@5", "P@5"), ("recall@20", "R@20"), ("ndcg@5(ideal=full)", "NDCG@5(ideal=full)"),
    ("mrr", "MRR"), ("hit-rate@1", "HR@1"), ("coverage@5", "coverage@5"),
    ("roc-auc", "AUC"), ("log-loss(on=training)", "training LogLoss"),
    ("calibration-error(bins=20)", "calibration-error(bins=20)"),
  ])
  func isTheShortNameThatPapersPrint(metric: String, heading: String) {
    #expect(MetricHeading.text(for: metric) == heading)
  }
}
