import Basics

/// What a claim asserts: one kind of ``ClaimList`` with what that takes.
///
/// In a spec `{ "ratio": [["UR-GAN", "precision@5"], ["ItemPop", "precision@5"]], "expected": 2.7 }`.
struct ClaimPart: Sendable, Equatable {
  let rule: any ClaimRule

  /// Reads an object that has the key of one kind.
  ///
  /// - Parameter kinds: those that it may be of.
  /// - Throws: `Problem` naming the place: without a kind or with two, for a key that the kind does
  ///   not take, and whatever the kind refuses.
  init(decoding json: JSON, among kinds: [any ClaimRule.Type]) throws(Problem) {
    let members = try json.asObject()
    let named = members.filter { member in kinds.contains { $0.kind == member.key } }
    if named.count > 1 {
      throw named[1].problem(
        "the claim has two kinds, \"\(named[0].key)\" and \"\(named[1].key)\"; expected one"
          + ", or \"\(PartsClaim.kind)\"")
    }
    guard let kind = named.first, let type = kinds.first(where: { $0.kind == kind.key }) else {
      let known = kinds.map { $0.kind }
      let near = members.first.flatMap { nearest($0.key, among: known) }
      throw (members.first?.value ?? json).problem(
        "the claim has no kind" + (near.map { "; did you mean \"\($0)\"?" } ?? "; expected one of ")
          + (near == nil ? known.joined(separator: ", ") : ""))
    }
    rule = try Self.rule(type, json)
  }

  private static func rule<Rule: ClaimRule>(
    _: Rule.Type, _ json: JSON
  ) throws(Problem) -> any ClaimRule { try Rule(decoding: json) }

  /// The object that decodes to this part.
  var encoded: JSON { rule.encoded() }

  /// What a part of these kinds may be, for the JSON schema.
  static func descriptions(of kinds: [any ClaimRule.Type]) -> [[FieldDescription]] {
    kinds.map { descriptions($0) }
  }

  private static func descriptions<Rule: ClaimRule>(_: Rule.Type) -> [FieldDescription] {
    Rule.fieldDescriptions
  }

  static func == (a: ClaimPart, b: ClaimPart) -> Bool { a.encoded == b.encoded }
}
