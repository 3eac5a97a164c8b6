import Basics
import Datasets
import Testing

@Suite struct SplitSettingsTests {
  private func decode(_ text: String) throws -> SplitSettings {
    try SplitSettings(decoding: JSON.parse(text, file: "spec.json"))
  }

  @Test func decodesAndEncodes() throws {
    let settings = try decode(
      #"{"method": "by-time", "test": 0.25, "validation": 0.1, "seed": 7}"#)
    #expect(settings.method == .byTime && settings.test == 0.25)
    #expect(settings.validation == 0.1 && settings.seed == 7)
    #expect(try SplitSettings(decoding: settings.encoded()) == settings)
    #expect(try decode("{}") == SplitSettings())
    #expect(try decode(#"{"method": "leave-one-out", "validation": 1}"#).validation == 1)
    #expect(try decode(#"{"method": "files", "trainFile": "a", "testFile": "b"}"#).testFile == "b")
  }

  @Test(arguments: [
    "{}", #"{"method": "random-per-user", "validation": 0.1}"#,
    #"{"method": "by-time", "seed": 3}"#,
    #"{"method": "leave-one-out"}"#, #"{"method": "leave-one-out", "validation": 1}"#,
    #"{"method": "files", "trainFile": "a", "testFile": "b"}"#,
    #"{"method": "files", "trainFile": "a", "testFile": "b", "validation": 0.1}"#,
    #"{"method": "published", "name": "u1"}"#,
    #"{"method": "published", "name": "u1", "validation": 0.1, "seed": 2}"#,
    #"{"method": "published", "folds": ["u1", "u2"]}"#,
    #"{"method": "files", "trainFile": "a", "testFile": "b", "validationFile": "c"}"#,
  ])
  func whatIsEncodedDecodesAgain(text: String) throws {
    let settings = try decode(text)
    let again = try decode(settings.encoded().canonicalText)
    #expect(again == settings)
    #expect(again.encoded() == settings.encoded())
  }

  /// A finished trial is found by the hash of this text.
  @Test func theTextOfARandomSplitStays() throws {
    #expect(
      try decode("{}").encoded().canonicalText
        == #"{"method":"random","seed":null,"test":0.2,"testFile":null,"trainFile":null,"#
        + #""validation":0,"validationFile":null}"#)
  }

  @Test(arguments: [
    (#"{"test": null}"#, "a number"), (#"{"validation": null}"#, "a number"),
    (#"{"method": "randon"}"#, "random"), (#"{"test": 1.5}"#, "0"), (#"{"tests": 0.2}"#, "test"),
    (#"{"method": "leave-one-out", "test": 0.2}"#, "leave-one-out"),
    (#"{"method": "leave-one-out", "validation": 0.5}"#, "0 or 1"),
    (#"{"validation": 1}"#, "nothing to learn"), (#"{"seed": -1}"#, "0"),
    (#"{"method": "files", "trainFile": "a"}"#, "testFile"),
    (#"{"method": "files", "trainFile": "a", "testFile": "b", "test": 0.2}"#, "test"),
    (
      #"{"method": "files", "trainFile": "a", "testFile": "b", "validationFile": "c", "validation": 0.1}"#,
      "validationFile"
    ),
    (#"{"testFile": "b"}"#, "random"), (#"{"name": "u1"}"#, "random"),
    (#"{"method": "published"}"#, "name"), (#"{"folds": ["u1", "u2"]}"#, "random"),
    (#"{"method": "published", "folds": ["u1"]}"#, "one split is a \"name\""),
    (#"{"method": "published", "folds": ["u1", "u1"]}"#, "\"u1\" is given twice"),
    (#"{"method": "published", "name": "u1", "folds": ["u1", "u2"]}"#, "beside \"folds\""),
    (#"{"method": "published", "name": "u1", "test": 0.2}"#, "test"),
    (#"{"method": "published", "name": "u1", "trainFile": "a"}"#, "published"),
  ])
  func refusesWhatWouldNotBeUsed(text: String, mention: String) {
    let problem = #expect(throws: Problem.self) { try decode(text) }
    #expect(problem?.message.contains(mention) == true, "\(String(describing: problem))")
    #expect(problem?.message.hasPrefix("spec.json:1:") == true)
  }
}
