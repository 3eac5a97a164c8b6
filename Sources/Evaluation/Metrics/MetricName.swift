import Basics

/// The way metrics are written: `name`, `name@N`, `name@N(setting=value,setting=value)`.
struct MetricName {
  let text: String

  /// The name of a metric: settings that have their default are left out, so that the usual
  /// definition has the short name.
  init<Rule: MetricRule>(_ rule: Rule) {
    let standard = Rule()
    let settings = Rule.fields.filter { $0.name != "at" }.compactMap { field -> String? in
      let value = field.encode(rule)
      return value == field.encode(standard) ? nil : "\(field.name)=\(Self.written(value))"
    }
    text =
      Rule.name + (rule.at.map { "@\($0)" } ?? "")
      + (settings.isEmpty ? "" : "(\(settings.joined(separator: ",")))")
  }

  /// The metric's bare name, and its settings as an object to decode.
  static func split(_ json: JSON) throws(Problem) -> (name: String, settings: JSON) {
    switch json.value {
    case .string(let text): return try split(text, json)
    case .object(let members):
      let name = try json.member("name").asString()
      let settings = members.filter { $0.key != "name" }
      return (name, JSON(.object(settings), at: json.position))
    default:
      throw json.mismatch("a metric, as \"precision@5\" or { \"name\": \"precision\", \"at\": 5 }")
    }
  }

  private static func split(_ text: String, _ json: JSON) throws(Problem) -> (String, JSON) {
    var rest = text[...]
    let name = rest.prefix { $0 != "@" && $0 != "(" }
    let kinds = MetricList.all.first { $0.name == name }?.fieldDescriptions ?? []
    var members: [JSON.Member] = []
    if let open = rest.firstIndex(of: "(") {
      guard rest.last == ")" else { throw json.problem("the metric \"\(text)\" lacks its \")\"") }
      for setting in rest[rest.index(after: open)...].dropLast().split(separator: ",") {
        let parts = setting.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else {
          throw json.problem("expected setting=value in \"\(text)\", found \"\(setting)\"")
        }
        let (key, text) = (String(parts[0]), String(parts[1]))
        var value = JSON.Content.string(text)
        switch kinds.first(where: { $0.name == key })?.kind {
        case .optional(.integer)?, .integer?:
          if let number = Int(text) { value = .integer(number) }
        case .number?:
          if let number = Double(text) { value = .number(number) }
        default: break
        }
        members.append(.init(key, JSON(value, at: json.position), at: json.position))
      }
      rest = rest[..<open]
    }
    if let sign = rest.firstIndex(of: "@") {
      let digits = rest[rest.index(after: sign)...]
      guard let cutoff = Int(digits) else {
        throw json.problem("expected a whole number after @ in \"\(text)\", found \"\(digits)\"")
      }
      members.insert(
        .init("at", JSON(.integer(cutoff), at: json.position), at: json.position), at: 0)
      rest = rest[..<sign]
    }
    return (String(rest), JSON(.object(members), at: json.position))
  }

  private static func written(_ value: JSON) -> String {
    if case .string(let text) = value.value { return text }
    return value.canonicalText
  }
}
