import Basics
import Testing

@testable import Evaluation

@Suite struct MetricTests {
  @Test(arguments: [
    ("{ \"name\": \"precision\", \"at\": 5 }", "precision@5"),
    ("{ \"name\": \"ndcg\", \"at\": 5, \"ideal\": \"truncated\" }", "ndcg@5"),
    ("{ \"name\": \"ndcg\", \"ideal\": \"full\", \"at\": 5 }", "ndcg@5(ideal=full)"),
    (
      "{ \"name\": \"recall\", \"at\": 20, \"averaging\": \"micro\", \"over\": \"truncated\" }",
      "recall@20(averaging=micro,over=truncated)"
    ),
    ("\"mrr\"", "mrr"), ("\"mrr@5\"", "mrr@5"), ("{ \"name\": \"mrr\" }", "mrr"),
    ("\"auc\"", "auc"),
    (
      "\"diversity@5(similarity=cosine,feature=decade)\"",
      "diversity@5(similarity=cosine,feature=decade)"
    ),
    ("\"diversity@5(feature=1990)\"", "diversity@5(feature=1990)"),
    ("\"hit-rate@5(among=99)\"", "hit-rate@5(among=99)"),
    ("{ \"name\": \"mrr\", \"among\": 9 }", "mrr(among=9)"),
  ])
  func decodesBothWaysOfWritingToOneCanonicalName(text: String, name: String) throws {
    let metric = try Metric(decoding: JSON.parse(text, file: "spec.json"))
    #expect(metric.name == name)
    #expect(try Metric(name) == metric, "the canonical name decodes to the same metric")
    #expect(try Metric(decoding: metric.encoded) == metric)
  }

  @Test(arguments: [
    ("\"precison@5\"", "unknown metric \"precison\"; did you mean \"precision\"?"),
    ("\"precision@0\"", "0 is out of range"), ("\"precision@-3\"", "-3 is out of range"),
    ("\"precision@\"", "expected a whole number after @"),
    ("\"precision@five\"", "found \"five\""), ("\"precision\"", "\"at\" is missing"),
    ("\"auc@5\"", "unknown key"), ("{ \"at\": 5 }", "\"name\" is missing"),
    ("{ \"name\": \"ndcg\", \"at\": 5, \"ideel\": \"full\" }", "did you mean \"ideal\"?"),
    ("{ \"name\": \"ndcg\", \"at\": 5, \"ideal\": \"ful\" }", "did you mean \"full\"?"),
    ("\"ndcg@5(ideal=ful)\"", "did you mean \"full\"?"), ("\"ndcg@5(ideal)\"", "setting=value"),
    ("\"ndcg@5(ideal=full\"", "lacks its \")\""),
    ("{ \"name\": \"ndcg\", \"at\": 2.5 }", "integer"),
    ("\"ndcg@5(among=few)\"", "expected an integer"),
    ("\"ndcg@5(among=0)\"", "0 is out of range; expected 1…1000000"),
    ("{ \"name\": \"ndcg\", \"at\": null }", "expected an integer"), ("5", "expected a metric"),
  ])
  func refusesWhatIsNoMetric(text: String, message: String) throws {
    let json = try JSON.parse(text, file: "spec.json")
    #expect {
      try Metric(decoding: json)
    } throws: { error in
      let problem = error as? Problem
      return problem?.message.contains(message) == true
        && problem?.message.hasPrefix("spec.json:1:") == true && problem?.kind == .usage
    }
  }

  @Test func metricsThatDifferInADefinitionAreDifferent() throws {
    let names = [
      "ndcg@5", "ndcg@5(ideal=full)", "ndcg@6", "recall@5", "recall@5(averaging=micro)", "mrr",
      "mrr@5", "map@5", "map@5(over=held-out)",
    ]
    let metrics = try names.map { try Metric($0) }
    #expect(Set(metrics).count == names.count)
    #expect(Set(metrics.map(\.definition)).count == names.count - 1, "ndcg@5 and @6 read the same")
  }

  @Test func theCutOffIsKnown() throws {
    #expect(try Metric("ndcg@20").cutoff == 20)
    #expect(try Metric("mrr").cutoff == nil)
  }
}
