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
    let isWordsAlone = words.notTestable != nil && own.isEmpty
    rule =
      isWordsAlone
      ? nil
      : try ClaimPart(decoding: JSON(.object(own), at: json.position), among: ClaimList.all).rule
  }

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
        ClaimPart.descriptions(of: ClaimList.all).map {
          .object(ClaimWords.fieldDescriptions + $0)
        } + [.object(ClaimWords.withoutKind)]))
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
