import Basics

/// Damages JSON so that it stays JSON.
enum MutatedJSON {
  private static let values: [JSON] = [
    .null, true, false, 0, -1, 1, JSON(.integer(.max)), JSON(.integer(.min)), 1e308, -1e308,
    JSON(.number(.leastNonzeroMagnitude)),
    1e18, 1.5, "", "a\nb", "\u{0}", "../../x", "\u{202E}e\u{301}🇩🇪", [], [[]], .object([]),
    JSON(.string(String(repeating: "x", count: 100_000))),
    JSON(.array(Array(repeating: 1, count: 10_000))),
  ]

  /// `json` with one to three values replaced, removed, doubled or renamed.
  static func damage(_ json: JSON, _ random: inout Random) -> JSON {
    var json = json
    for _ in 0...random.below(3) { json = damageOnce(json, depth: 0, &random) }
    return json
  }

  private static func damageOnce(_ json: JSON, depth: Int, _ random: inout Random) -> JSON {
    let goesDown = depth == 0 || random.below(3) > 0
    switch json.value {
    case .object(var members) where goesDown && !members.isEmpty:
      let place = random.below(members.count)
      switch random.below(10) {
      case 0: members.remove(at: place)
      case 1: members.append(JSON.Member("added", values[random.below(values.count)]))
      case 2: members[place].key += "x"
      default:
        members[place].value = damageOnce(members[place].value, depth: depth + 1, &random)
      }
      return JSON(.object(members))
    case .array(var elements) where goesDown && !elements.isEmpty:
      let place = random.below(elements.count)
      switch random.below(6) {
      case 0: elements.remove(at: place)
      case 1: elements.append(elements[place])
      default: elements[place] = damageOnce(elements[place], depth: depth + 1, &random)
      }
      return JSON(.array(elements))
    default: return values[random.below(values.count)]
    }
  }

  /// A sealed file's text with the checksum of what it says now.
  static func sealed(_ json: JSON) -> String {
    guard case .object(let members) = json.value else { return json.prettyText }
    let content = members.filter { $0.key != "checksum" }
    let checksum = SHA256.hex(of: JSON(.object(content)).canonicalText)
    return JSON(.object(content + [JSON.Member("checksum", .string(checksum))])).prettyText
  }
}
