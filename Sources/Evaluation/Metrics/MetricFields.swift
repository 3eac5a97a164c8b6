import Basics

/// Fields that hold metrics: `"precision@5"` or `{ "name": "ndcg", "at": 5, "ideal": "full" }`.
extension Field {
  package static func metric(_ name: String, _ path: any Path<Metric>, _ summary: String) -> Field {
    custom(
      name, path, Metric.fieldKind, summary,
      decode: { json throws(Problem) in try Metric(decoding: json) }, encode: { $0.encoded })
  }

  /// One metric, or null.
  package static func metric(_ name: String, _ path: any Path<Metric?>, _ summary: String) -> Field
  {
    custom(
      name, path, .optional(Metric.fieldKind), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try Metric(decoding: json) },
      encode: { $0?.encoded ?? .null })
  }

  /// At least one metric, each once.
  package static func metrics(_ name: String, _ path: any Path<[Metric]>, _ summary: String)
    -> Field
  {
    custom(
      name, path, .list(Metric.fieldKind, atLeast: 1), summary,
      decode: { json throws(Problem) in
        var metrics: [Metric] = []
        for element in try json.asArray() {
          let metric = try Metric(decoding: element)
          if metrics.contains(metric) { throw element.problem("\"\(metric)\" is given twice") }
          metrics.append(metric)
        }
        if metrics.isEmpty { throw json.problem("this list is empty; expected at least 1 metric") }
        return metrics
      },
      encode: { .array($0.map(\.encoded)) })
  }
}

extension Metric {
  /// Holds the place of a required metric until the decoder has read it.
  package static var unread: Metric { Metric(MetricList.all[0].init()) }
}
