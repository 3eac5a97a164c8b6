import Basics
import Testing

@Suite struct JSONWriterTests {
  @Test func canonicalTextSortsAndHasNoSpaces() {
    let json: JSON = ["b": [1, 2.5], "a": ["z": .null, "y": true], "B": "q\"\\\n\u{1}é"]
    #expect(
      json.canonicalText == #"{"B":"q\"\\\n\u0001é","a":{"y":true,"z":null},"b":[1,2.5]}"#)
  }

  @Test(arguments: [
    (1, "1"), (0.1, "0.1"), (-0.0, "-0.0"), (1e-5, "1e-05"), (1e22, "1e+22"),
    (9_007_199_254_740_991, "9007199254740991"), (0.1 + 0.2, "0.30000000000000004"),
    (.nan, "null"), (.infinity, "null"), (.leastNonzeroMagnitude, "5e-324"),
  ])
  func numbersAreShortestAndReadBack(number: Double, expected: String) throws {
    #expect(JSON.text(of: number) == expected)
    if number.isFinite {
      let back = try JSON.parse(expected, file: "a").asNumber()
      #expect(back.bitPattern == number.bitPattern)
    }
  }

  @Test func wholeNumbersHashAlikeHoweverWritten() throws {
    let a = try JSON.parse(#"{"x": 5.0, "y": 1e2}"#, file: "a")
    #expect(a.canonicalText == #"{"x":5,"y":100}"#)
  }

  @Test func prettyTextBreaksOnlyWhatIsLong() throws {
    let long = JSON.array((0..<40).map { .integer($0 * 1000) })
    let json: JSON = ["b": 1, "a": [1, 2], "long": long, "o": ["k": "v"]]
    let lines = json.prettyText.split(separator: "\n")
    #expect(lines[1] == "  \"b\": 1,")
    #expect(lines[2] == "  \"a\": [1, 2],")
    #expect(lines[4] == "    0,")
    #expect(lines.last == "}")
    #expect(lines.contains("  \"o\": {\"k\": \"v\"}"))
    #expect(json.prettyText.hasSuffix("}\n"))
    #expect(try JSON.parse(json.prettyText, file: "a") == json)
  }
}
