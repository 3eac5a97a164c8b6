import Basics
import Datasets
import Recommenders
import TestSupport
import Testing

@testable import Experiments

@Suite struct PipelineTests {
  /// Six users with 1, 1, 2, 8, 9 and no training events, a day apart.
  private let dataset: Dataset = {
    let counts = [1, 1, 2, 8, 9, 0]
    let events = counts.enumerated().flatMap { user, count in
      (0..<count).map {
        Event(
          user: Int32(user), item: Int32($0), time: Timestamp(seconds: Int64($0) * 86_400))
      }
    }
    return Dataset(
      name: "six", events: events + [Event(user: 5, item: 0), Event(user: 0, item: 9)],
      userIDs: (0..<6).map { "u\($0)" }, itemIDs: (0..<10).map { "i\($0)" },
      userFeatures: [Feature(name: "age", values: [[], [], [], [], [], []])], digest: "")
  }()

  /// The last two events are tested.
  private var split: Split {
    func part(_ events: [Event]) -> Interactions {
      Interactions(users: 6, items: 10, pairs: events.map { ($0.user, $0.item) })
    }
    let (train, test) = (Array(dataset.events.dropLast(2)), Array(dataset.events.suffix(2)))
    return Split(
      train: part(train), validation: part([]), test: part(test),
      trainPart: SplitPart(events: train), testPart: SplitPart(events: test))
  }

  private func pipeline(_ steps: String) throws -> Pipeline {
    var pipeline = Pipeline()
    pipeline.steps = try JSON.parse(steps, file: "steps").asArray().map { json throws(Problem) in
      try StepSpec(decoding: json)
    }
    return pipeline
  }

  private func result(_ steps: String, seed: UInt64 = 1) throws -> PipelineResult {
    try pipeline(steps).result(of: split, for: .reporting, in: dataset, seed: seed)
  }

  private let clusters = """
    [{"step": "features", "features": ["events"]},
     {"step": "k-means", "from": 2, "to": 3, "runs": 5, "spread": "centroid", "feature": "kind"}]
    """

  @Test func theClusterIsAFeatureOfWhoHasTrainingEvents() throws {
    let result = try result(clusters)
    #expect(result.features.map(\.name) == ["kind"])
    // {1, 1, 2} and {8, 9}: spreads 4/9 and 1/2, centres 43/6 apart.
    let table = result.tables[1]
    #expect(table.name == "2-k-means")
    #expect(table.rows.map { $0[0] } == [2, 3])
    guard case .number(let index) = table.rows[0][1].value else { return #expect(Bool(false)) }
    #expect(abs(index - (4.0 / 9 + 0.5) / (43.0 / 6)) < 1e-12)
    #expect(table.rows[0][2] == .number(2.0 / 3 + 0.5))
    // {1, 1}, {8, 9} and {2}, by size: spreads 0, 1/2, 0, centres 7.5 and 6.5 from 8.5.
    guard case .number(let better) = table.rows[1][1].value else { return #expect(Bool(false)) }
    #expect(abs(better - (0.5 / 7.5 + 2 * 0.5 / 6.5) / 3) < 1e-12)
    #expect(result.features[0].vocabulary == ["1", "2", "3"])
    #expect((0..<6).map { Array(result.features[0].values[$0]) } == [[0], [0], [2], [1], [1], []])
    #expect(
      result.summaries == [
        "kind: K-means, k = 3 of 2 to 3 by the least Davies–Bouldin index (centroid), of events"
      ])
    #expect(result.tables[2].rows.map { $0[1] } == [2, 2, 1])
  }

  @Test func nothingOfTheTestPartIsSeen() throws {
    // With its tested event the first user would have two, and the last one would be there.
    let table = try result(#"[{"step": "features", "features": ["events"]}]"#).tables[0]
    #expect(table.rows == [["events", "|{e}|", 1, 4.2, 9]])
    #expect(table.notes == ["Counted of 21 training events of 5 of 6 users"])
  }

  @Test func theSameSeedFindsTheSame() throws {
    let steps = clusters.replacing("\"runs\": 5", with: "\"runs\": 1, \"start\": \"k-means++\"")
    #expect(try result(steps).tables == result(steps).tables)
    #expect(try (1...20).contains { try result(steps, seed: $0).tables != result(steps).tables })
  }

  @Test func scaledAttributesAreFittedAndIntegrated() throws {
    let steps = """
      [{"step": "features", "features": ["events", "items", "span", "recency"]}, {"step": "min-max"},
       {"step": "integration", "threshold": 0.99}]
      """
    let tables = try result(steps).tables
    #expect(tables[1].rows[0] == ["events", 1, 9, "[0, 1]"])
    #expect(
      tables[2].rows.map { $0[1] } == [
        "stays", "left out for events", "left out for events", "left out for events",
      ])
    #expect(tables[2].rows[0][2] == 1)
  }

  @Test func aFeatureOfTheDataKeepsItsName() throws {
    let steps = clusters.replacing("\"kind\"", with: "\"age\"")
    #expect(
      throws: Problem.usage(
        "pipeline, step 2 (k-means): six: has a user attribute \"age\" already; expected another"
          + " \"feature\"")
    ) { try result(steps) }
  }

