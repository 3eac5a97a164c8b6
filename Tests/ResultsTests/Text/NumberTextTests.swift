import Basics
import Testing

@testable import Results

@Suite struct NumberTextTests {
  @Test func exactTextReadsBackAsTheSameBits() throws {
    var random = Random(seed: 5, stream: "numbers")
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard !value.isNaN else { continue }
      #expect(Double(NumberText.exact(value))?.bitPattern == value.bitPattern)
    }
    #expect(NumberText.exact(0.1) == "0.1" && NumberText.exact(3) == "3")
    #expect(NumberText.exact(-0.0) == "-0.0" && NumberText.exact(.nan) == "nan")
    #expect(NumberText.exact(nil) == "")
  }

  @Test(arguments: [
    (0.53453, "0.5345", "+0.5345"), (-0.12346, "−0.1235", "−0.1235"), (0, "0.0000", "+0.0000"),
    (-0.00001, "−1.0e−05", "−1.0e−05"), (8.4e-6, "8.4e−06", "+8.4e−06"),
    (1e-17, "0.0000", "+0.0000"),
    (57.123, "57.12", "+57.12"), (123_456.7, "123457", "+123457"),
    (943, "943", "+943"), (-12, "−12", "−12"), (9, "9.0000", "+9.0000"),
  ])
  func roundedTextIsForReaders(value: Double, rounded: String, signed: String) {
    #expect(NumberText.rounded(value) == rounded)
    #expect(NumberText.signed(value) == signed)
  }

  @Test(arguments: [(9, "9"), (0, "0"), (-3, "−3"), (1234, "1234"), (2.5, "2.5000")])
  func countsHaveNoDecimals(value: Double, text: String) {
    #expect(NumberText.counted(value) == text)
  }

  @Test func nothingAndNaNAreDashes() {
    #expect(NumberText.rounded(nil) == "–" && NumberText.signed(.nan) == "–")
  }
}
