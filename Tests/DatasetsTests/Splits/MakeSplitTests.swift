import Basics
import Datasets
import Foundation
import TestSupport
import Testing

@Suite struct MakeSplitTests {
  func settings(
    _ method: SplitMethod, test: Double = 0.2, validation: Double = 0
  ) -> SplitSettings {
    var settings = SplitSettings()
    (settings.method, settings.test, settings.validation) = (method, test, validation)
    return settings
  }

  func keys(_ part: Interactions) -> [Int] {
    part.pairs.map { Int($0.0) * part.items + Int($0.1) }
  }

  /// Whatever the method, sizes, share and seed: disjoint, complete, reproducible, and the test
  /// part unmoved by carving a validation part.
  @Test(
    arguments: [SplitMethod.random, .randomPerUser, .leaveOneOut, .byTime, .byTimePerUser], 0..<12)
  func isDisjointCompleteAndReproducible(method: SplitMethod, round: Int) throws {
    var random = Random(seed: UInt64(round), stream: "split property")
    let data = tasteGroups(
      users: 4 + random.below(60), items: 8 + random.below(60), seed: UInt64(round))
    let share = 0.1 + 0.5 * random.uniformDouble()
    let validation = method == .leaveOneOut ? 1 : 0.1 + 0.5 * random.uniformDouble()
    let with = settings(method, test: share, validation: validation)
    let seed = random.next()
    let split = try makeSplit(data, feedback: .allRatings, settings: with, seed: seed)
    let all = keys(split.train) + keys(split.validation) + keys(split.test)
    #expect(Set(all).count == all.count)
    #expect(all.sorted() == data.events.map { Int($0.user) * data.items + Int($0.item) }.sorted())
    #expect(split.validation.count > 0)
    #expect([split.train, split.validation, split.test].allSatisfy { $0.users == data.users })
    #expect([split.train, split.validation, split.test].allSatisfy { $0.items == data.items })

    let again = try makeSplit(data, feedback: .allRatings, settings: with, seed: seed)
    #expect(again == split)
    let without = try makeSplit(
      data, feedback: .allRatings, settings: settings(method, test: share), seed: seed)
    #expect(without.test == split.test)
    #expect(without.validation.count == 0)
    #expect(without.train == split.trainAndValidation)
    #expect(without.digest != split.digest)
  }

  @Test(arguments: [SplitMethod.random, .randomPerUser])
  func seedsDiffer(method: SplitMethod) throws {
    let data = tasteGroups()
    let first = try makeSplit(data, feedback: .allRatings, settings: settings(method), seed: 1)
    let second = try makeSplit(data, feedback: .allRatings, settings: settings(method), seed: 2)
    #expect(first.test != second.test)
    var fixed = settings(method)
    fixed.seed = 1
    #expect(try makeSplit(data, feedback: .allRatings, settings: fixed, seed: 2) == first)
  }

  @Test func randomTakesTheShareOfAll() throws {
    let data = tasteGroups()
    let split = try makeSplit(
      data, feedback: .allRatings, settings: settings(.random, validation: 0.25), seed: 3)
    let tested = Int((0.2 * Double(data.events.count)).rounded())
    #expect(split.test.count == tested)
    let rest = data.events.count - tested
    #expect(split.validation.count == Int((0.25 * Double(rest)).rounded()))
  }

  /// Every interaction is equally likely to be tested.
  @Test func randomIsFair() throws {
    let data = tasteGroups(users: 10, items: 10, groups: 1, own: 1)
    var counts = [Int](repeating: 0, count: 100)
    for seed in 0..<2000 {
      let split = try makeSplit(
        data, feedback: .allRatings, settings: settings(.random), seed: UInt64(seed))
      for key in keys(split.test) { counts[key] += 1 }
    }
    // Mean 400, standard deviation 18.
    #expect(counts.allSatisfy { abs($0 - 400) < 90 }, "\(counts)")
  }

  @Test func randomPerUserTakesTheShareOfEach() throws {
    let data = tasteGroups()
    let split = try makeSplit(
      data, feedback: .allRatings, settings: settings(.randomPerUser, test: 0.5), seed: 1)
    for user in 0..<data.users {
      let total = split.train[user].count + split.test[user].count
      #expect(split.test[user].count == min(Int((0.5 * Double(total)).rounded()), total - 1))
    }
  }

  func events(_ events: [Event], users: Int = 2, items: Int = 4) -> Dataset {
    Dataset(
      name: "tiny", events: events, userIDs: (1...users).map(String.init),
      itemIDs: (1...items).map(String.init), digest: "")
  }