  @Test func usersWhoAreAlikeHaveNoClusters() throws {
    let steps = clusters.replacing("\"events\"]", with: "\"count(x)\"]")
    #expect(throws: Problem.self) { try result(steps) }
    var alike = PipelineState(dataset: dataset, events: [], seed: 1)
    alike.table = UserTable(
      users: [0, 1, 2],
      attributes: [UserTable.Attribute(name: "one", formula: "1", values: [1, 1, 1])])
    #expect(throws: Problem.data("six: no k gives two clusters: all users are alike")) {
      var step = KMeansStep()
      step.to = 3
      _ = try step.apply(to: &alike)
    }
    alike.table = UserTable(users: [0, 1, 2], attributes: [])
    #expect(throws: Problem.data("six: no attribute is left")) {
      _ = try KMeansStep().apply(to: &alike)
    }
  }

  @Test func onlyWhoAsksIsToldAndHasItInTheIdentity() throws {
    let type = try #require(RecommenderList.all.first { $0.name == "cfgan" })
    let pipeline = try pipeline(clusters)
    func training(_ settings: JSON, _ pipeline: Pipeline) throws -> Training {
      TrialContent(
        type, try type.complete(settings), seed: 1, .reporting, TrainingSettings(), DataSettings(),
        pipeline, dataDigest: "", splitDigest: ""
      ).training
    }
    let (plain, told): (JSON, JSON) = (
      ["rows": "users"], ["rows": "users", "userFeatures": ["kind"]]
    )
    #expect(try training(plain, pipeline).hash == training(plain, Pipeline()).hash)
    #expect(try training(plain, pipeline).encoded()["pipeline"] == nil)
    #expect(try training(told, pipeline).hash != training(told, Pipeline()).hash)
    let other = try self.pipeline(clusters.replacing("\"to\": 3", with: "\"to\": 4"))
    #expect(try training(told, pipeline).hash != training(told, other).hash)
    let decoded = try Training(decoding: training(told, pipeline).encoded())
    #expect(decoded.pipeline == pipeline)
  }

  @Test func whatIsKeptIsFoundAgain() throws {
    let pipeline = try pipeline(clusters)
    let found = try result(clusters)
    var facts = PipelineFacts()
    (facts.settings, facts.digest, facts.pipeline) = (.object([]), "d", pipeline)
    var one = PipelineFacts.Found()
    (one.seed, one.tables, one.summaries) = (1, found.tables, found.summaries)
    facts.found = [one]
    try withTemporaryFolder { folder in
      facts.keep(results: folder.path)
      var data = DataFacts()
      data.digest = "d"
      #expect(
        PipelineFacts.kept(pipeline, of: data, seeds: [1], results: folder.path) == facts)
      #expect(
        PipelineFacts.kept(pipeline, of: data, seeds: [1, 2], results: folder.path) == nil)
      data.digest = "e"
      #expect(PipelineFacts.kept(pipeline, of: data, seeds: [1], results: folder.path) == nil)
    }
  }
}
