import Basics
import Testing

@Suite struct NearestTests {
  static let models = ["random", "item-pop", "mf-bpr", "irgan", "cfgan", "ur-gan"]

  @Test(arguments: [
    ("itempop", "item-pop"), ("UR-GAN", "ur-gan"), ("cfgna", "cfgan"), ("bpr", "mf-bpr"),
    ("irgan", "irgan"), ("ramdom", "random"),
  ])
  func misspeltNamesFindTheirModel(name: String, expected: String) {
    #expect(nearest(name, among: Self.models) == expected)
  }

  @Test(arguments: ["transformer", "x", ""])
  func strangersFindNothing(name: String) {
    #expect(nearest(name, among: Self.models) == nil)
  }

  @Test func closerWinsOverEarlier() {
    #expect(
      nearest("generatorHiden", among: ["generatorHint", "generatorHidden"]) == "generatorHidden")
  }

  @Test func suggestionsListAllWhenNothingIsNear() {
    #expect(suggestion(for: "cfgn", among: ["cfgan"]) == "; did you mean \"cfgan\"?")
    #expect(suggestion(for: "zzzzzz", among: ["a", "b"]) == "; expected one of a, b")
    #expect(suggestion(for: "zzzzzz", among: []) == "")
  }
}