  @Test func refusesToTestNobody() {
    let lone = events([Event(user: 0, item: 0, time: 1), Event(user: 1, item: 1, time: 1)])
    for (method, share) in [(SplitMethod.random, 0.0), (.leaveOneOut, 0.2), (.randomPerUser, 0.9)] {
      let problem = #expect(throws: Problem.self) {
        try makeSplit(
          lone, feedback: .allRatings, settings: settings(method, test: share), seed: 1)
      }
      #expect(problem?.message.contains("leaves nobody to test") == true)
      #expect(problem?.kind == .data)
    }
    let problem = #expect(throws: Problem.self) {
      try makeSplit(lone, feedback: .allRatings, settings: settings(.random, test: 0.9), seed: 1)
    }
    #expect(problem?.message.contains("leaves nothing to learn from") == true)
  }

  /// What learns nothing needs nothing; of records nothing is that.
  @Test func allIsTestedWhereAllIsAskedFor() throws {
    let lone = events([Event(user: 0, item: 0, time: 1), Event(user: 1, item: 1, time: 1)])
    let all = settings(.random, test: 1)
    let split = try makeSplit(lone, feedback: .allRatings, settings: all, seed: 1)
    #expect(split.train.count == 0 && split.test.count == 2)
    #expect(throws: Problem.self) { try makeRecordSplit(lone, settings: all, seed: 1) }
  }

  @Test func feedbackComesFirst() throws {
    let data = tasteGroups()
    let split = try makeSplit(
      data, feedback: .ratingAtLeast(4), settings: settings(.random), seed: 1)
    let kept = data.events.filter { ($0.rating ?? 0) >= 4 }
    #expect(split.train.count + split.test.count == kept.count)
    #expect(kept.count < data.events.count)
  }

  /// Published split files, with their own separators and the data set's ids.
  @Test func readsSplitFiles() throws {
    try withTemporaryFolder { folder in
      let data = events([Event(user: 0, item: 0)])
      try folder.write("1::2::5\r\n2::3::4\r\n1::4::2\r\n", to: "train.dat")
      try folder.write("1 1\n", to: "valid.txt")
      try folder.write("2,1,3\n", to: "test.csv")
      var from = settings(.files)
      from.trainFile = folder["train.dat"]
      from.testFile = folder["test.csv"]
      from.validationFile = folder["valid.txt"]
      let split = try makeSplit(data, feedback: .allRatings, settings: from, seed: 1)
      #expect(keys(split.train) == [1, 3, 6])
      #expect(keys(split.validation) == [0])
      #expect(keys(split.test) == [4])

      from.validationFile = nil
      from.validation = 0.34
      let carved = try makeSplit(data, feedback: .allRatings, settings: from, seed: 1)
      #expect(carved.validation.count == 1 && carved.test == split.test)
      #expect(keys(carved.trainAndValidation) == [1, 3, 6])

      from.validation = 0
      let liked = try makeSplit(data, feedback: .ratingAtLeast(3), settings: from, seed: 1)
      #expect(keys(liked.train) == [1, 6])
    }
  }

  @Test(arguments: [
    ("1 2\n1 9\n", "train:2: the data set has no item \"9\""),
    ("3 2\n", "train:1: the data set has no user \"3\""),
    ("1 1\n2 1\n", "test:1: user 2, item 1 is in "),
  ])
  func refusesBadSplitFiles(train: String, message: String) throws {
    try withTemporaryFolder { folder in
      try folder.write(train, to: "train")
      try folder.write("2 1\n", to: "test")
      var from = settings(.files)
      from.trainFile = folder["train"]
      from.testFile = folder["test"]
      let problem = #expect(throws: Problem.self) {
        try makeSplit(
          events([Event(user: 0, item: 0)]), feedback: .allRatings, settings: from, seed: 1)
      }
      #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
    }
  }

  /// A sample is so many of the interactions, and part of every larger one of its seed.
  @Test func samplesAreNested() throws {
    let data = tasteGroups()
    func sample(_ count: Int?, seed: UInt64 = 1) throws -> Set<Int> {
      let split = try makeSplit(
        data, feedback: .allRatings, sample: count, settings: settings(.random), seed: seed)
      #expect(split.train.users == data.users && split.train.items == data.items)
      #expect(split.test.count == Int((0.2 * Double(count ?? data.events.count)).rounded()))
      return Set(keys(split.train) + keys(split.test))
    }
    let (few, more, all) = (try sample(50), try sample(200), try sample(nil))
    #expect(few.count == 50 && more.count == 200)
    #expect(few.isSubset(of: more) && more.isSubset(of: all))
    #expect(try sample(data.events.count) == all)
    #expect(try sample(50) == few && sample(50, seed: 2) != few)
  }

  /// Only what counts as an interaction is drawn.
  @Test func feedbackComesBeforeTheSample() throws {
    let data = tasteGroups()
    let liked = Set(
      data.events.filter { ($0.rating ?? 0) >= 4 }.map { Int($0.user) * data.items + Int($0.item) })
    let split = try makeSplit(
      data, feedback: .ratingAtLeast(4), sample: 100, settings: settings(.byTime), seed: 1)
    let sample = Set(keys(split.train) + keys(split.test))
    #expect(sample.count == 100 && sample.isSubset(of: liked))
    let problem = #expect(throws: Problem.self) {
      try makeSplit(
        data, feedback: .ratingAtLeast(4), sample: liked.count + 1, settings: settings(.random),
        seed: 1)
    }
    #expect(
      problem
        == .data(
          "taste-groups: a sample of \(liked.count + 1) cannot be drawn from \(liked.count)"
            + " interactions"))
  }
}
