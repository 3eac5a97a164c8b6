import Basics

/// Something that a paper says in words about its numbers, with the sentence it comes from.
///
/// In a spec `{ "quote": "…2.7 times…", "ratio": [["UR-GAN", "precision@5"], ["ItemPop",
/// "precision@5"]], "expected": 2.7 }`: the key of one kind of ``ClaimList``, and what that kind
/// takes. With `"notTestable": "<why>"` the kind may be left out.
package struct Claim: Sendable {
  private let words: ClaimWords
  /// What is asserted; nil for words that have no form among the kinds.
  package let rule: (any ClaimRule)?

  /// The paper's words.
  package var quote: String { words.quote }
  /// How the sentence is read, where it can be read in several ways.
  package var note: String? { words.note }
  /// Why nothing that is measured can tell; nil: it can.
  package var notTestable: String? { words.notTestable }
  /// The key of the kind; empty without one.
  package var kind: String { rule.map { type(of: $0).kind } ?? "" }

  /// Reads a claim.
  ///
  /// Throws `Problem` naming the place: without words, without a kind or with two, for a key that
  /// the kind does not take, and whatever the kind refuses.
  package init(decoding json: JSON) throws(Problem) {
    let names = ClaimWords.fields.map(\.name)
    let members = try json.asObject()
    words = try ClaimWords(
      decoding: JSON(.object(members.filter { names.contains($0.key) }), at: json.position))
    let own = members.filter { !names.contains($0.key) }
    let kinds = own.filter { member in ClaimList.all.contains { $0.kind == member.key } }
    if kinds.count > 1 {
      throw kinds[1].problem(
        "the claim has two kinds, \"\(kinds[0].key)\" and \"\(kinds[1].key)\"; expected one")
    }
    if let kind = kinds.first, let type = ClaimList.all.first(where: { $0.kind == kind.key }) {
      rule = try Self.rule(type, JSON(.object(own), at: json.position))
    } else if words.notTestable != nil, own.isEmpty {
      rule = nil
    } else {
      let known = ClaimList.all.map { $0.kind }
      let near = own.first.flatMap { nearest($0.key, among: known) }
      throw (own.first?.value ?? json).problem(
        "the claim has no kind" + (near.map { "; did you mean \"\($0)\"?" } ?? "; expected one of ")
          + (near == nil ? known.joined(separator: ", ") : ""))
    }
  }

  private static func rule<Rule: ClaimRule>(
    _: Rule.Type, _ json: JSON
  ) throws(Problem) -> any ClaimRule { try Rule(decoding: json) }

  /// The object that decodes to this claim.
  package var encoded: JSON {
    func members(_ json: JSON?) -> [JSON.Member] {
      if case .object(let members) = json?.value { members } else { [] }
    }
    return JSON(.object(members(words.encoded()) + members(rule?.encoded())))
  }

  /// The objects that a claim may be, for the JSON schema.
  package static var fieldKind: FieldKind {
    .named(
      "claim",
      .either(
        ClaimList.all.map { .object(ClaimWords.fieldDescriptions + descriptions($0)) }
          + [.object(ClaimWords.withoutKind)]))
  }

  private static func descriptions<Rule: ClaimRule>(_: Rule.Type) -> [FieldDescription] {
    Rule.fieldDescriptions
  }
}

/// What claims of every kind have.
struct ClaimWords: Settings {
  var quote = ""
  var note: String?
  var notTestable: String?

  static let fields: [Field<ClaimWords>] = [
    .prose("quote", \.quote, "the paper's words").required(),
    .prose("note", \.note, "how the sentence is read, where it can be read in several ways"),
    .prose("notTestable", \.notTestable, "why nothing that is measured can tell; null: it can"),
  ]

  /// What a claim has that names no kind: it says why.
  static var withoutKind: [FieldDescription] {
    fieldDescriptions.map { field in
      guard field.name == "notTestable" else { return field }
      return FieldDescription(
        name: field.name, summary: field.summary, kind: .prose, isRequired: true, standard: nil)
    }
  }

  func check(_ json: JSON) throws(Problem) {
    if quote.isEmpty { throw (json["quote"] ?? json).problem("a claim needs the paper's words") }
    if notTestable?.isEmpty == true {
      throw (json["notTestable"] ?? json).problem("expected the reason why, found no words")
    }
  }
}
