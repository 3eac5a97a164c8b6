import Basics
import Datasets
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Recommenders

/// What every recommender of the list has to do, with the settings of `Subject.all`.
@Suite struct ConformanceTests {
  @Test(arguments: RecommenderList.rankings.map(\.name))
  func isOnTrialHere(_ name: String) {
    #expect(Subject.all.contains { $0.recommender == name }, "add a Subject for \(name)")
  }

  @Test(arguments: Subject.all)
  func findsThePlantedPatternAsFarAsItCan(_ subject: Subject) throws {
    let split = try Planted.split()
    let precision = try Metric("precision@5")
    let trained = try subject.trained(Planted.data(), epochs: subject.epochs)
    let report = try Evaluator(metrics: [precision], masked: split.train, heldOut: split.test)
      .evaluate { trained.scores(of: $0, into: $1) }
    #expect(subject.precision.contains(report[precision]), "precision@5 is \(report[precision])")
  }

  @Test(arguments: Subject.all)
  func repeatsItselfForTheSameSeedAndOnlyForIt(_ subject: Subject) throws {
    let data = try Planted.data()
    let (users, items) = (data.interactions.users, data.interactions.items)
    let first = try subject.trained(data, seed: 5, epochs: 3)
    let again = try subject.trained(data, seed: 5, epochs: 3)
    let other = try subject.trained(data, seed: 6, epochs: 3)
    #expect(try differences(first.state, again.state).isEmpty)
    let scores = first.scores(of: 0..<users, items: items)
    #expect(identical(scores, again.scores(of: 0..<users, items: items)))
    let same = identical(scores, other.scores(of: 0..<users, items: items))
    #expect(same == !subject.dependsOnSeed)
  }

  @Test(arguments: Subject.learners)
  func everyEpochChangesTheState(_ subject: Subject) throws {
    let made = try subject.trained(Planted.data(), epochs: 0)
    for _ in 0..<3 {
      let before = try made.state
      let losses = made.trainEpoch()
      #expect(!losses.isEmpty && losses.allSatisfy { $0.value.isFinite && !$0.name.isEmpty })
      let changed = try differences(made.state, before)
      #expect(changed.contains { $0.hasPrefix("parameters/") })
      #expect(changed.contains { $0.hasPrefix("random/") } == subject.drawsInEpochs)
    }
  }

