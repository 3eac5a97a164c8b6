import Basics

/// A metric in one of the definitions that go by its heading.
package struct MetricVariant: Sendable {
  package let metric: Metric
  /// Who is averaged over; nil: as the metric says.
  package let averaging: String?
  /// The other settings in which it differs from the metric: ("ideal", "uncut").
  package let others: [Setting]

  /// A setting of a metric and its value.
  package struct Setting: Sendable, Hashable {
    package let name: String
    package let value: String
  }
}

extension Metric {
  /// This metric in every definition that papers print under its heading: each combination of the
  /// values of its settings that are a choice, and of those in ``MetricRule/otherDefinitions``.
  /// The first is the metric itself.
  package var variants: [MetricVariant] { Self.variants(of: rule) }

  private static func variants<Rule: MetricRule>(of rule: Rule) -> [MetricVariant] {
    let own = rule.encoded()
    var all: [(settings: JSON, differing: [MetricVariant.Setting])] = [(own, [])]
    for field in Rule.fields where !Rule.namedSettings.contains(field.name) {
      let values = field.kind.choices.map(JSON.string) + (Rule.otherDefinitions[field.name] ?? [])
      let present = field.encode(rule)
      let others = values.filter { $0 != present }
      all += all.flatMap { variant in
        others.map { value in
          let text =
            switch value.value {
            case .string(let text): text
            case .null: "none"
            default: value.canonicalText
            }
          return (
            variant.settings.merging(patch: .object([(field.name, value)])),
            variant.differing + [MetricVariant.Setting(name: field.name, value: text)]
          )
        }
      }
    }
    var seen: Set<Metric> = []
    return all.compactMap { settings, differing in
      guard let variant = try? Metric(Rule(decoding: settings)), seen.insert(variant).inserted
      else { return nil }
      return MetricVariant(
        metric: variant, averaging: differing.first { $0.name == "averaging" }?.value,
        others: differing.filter { $0.name != "averaging" })
    }
  }
}

extension FieldKind {
  /// The values of a choice; none of any other kind.
  fileprivate var choices: [String] {
    switch self {
    case .choice(let values): values
    case .optional(let kind): kind.choices
    default: []
    }
  }
}
