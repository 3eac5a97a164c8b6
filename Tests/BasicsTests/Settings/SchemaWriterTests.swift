import Basics
import Testing

@Suite struct SchemaWriterTests {
  private func text(_ kind: FieldKind) -> String {
    var writer = SchemaWriter()
    return writer.schema(of: kind).canonicalText
  }

  @Test(
    arguments: [
      (.integer(1...5), #"{"maximum":5,"minimum":1,"type":"integer"}"#),
      (.integer(0 ... .max), #"{"minimum":0,"type":"integer"}"#),
      (.number(-.infinity ... .infinity), #"{"type":"number"}"#),
      (
        .number(.leastNonzeroMagnitude...10),
        #"{"exclusiveMinimum":0,"maximum":10,"type":"number"}"#
      ),
      (.boolean, #"{"type":"boolean"}"#),
      (.text, #"{"type":"string"}"#),
      (.pattern("a|b"), #"{"pattern":"^(a|b)$","type":"string"}"#),
      (.choice(["ZP", "ZR"]), #"{"enum":["ZP","ZR"]}"#),
      (.list(.text, atLeast: 0), #"{"items":{"type":"string"},"type":"array"}"#),
      (.list(.text, atLeast: 2), #"{"items":{"type":"string"},"minItems":2,"type":"array"}"#),
      (.map(.boolean), #"{"additionalProperties":{"type":"boolean"},"type":"object"}"#),
      (
        .keyed(by: .choice(["a"]), .boolean),
        #"{"additionalProperties":{"type":"boolean"},"propertyNames":{"enum":["a"]},"type":"object"}"#
      ),
      (.either([.text, .boolean]), #"{"anyOf":[{"type":"string"},{"type":"boolean"}]}"#),
      (.optional(.text), #"{"type":["string","null"]}"#),
      (.optional(.choice(["a"])), #"{"anyOf":[{"enum":["a"]},{"type":"null"}]}"#),
      (.any, "{}"), (.optional(.any), "{}"),
    ] as [(FieldKind, String)])
  func everyKind(_ kind: FieldKind, _ expected: String) {
    #expect(text(kind) == expected)
  }

  @Test func anObjectHasItsKeysWithWordsAndDefaults() {
    #expect(
      text(Inner.fieldKind)
        == #"{"additionalProperties":false,"properties":{"#
        + #""name":{"default":"inner","description":"what it is called","type":"string"},"#
        + #""top":{"description":"at most so many","maximum":5,"minimum":1,"#
        + #""type":["integer","null"]}},"type":"object"}"#)
    var writer = SchemaWriter()
    #expect(writer.schema(of: Outer.fieldKind)["required"] == ["label"])
  }

  /// In a merge patch nothing is required, null takes away, arrays are replaced whole.
  @Test func aPatchMayLeaveOutAndTakeAway() {
    var writer = SchemaWriter()
    let schema = writer.schema(of: .patch { Outer.fieldDescriptions })
    #expect(schema["required"] == nil)
    let keys = schema["properties"]
    #expect(keys?["label"]?["type"] == "string")
    #expect(keys?["factors"]?["type"] == ["integer", "null"])
    #expect(keys?["factors"]?["default"] == nil)
    #expect(keys?["inner"]?["properties"]?["name"]?["type"] == ["string", "null"])
    #expect(keys?["more"]?["items"]?["properties"]?["name"]?["type"] == "string")
  }

  @Test func aKeyTurnsTheValueIntoAChangeOfAnother() {
    let kind = FieldKind.changing(by: "like", .boolean, change: .text)
    #expect(
      text(kind)
        == #"{"else":{"type":"boolean"},"#
        + #""if":{"properties":{"like":{"type":"string"}},"required":["like"]},"#
        + #""then":{"type":"string"}}"#)
    let field = FieldDescription(
      name: "x", summary: "", kind: kind, isRequired: true, standard: nil)
    let patch = text(.patch { [field] })
    #expect(patch.contains(#""x":{"description":"","type":"string"}"#))
  }

  @Test func aNamedKindIsWrittenOnce() {
    var writer = SchemaWriter()
    let kind = FieldKind.named("inner", Inner.fieldKind)
    #expect(writer.schema(of: .list(kind, atLeast: 0))["items"] == ["$ref": "#/$defs/inner"])
    #expect(writer.schema(of: kind) == ["$ref": "#/$defs/inner"])
    #expect(writer.definitions.map(\.key) == ["inner"])
    #expect(writer.definitions[0].value["type"] == "object")
  }

  @Test func aTagTellsVariantsApart() {
    let tag = FieldDescription(
      name: "kind", summary: "which", kind: .choice(["a", "b"]), isRequired: true, standard: nil)
    let size = FieldDescription(
      name: "size", summary: "how large", kind: .integer(1...2), isRequired: true, standard: nil)
    var writer = SchemaWriter()
    let schema = writer.schema(
      of: .tagged(by: "kind", [tag], [FieldVariant("a", [size]), FieldVariant("b", [])]))
    #expect(schema["required"] == ["kind"])
    #expect(schema["unevaluatedProperties"] == false)
    #expect(
      schema["allOf"]?.canonicalText
        == #"[{"if":{"properties":{"kind":{"const":"a"}},"required":["kind"]},"#
        + #""then":{"properties":{"size":{"description":"how large","maximum":2,"minimum":1,"#
        + #""type":"integer"}},"required":["size"]}},"#
        + #"{"if":{"properties":{"kind":{"const":"b"}},"required":["kind"]},"#
        + #""then":{"properties":{}}}]"#)
  }
}
