import Basics
import Testing

@testable import Recommenders

@Suite struct RecommenderListTests {
  @Test func namesAreUniqueAndEveryEntrySaysWhatItIs() {
    let names = RecommenderList.all.map(\.name)
    #expect(Set(names).count == names.count)
    for type in RecommenderList.all {
      #expect(!type.summary.isEmpty && !type.source.isEmpty && type.algorithmVersion >= 1)
      for field in type.fields { #expect(!field.summary.isEmpty, "\(type.name): \(field.name)") }
    }
  }

  @Test func suggestsTheNearestName() {
    #expect(throws: Problem.usage("unknown recommender \"cfgna\"; did you mean \"cfgan\"?")) {
      try RecommenderList.named("cfgna")
    }
    #expect(
      throws: Problem.usage(
        "unknown recommender \"quantum\"; `reprise list models` names them all")
    ) { try RecommenderList.named("quantum") }
  }

  @Test(arguments: (RecommenderList.rankings + RecommenderList.clicks).map(\.name))
  func completedSettingsHoldEveryFieldAndStayAsTheyAre(_ name: String) throws {
    let type = try RecommenderList.named(name)
    let complete = try type.complete([:])
    // How neighbours that are equal are cut is said where it is not by index, what is held back where
    // anything is, what sequences are told besides where it is, and what ports of CFGAN do otherwise
    // where it is done.
    let unsaid =
      [NeighbourTies.key, HeldBack.key, "start", "userFeatures", "cell"]
      + PortOptions.fields.map(\.name) + SequenceMarks.fields.map(\.name)
    let fields = type.fields.map(\.name).filter { !unsaid.contains($0) }
    #expect(try complete.asObject().map(\.key) == fields)
    #expect(try type.complete(complete) == complete)
    #expect(throws: Problem.self) { try type.complete(["facters": 3]) }
  }

  @Test(arguments: ["item-knn", "user-knn", "p3alpha", "rp3beta"])
  func neighbourhoodsSayThatTheyShareAndNothingWhereTheyDoNot(_ name: String) throws {
    let type = try RecommenderList.named(name)
    #expect(try type.complete(["ties": "id"]) == type.complete([:]))
    #expect(try type.complete(["ties": "shared"])["ties"] == "shared")
  }
}
