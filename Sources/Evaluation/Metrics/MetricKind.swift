import Basics

/// What specs may say of metrics, from the declarations that decode them.
extension Metric {
  /// A metric in a spec: its name, or an object with its settings.
  package static var fieldKind: FieldKind {
    let tag = FieldDescription(
      name: "name", summary: "what it computes", kind: .choice(MetricList.all.map { $0.name }),
      isRequired: true, standard: nil)
    let variants = MetricList.all.map { FieldVariant($0.name, $0.fieldDescriptions) }
    return .named("metric", .either([nameKind, .tagged(by: "name", [tag], variants)]))
  }

  /// A metric's name, `precision@5` or `ndcg@5(ideal=full)`.
  package static var nameKind: FieldKind {
    .named("metric-name", .pattern(MetricList.all.map(pattern).joined(separator: "|")))
  }

  /// The names of one metric as a regular expression.
  private static func pattern(_ rule: any MetricRule.Type) -> String {
    var pattern = rule.name
    var settings: [String] = []
    for field in rule.fieldDescriptions {
      switch field.kind {
      case _ where field.name == "at":
        pattern += field.isRequired ? "@[1-9][0-9]*" : "(@[1-9][0-9]*)?"
      case .choice(let names): settings.append("\(field.name)=(\(names.joined(separator: "|")))")
      case .optional(.integer), .integer: settings.append("\(field.name)=[1-9][0-9]*")
      case .number: settings.append("\(field.name)=[0-9.e-]+")
      case .text, .prose, .characters: settings.append("\(field.name)=[^,()]+")
      // Other kinds have no way of being written in a name.
      default: break
      }
    }
    guard !settings.isEmpty else { return pattern }
    let setting = "(\(settings.joined(separator: "|")))"
    return pattern + "(\\(\(setting)(,\(setting))*\\))?"
  }
}