  /// The restored one starts from another seed, so nothing may be left out of the state.
  @Test(arguments: Subject.learners)
  func goesOnFromAStateAsIfNothingHadHappened(_ subject: Subject) throws {
    let data = try Planted.data()
    let (users, items) = (data.interactions.users, data.interactions.items)
    let original = try subject.trained(data, epochs: 3)
    let restored = try subject.make(data, seed: 99)
    _ = restored.scores(of: 0..<users, items: items)
    try restored.restore(original.state)
    #expect(try differences(restored.state, original.state).isEmpty)
    for _ in 0..<5 {
      #expect(
        identical(
          original.scores(of: 0..<users, items: items),
          restored.scores(of: 0..<users, items: items)))
      #expect(original.trainEpoch() == restored.trainEpoch())
      #expect(try differences(original.state, restored.state).isEmpty)
    }
  }

  @Test(arguments: Subject.all.filter { $0.epochs == 0 })
  func whatIsFittedOnceSurvivesItsStateToo(_ subject: Subject) throws {
    let data = try Planted.data()
    let original = try subject.make(data)
    let restored = try subject.make(data)
    try restored.restore(original.state)
    #expect(
      identical(
        original.scores(of: 0..<20, items: data.interactions.items),
        restored.scores(of: 0..<20, items: data.interactions.items)))
  }

  /// The runner's blocks are always the same, and so are its bits. In another block a matrix
  /// product may be rounded otherwise: on processors without AVX-512 the order in which OpenBLAS
  /// adds depends on the number of rows.
  @Test(arguments: Subject.all)
  func scoresEveryUserOnceWhateverTheBlock(_ subject: Subject) throws {
    let data = try Planted.data()
    let (users, items) = (data.interactions.users, data.interactions.items)
    let trained = try subject.trained(data, epochs: 3)
    let whole = trained.scores(of: 0..<users, items: items)
    #expect(areFinite(whole))
    let bound = 4 * Float.ulpOfOne * (whole.map(abs).max() ?? 0)
    for size in [1, 3, 7, 59] {
      for start in stride(from: 0, to: users, by: size) {
        let block = start..<min(start + size, users)
        let part = trained.scores(of: block, items: items)
        let same = whole[block.lowerBound * items..<block.upperBound * items]
        #expect(zip(part, same).allSatisfy { abs($0 - $1) <= bound })
      }
    }
  }

  private static let pairModels = ["gmf", "mlp", "neumf"]

  @Test(arguments: Subject.all.filter { pairModels.contains($0.recommender) })
  func scoresOfSomeItemsAreThoseOfAll(_ subject: Subject) throws {
    let data = try Planted.data()
    let items = data.interactions.items
    let trained = try #require(try subject.trained(data, epochs: 2) as? any ItemScorer)
    let some = (0..<300).map { Int32($0 * 7 % items) }
    for user in [3, 0, 17] {
      let whole = trained.scores(of: user..<user + 1, items: items)
      let bound = 4 * Float.ulpOfOne * (whole.map(abs).max() ?? 0)
      var own = [Float](repeating: .nan, count: some.count)
      own.withUnsafeMutableBufferPointer { trained.scores(of: user, among: some, into: $0) }
      #expect(zip(some, own).allSatisfy { abs(whole[Int($0)] - $1) <= bound })
    }
  }

  @Test func modelsOfPairsAndNoOthersScoreSomeItems() throws {
    let scorers = try Subject.all.filter { try $0.make(Planted.data()) is any ItemScorer }
    #expect(Set(scorers.map(\.recommender)) == Set(Self.pairModels))
  }

  @Test(arguments: Subject.learners)
  func scoringAndObservingBetweenEpochsChangeNothing(_ subject: Subject) throws {
    let data = try Planted.data()
    let (users, items) = (data.interactions.users, data.interactions.items)
    let quiet = try subject.trained(data, epochs: 4)
    let watched = try subject.make(data)
    for epoch in 0..<4 {
      _ = watched.scores(of: epoch..<users, items: items)
      _ = watched.trainEpoch()
      _ = watched.scores(of: 0..<epoch + 1, items: items)
      _ = watched.observations
    }
    #expect(try differences(quiet.state, watched.state).isEmpty)
    #expect(quiet.observations == watched.observations)
    let restored = try subject.make(data, seed: 99)
    try restored.restore(quiet.state)
    #expect(restored.observations == quiet.observations)
  }

  @Test(arguments: Subject.all)
  func countsItsParametersAsTheStateHoldsThem(_ subject: Subject) throws {
    let made = try subject.make(Planted.data())
    let values = try made.state.tensors.filter { $0.key.hasPrefix("parameters/") }
    #expect(made.parameterCount == values.reduce(0) { $0 + $1.value.values.count })
    #expect(made.parameterCount > 0 || subject.recommender == "random")
  }

  @Test(arguments: Subject.all)
  func refusesAStateThatLacksSomethingOrHasAnotherShape(_ subject: Subject) throws {
    let made = try subject.trained(Planted.data(), epochs: 1)
    let good = try made.state
    for (name, tensor) in good.tensors {
      var bad = good
      bad.tensors[name] = nil
      #expect(throws: StateError.missing(name)) { try made.restore(bad) }
      let shape = [tensor.values.count, 1, 1]
      bad.tensors[name] = State.Array(shape: shape, values: tensor.values)
      #expect(throws: StateError.shape(name: name, expected: tensor.shape, found: shape)) {
        try made.restore(bad)
      }
    }
    for (name, words) in good.counters {
      var bad = good
      bad.counters[name] = nil
      #expect(throws: StateError.missing(name)) { try made.restore(bad) }
      bad.counters[name] = words + [1]
      #expect(throws: StateError.self) { try made.restore(bad) }
      guard name.hasPrefix("random/") else { continue }
      bad.counters[name] = [0, 0, 0, 0]
      #expect(throws: StateError.self) { try made.restore(bad) }
    }
    try made.restore(good)
    #expect(try differences(made.state, good).isEmpty)
  }

  @Test(arguments: Subject.all, ["one user, one item", "empty rows", "all items", "one column"])
  func livesThroughOddData(_ subject: Subject, _ shape: String) throws {
    let interactions: Interactions =
      switch shape {
      case "one user, one item": Interactions(users: 1, items: 1, pairs: [(0, 0)])
      case "empty rows": Interactions(users: 5, items: 4, pairs: [(1, 0), (1, 2), (3, 2)])
      case "all items":
        Interactions(users: 3, items: 4, pairs: [(0, 0), (0, 1), (0, 2), (0, 3), (2, 1)])
      default: Interactions(users: 4, items: 1, pairs: [(0, 0), (2, 0)])
      }
    let (users, items) = (interactions.users, interactions.items)
    let kinds = Feature(
      name: "kind", vocabulary: ["a", "b", "nobody's"],
      indices: (0..<items).map { $0 == 2 ? [] : [$0 % 2] })
    let events = interactions.pairs.enumerated().map { place, pair in
      Event(user: pair.0, item: pair.1, time: Timestamp(seconds: Int64(100 - place)))
    }
    let data = TrainingData(
      interactions: interactions, itemFeatures: [kinds, Planted.parity(items)], events: events)
    let trained = try subject.trained(data, epochs: 4)
    #expect(areFinite(trained.scores(of: 0..<users, items: items)))
    #expect(areFinite(trained.scores(of: users - 1..<users, items: items)))
    for tensor in try trained.state.tensors.values { #expect(areFinite(tensor.values)) }
    #expect(trained.observations.allSatisfy { $0.value.isFinite })
  }
}
