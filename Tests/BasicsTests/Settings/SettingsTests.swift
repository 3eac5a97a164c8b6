import Basics
import Testing

enum Scheme: String, CaseIterable, Sendable {
  case zp = "ZP"
  case zr = "ZR"
}

struct Inner: Settings {
  var top: Int?
  var name = "inner"
  static let fields: [Field<Inner>] = [
    .integer("top", \.top, 1...5, "at most so many"),
    .text("name", \.name, "what it is called"),
  ]
}

struct Outer: Settings {
  var label = ""
  var factors = 64
  var rate: Float = 0.1
  var decay = 0.0
  var scheme = Scheme.zp
  var hidden = [256, 512]
  var inner = Inner()
  var more: [Inner] = []
  var flag = false
  var floor: Double?
  var any = JSON.null
  static let fields: [Field<Outer>] = [
    .text("label", \.label, "the name in the table").required(),
    .integer("factors", \.factors, 1...4096, "latent factors"),
    .number("rate", \.rate, .leastNonzeroMagnitude...10, "step size"),
    .number("decay", \.decay, 0...1, "L2"),
    .choice("scheme", \.scheme, "masking"),
    .integers("generatorHidden", \.hidden, 1...65536, atLeast: 1, "sizes"),
    .object("inner", \.inner, "nested"),
    .objects("more", \.more, "list of nested"),
    .boolean("flag", \.flag, "yes or no"),
    .number("floor", \.floor, 0...1, "none by default"),
    .raw("any", \.any, "kept"),
  ]
  func check(_ json: JSON) throws(Problem) {
    if flag && decay == 0 { throw json.problem("flag needs a decay above 0") }
  }
}

@Suite struct SettingsTests {
  func decode(_ text: String) throws -> Outer {
    try Outer(decoding: JSON.parse(text, file: "s.json"))
  }

  @Test func keysLeftOutKeepTheirDefaults() throws {
    let outer = try decode(#"{"label": "x", "factors": 8.0, "inner": {"top": 2}, "floor": 0.5}"#)
    #expect(outer.factors == 8)
    #expect(outer.scheme == .zp)
    #expect(outer.inner.top == 2)
    #expect(outer.inner.name == "inner")
    #expect(outer.floor == 0.5)
  }

  @Test(arguments: [
    (
      #"{"label": "x", "generatorHiden": [1]}"#,
      #"s.json:1:16: generatorHiden: unknown key; did you mean "generatorHidden"?"#
    ),
    (
      #"{"label": "x", "inner": {"tip": 1}}"#,
      #"s.json:1:26: inner.tip: unknown key; did you mean "top"?"#
    ),
    (
      #"{"label": "x", "more": [{}, {"top": 9}]}"#,
      "s.json:1:37: more[1].top: 9 is out of range; expected 1…5"
    ),
    (
      #"{"label": "x", "factors": "many"}"#,
      #"s.json:1:27: factors: expected an integer, found "many""#
    ),
    (#"{"label": "x", "factors": 1.5}"#, "s.json:1:27: factors: expected an integer, found 1.5"),
    (
      #"{"label": "x", "factors": -1}"#,
      "s.json:1:27: factors: -1 is out of range; expected 1…4096"
    ),
    (
      #"{"label": "x", "rate": 0}"#,
      "s.json:1:24: rate: 0 is out of range; expected above 0 and at most 10"
    ),
    (
      #"{"label": "x", "scheme": "zp"}"#,
      #"s.json:1:26: scheme: unknown value "zp"; did you mean "ZP"?"#
    ),
    (
      #"{"label": "x", "generatorHidden": []}"#,
      "s.json:1:35: generatorHidden: this list is empty; expected at least 1 element"
    ),
    (
      #"{"label": "x", "generatorHidden": [1, true]}"#,
      "s.json:1:39: generatorHidden[1]: expected an integer, found true"
    ),
    (#"{"label": null}"#, "s.json:1:11: label: expected a string, found null"),
    (#"{"factors": 1}"#, #"s.json:1:1: the key "label" is missing (the name in the table)"#),
    (#"{"label": "x", "flag": true}"#, "s.json:1:1: flag needs a decay above 0"),
    (#"[1]"#, "s.json:1:1: expected an object, found an array"),
  ])
  func refusals(text: String, expected: String) {
    #expect(throws: Problem.usage(expected)) { try decode(text) }
  }

  @Test func encodingHoldsEveryFieldAndDecodesBack() throws {
    let outer = try decode(#"{"label": "x", "more": [{"name": "b"}], "any": {"k": [1]}}"#)
    let json = outer.encoded()
    #expect(try json.asObject().map(\.key) == Outer.fields.map(\.name))
    #expect(json["rate"] == 0.1)  // Not 0.10000000149…
    #expect(json["floor"] == JSON.null)
    #expect(try Outer(decoding: json).encoded().canonicalText == json.canonicalText)
  }

  @Test func descriptionsCarryKindAndDefault() throws {
    let fields = Outer.fieldDescriptions
    #expect(fields[0].isRequired)
    #expect(fields[0].standard == nil)
    #expect(fields[1].standard == 64)
    #expect(
      fields.map(\.kind.description).prefix(6) == [
        "text", "integer, 1…4096", "number, above 0 and at most 10", "number, 0…1", "ZP | ZR",
        "list of (integer, 1…65536), at least 1",
      ])
  }

  /// A key that is added to settings must not change the hash of what does not use it.
  @Test func aKeyMayBeLeftOutWhileItHasItsDefault() throws {
    struct Grown: Settings {
      var old = 1
      var new: Int?
      static let fields: [Field<Grown>] = [
        .integer("old", \.old, 0...9, "always there"),
        .integer("new", \.new, 0...9, "there if given").omittedByDefault(),
      ]
    }
    #expect(Grown().encoded() == ["old": 1])
    #expect(try Grown(decoding: ["new": 2]).encoded() == ["old": 1, "new": 2])
  }
}
