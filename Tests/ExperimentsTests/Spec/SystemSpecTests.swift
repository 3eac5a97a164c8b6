import Basics
import Experiments
import Testing

@Suite struct SystemSpecTests {
  @Test func theGridIsWalkedLastAxisFastest() throws {
    let system = try specPatched().systems[1]
    let points = try system.configurations().map { $0.point.map(\.value) }
    #expect(
      points == [[8, 0.1], [8, 0.2], [16, 0.1], [16, 0.2], [32, 0.1], [32, 0.2]])
  }

  @Test func aConfigurationHoldsEverySetting() throws {
    let system = try specPatched().systems[1]
    let settings = try system.configurations()[3].settings
    #expect(settings["factors"] == 16)
    #expect(settings["learningRate"] == 0.2)
    #expect(try settings.asObject().map(\.key) == system.recommender.fields.map(\.name))
  }

  @Test func writingADefaultOutChangesNothing() throws {
    let fields = try specPatched().systems[1].recommender.fields
    let standard = try #require(fields.first { $0.name == "factors" }?.standard)
    let text = #"""
      {"tables": null, "systems": [{"label": "A", "recommender": "mf-bpr"},
        {"label": "B", "recommender": "mf-bpr", "settings": {"factors": \#(standard.canonicalText)}}]}
      """#
    let settings = try specPatched(text).systems.map {
      try $0.configurations()[0].settings.canonicalText
    }
    #expect(settings[0] == settings[1])
  }

  @Test func noGridIsOneConfiguration() throws {
    let all = try specPatched().systems[0].configurations()
    #expect(all.count == 1 && all[0].point.isEmpty)
  }

  @Test func hugeGridsAreRefusedBeforeTheyAreBuilt() {
    let axis = (1...4096).map(String.init).joined(separator: ",")
    let rates = (1...100).map { "\(Double($0) / 100)" }.joined(separator: ",")
    let problem = #expect(throws: Problem.self) {
      try specPatched(
        #"{"systems": [{"label": "A", "recommender": "mf-bpr", "grid": {"factors": [\#(axis)], "learningRate": [\#(rates)]}}]}"#
      )
    }
    #expect(
      problem?.message.hasSuffix(
        "systems[0].grid.learningRate: the grid has more than 10000 combinations") == true)
  }
}
