import Basics
import Testing

@testable import Recommenders

/// What systems are estimated to take: of every one of the list something, and more where there is
/// more.
@Suite struct EstimateTests {
  private static func numbers(_ estimate: Estimate) -> [Double] {
    let work = [
      estimate.making, estimate.epoch, estimate.look, estimate.one, estimate.observing,
    ].flatMap { [$0.products, $0.doubles, $0.bytes, $0.steps] }
    return work + [
      estimate.held, estimate.whileMade, estimate.whileScoring, estimate.whileObserved,
      estimate.saved, estimate.copied, estimate.peak(evaluation: 0),
    ]
  }

  private static func expectSound(_ estimate: Estimate, epochs: Bool) {
    #expect(numbers(estimate).allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(estimate.one.steps + estimate.one.products + estimate.one.bytes > 0)
    if epochs { #expect(estimate.epoch.steps > 0 && estimate.peak(evaluation: 0) > 0) }
  }

  @Test(arguments: Subject.all)
  func ofARankingItIsFiniteAndPositive(_ subject: Subject) throws {
    let type = try subject.type()
    Self.expectSound(
      try type.estimate(type.complete(subject.settings), RankingSizes(Planted.data())),
      epochs: type.learnsByEpochs)
  }

  @Test(arguments: RecommenderList.clicks)
  func ofClicksItIsFiniteAndPositive(_ type: RecommenderType) throws {
    let settings = ClickConformanceTests.subjects.first { $0.name == type.name }?.settings ?? [:]
    Self.expectSound(
      try type.estimate(
        type.complete(settings), RecordSizes(PlantedClicks.records(), learned: 900)),
      epochs: type.learnsByEpochs)
  }

  /// Everything that is kept and done, of the first system of each list entry.
  private func load(_ type: RecommenderType, _ settings: JSON, _ sizes: RankingSizes) throws
    -> [Double]
  {
    let estimate = try type.estimate(type.complete(settings), sizes)
    let whole = estimate.making + estimate.epoch + estimate.look + estimate.one
    return [
      estimate.peak(evaluation: 0), whole.products + whole.doubles + whole.bytes + whole.steps,
    ]
  }

  @Test(arguments: RecommenderList.rankings)
  func itGrowsWithUsersItemsAndInteractions(_ type: RecommenderType) throws {
    let settings = Subject.all.first { $0.recommender == type.name }?.settings ?? [:]
    let small = RankingSizes(users: 1000, items: 800, interactions: 20_000)
    let before = try load(type, settings, small)
    for larger in [
      RankingSizes(users: 4000, items: 800, interactions: 80_000),
      RankingSizes(users: 1000, items: 3200, interactions: 80_000),
      RankingSizes(users: 1000, items: 800, interactions: 60_000),
    ] {
      let after = try load(type, settings, larger)
      #expect(zip(after, before).allSatisfy { $0 >= $1 }, "\(type.name): \(after) after \(before)")
    }
    let vast = RankingSizes(users: .max, items: .max, interactions: .max)
    #expect(try load(type, settings, vast)[0] >= before[0])
  }

  @Test(arguments: [
    ("mf-bpr", "factors", 16, 4096), ("ials", "factors", 16, 4096),
    ("pure-svd", "factors", 8, 500), ("user-knn", "neighbours", 5, 500),
    ("gmf", "negatives", 2, 200), ("irgan", "factors", 5, 500), ("gru-nr", "width", 8, 512),
    ("cfgan", "generatorSteps", 1, 900), ("cgan", "noiseDraws", 2, 100_000),
    ("pd-gan", "samples", 2, 1000), ("preference-graph", "hidden", 8, 4096),
  ])
  func itGrowsWithASetting(_ name: String, _ setting: String, _ few: Int, _ many: Int) throws {
    let sizes = RankingSizes(users: 1000, items: 800, interactions: 20_000)
    func load(_ value: Int) throws -> [Double] {
      try self.load(RecommenderList.named(name), .object([(setting, .integer(value))]), sizes)
    }
    let (before, after) = (try load(few), try load(many))
    #expect(after[0] >= before[0] && after[1] >= before[1] && after != before)
  }

  @Test func easeHoldsAllPairsOfItemsThriceOverInSingleAndDoublePrecision() {
    let sizes = RankingSizes(users: 40_226, items: 54_542, interactions: 354_000)
    let estimate = EASE.estimate(EASE.Options(), sizes)
    #expect(estimate.peak(evaluation: 0) >= 12 * 54_542 * 54_542)
    #expect(estimate.largest == "54,542 items squared")
  }
}
