import Basics
import Testing

@Suite struct JSONMergePatchTests {
  /// The examples of RFC 7396, appendix A.
  @Test(arguments: [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, #"null"#, #"null"#),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
    (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ])
  func examplesOfTheRFC(base: String, patch: String, expected: String) throws {
    let base = try JSON.parse(base, file: "base")
    let patch = try JSON.parse(patch, file: "patch")
    #expect(base.merging(patch: patch) == (try JSON.parse(expected, file: "expected")))
  }

  @Test func everyPartKeepsItsPosition() throws {
    let base = try JSON.parse("{\"a\": {\"b\": 1,\n \"c\": 2}}", file: "base")
    let patch = try JSON.parse("{\"a\": {\n\n\"c\": 3}}", file: "patch")
    let merged = try base.merging(patch: patch).member("a")
    #expect(try merged.member("b").position?.description == "base:1:13")
    #expect(try merged.member("c").position?.description == "patch:3:6")
    #expect(try merged.asObject()[1].keyPosition?.description == "patch:3:1")
    #expect(merged.position?.file == "base")
  }
}
