import Basics
import Evaluation

/// The smallest difference that matters, by metric: `{ "precision@5": 0.005 }`.
struct Margins: Sendable, Equatable {
  /// In the order of the spec.
  private(set) var all: [(metric: Metric, margin: Double)] = []

  init() {}

  /// Reads an object of metrics and numbers above 0.
  init(decoding json: JSON) throws(Problem) {
    for member in try json.asObject() {
      let metric = try Metric(decoding: JSON(.string(member.key), at: member.keyPosition))
      all.append((metric, try member.value.asNumber(in: .leastNonzeroMagnitude...1e300)))
    }
  }

  /// By the canonical names of the metrics.
  var byName: [String: Double] {
    Dictionary(all.map { ($0.metric.name, $0.margin) }) { first, _ in first }
  }

  static func == (a: Margins, b: Margins) -> Bool {
    a.all.elementsEqual(b.all) { $0.metric == $1.metric && $0.margin == $1.margin }
  }
}

extension Field {
  /// An object of metrics and the smallest differences that matter.
  static func margins(_ name: String, _ path: any Path<Margins>, _ summary: String) -> Field {
    custom(
      name, path, .map(.number(.leastNonzeroMagnitude...1e300)), summary,
      decode: { json throws(Problem) in try Margins(decoding: json) },
      encode: { margins in
        .object(margins.all.map { ($0.metric.name, .number($0.margin)) })
      }
    ).omittedByDefault()
  }
}
