import Schema
import Testing

@testable import Recommenders

@Suite struct RecommenderListTests {
  @Test func `names are unique and every entry says what it is`() {
    let names = RecommenderList.all.map(\.name)
    #expect(Set(names).count == names.count)
    for type in RecommenderList.all {
      #expect(!type.summary.isEmpty && !type.source.isEmpty && type.algorithmVersion >= 1)
      for field in type.fields { #expect(!field.summary.isEmpty, "\(type.name): \(field.name)") }
    }
  }

  @Test func `suggests the nearest name`() {
    #expect(throws: Problem.usage("unknown recommender \"cfgna\"; did you mean \"cfgan\"?")) {
      try RecommenderList.named("cfgna")
    }
    #expect(
      throws: Problem.usage(
        "unknown recommender \"transformer\"; `reprise list models` names them all")
    ) { try RecommenderList.named("transformer") }
  }

  @Test(arguments: RecommenderList.all.map(\.name))
  func `completed settings hold every field and stay as they are`(_ name: String) throws {
    let type = try RecommenderList.named(name)
    let complete = try type.complete([:])
    #expect(try complete.asObject().map(\.key) == type.fields.map(\.name))
    #expect(try type.complete(complete) == complete)
    #expect(throws: Problem.self) { try type.complete(["facters": 3]) }
  }
}
