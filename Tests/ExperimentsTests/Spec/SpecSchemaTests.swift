import Basics
import Experiments
import TestSupport
import Testing

@Suite struct SpecSchemaTests {
  private static let cases = OtherProgram.root + "/Tests/SpecSchema/cases.json"

  /// The cases that Python's jsonschema is asked about too: what decodes, and what does not.
  @Test(arguments: ["right", "wrong"])
  func theDecoderJudgesTheCasesAsTheSchemaDoes(_ kind: String) throws {
    let file = try JSON.read(Self.cases)
    let base = try file.member("base").asObject()
    let cases = try file.member(kind).asArray()
    #expect(!cases.isEmpty)
    for item in cases {
      let changes = try item.member("with").asObject()
      let without = try item["without"]?.asString()
      let kept = base.filter { member in
        member.key != without && !changes.contains { $0.key == member.key }
      }
      let spec = JSON(.object(kept + changes))
      let why = try item.member("why").asString()
      #expect(decodes(spec) == (kind == "right"), "\(why)")
    }
  }

  private func decodes(_ spec: JSON) -> Bool {
    let decoded: Void? = try? withTemporaryFolder { folder in
      try folder.write(spec.prettyText, to: "spec.json")
      let file = try SpecFile(path: folder["spec.json"])
      _ = try file.spec()
      for profile in file.profileNames { _ = try file.spec(profile: profile) }
    }
    return decoded != nil
  }

  @Test func theCommittedSchemaIsWhatSpecsAreDecodedBy() throws {
    let committed = try Files.read(OtherProgram.root + "/Experiments/schema.json")
    #expect(
      String(decoding: committed, as: UTF8.self) == SpecSchema.text,
      "`make schema` writes it again")
  }

  @Test func everyKeyOfASpecIsInTheSchema() throws {
    let schema = try JSON.parse(SpecSchema.text, file: "schema")
    let properties = schema["$defs"]?["spec"]?["properties"]
    #expect(try properties?.asObject().map(\.key) == Spec.fields.map(\.name))
    #expect(schema["$defs"]?["profile"]?["properties"]?["extends"] == nil)
  }
}
