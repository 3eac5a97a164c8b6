/// Texts of a spec end up in tables, pictures and file names: what none of them can show is refused
/// where it is decoded, whatever the key.
extension FieldKind {
  /// Refuses unprintable characters in the texts of such a value, keys of maps among them. Objects
  /// of settings are left to their own decoding, and so is what a file of data or results says.
  package func checkText(_ json: JSON) throws(Problem) {
    guard json.position?.kind == .usage else { return }
    switch self {
    case .text: try json.checkPrintable([])
    case .prose: try json.checkPrintable(["\n", "\r", "\t"])
    case .optional(let kind), .named(_, let kind): try kind.checkText(json)
    case .list(let kind, _):
      guard case .array(let elements) = json.value else { return }
      try Self.check(elements, kind)
    case .map(let kind), .keyed(_, let kind):
      guard case .object(let members) = json.value else { return }
      var problems = Problems()
      for member in members {
        if let found = member.key.unprintable([]) { problems.add(member.problem(found)) }
      }
      problems.attempt { () throws(Problem) in try Self.check(members.map(\.value), kind) }
      try problems.check()
    case .either(let kinds):
      var first: Problem?
      for kind in kinds {
        do throws(Problem) { return try kind.checkText(json) } catch { first = first ?? error }
      }
      if let first { throw first }
    default: break
    }
  }

  private static func check(_ values: [JSON], _ kind: FieldKind) throws(Problem) {
    var problems = Problems()
    for value in values {
      problems.attempt { () throws(Problem) in try kind.checkText(value) }
    }
    try problems.check()
  }
}

extension JSON {
  /// Refuses a string with unprintable characters but these.
  fileprivate func checkPrintable(_ allowed: Set<Unicode.Scalar>) throws(Problem) {
    guard case .string(let text) = value, let found = text.unprintable(allowed) else { return }
    throw problem(found)
  }
}

extension String {
  /// What to say of the first unprintable character that is none of these; nil: there is none.
  fileprivate func unprintable(_ allowed: Set<Unicode.Scalar>) -> String? {
    guard let scalar = unicodeScalars.first(where: { $0.isUnprintable && !allowed.contains($0) })
    else { return nil }
    let code = String(scalar.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return "a control character (U+\(digits)); expected printable text"
      + (allowed.isEmpty && "\n\r\t".unicodeScalars.contains(scalar) ? " on one line" : "")
  }
}
