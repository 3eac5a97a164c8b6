import Basics
import Datasets
import Engine
import TestSupport
import Testing

@testable import Recommenders

/// What a sequence model may see of the item that it is to tell.
@Suite struct SequenceModelTests {
  /// Two users with items 0 … 5 in an order that repeats nothing, times 0, 1, …
  private static let sequences: Sequences = {
    let rows: [[Int32]] = [[0, 1, 2, 3, 4], [5, 3, 1, 0]]
    let events = rows.enumerated().flatMap { user, items in
      items.enumerated().map { time, item in
        Event(
          user: Int32(user), item: item, time: Timestamp(nanoseconds: Int64(time) * 1_000_000_000))
      }
    }
    let interactions = Interactions(
      users: 2, items: 6, pairs: events.map { ($0.user, $0.item) })
    return Sequences(interactions, events: events)!
  }()

  private static func input(_ form: SequenceForm) -> SequenceInput {
    SequenceInput(
      sequences, examples: 2, maxLength: 4, form, mask: 6, maskShare: 0.4, reversals: [false, true])
  }

  /// The states of all rows, whatever is to be told, by fresh weights.
  private static func states(_ form: SequenceForm, _ change: (SequenceInput) -> Void = { _ in })
    -> (input: SequenceInput, rows: [[Float]])
  {
    var options = SequenceOptions()
    (options.width, options.hidden, options.deviation) = (8, 8, 1)
    let store = ParameterStore(player: "p", seed: 3)
    let input = input(form)
    let layers = SequenceLayers(
      options, items: 7, maxLength: 4, form, ways: form == .causal ? 1 : 2, head: .linear, in: store
    )
    let program = Program(layers.states(input, nil))
    var random = Random(seed: 4, stream: "masks")
    let examples = (0..<2).map { user in
      SequencePrefix(
        user: user, count: sequences[user].count - (form == .cloze ? 0 : 1))
    }
    input.fill(examples[...], learning: &random)
    change(input)
    program.forward()
    let rows = (0..<input.predicted.count).map { row in
      (0..<8).map { program.output.value[8 * row + $0] }
    }
    return (input, rows)
  }

  @Test func everyPlaceTellsTheNextItem() {
    let input = Self.states(.causal).input
    #expect((0..<7).map { input.items.values[$0] } == [0, 1, 2, 3, 5, 3, 1])
    #expect((0..<7).map { input.targets.values[$0] } == [1, 2, 3, 4, 3, 1, 0])
    // Places are counted from the newest.
    #expect((0..<7).map { input.positions.values[$0] } == [0, 1, 2, 3, 1, 2, 3])
    #expect(input.owners == [0, 0, 0, 0, 1, 1, 1])
  }

  /// Of a prefix the last place alone, and it tells what follows.
  @Test func onlyTheLastPlaceTells() {
    let input = Self.states(.lastOnly).input
    #expect(input.predicted.count == 2)
    #expect((0..<2).map { input.predicted.values[$0] } == [3, 6])
    #expect((0..<2).map { input.targets.values[$0] } == [4, 0])
  }

  /// An item that comes later changes no state of a causal model, and does of a leaky one.
  @Test(arguments: [SequenceForm.causal, .leaky]) func whatComesLater(form: SequenceForm) {
    let before = Self.states(form).rows
    let after = Self.states(form) { $0.items.values[2] = 4 }.rows
    let changed = Set(before.indices.filter { before[$0] != after[$0] })
    #expect(changed == (form == .causal ? [2, 3] : [0, 1, 2, 3]))
  }

  /// The item that a masked place is to tell is not in what it is told from; that of a leaky place
  /// is.
  @Test func aMaskedItemDoesNotReachItsOwnState() {
    let (input, _) = Self.states(.cloze)
    for row in 0..<input.predicted.count {
      #expect(input.items.values[Int(input.predicted.values[row])] == 6)
    }
    // Every target is hidden wherever it stood, so none is among the items that are read.
    let hidden = Set((0..<input.targets.count).map { input.targets.values[$0] })
    for block in 0..<2 {
      let (start, length) = input.blocks[block]
      let seen = (start..<start + length).map { input.items.values[$0] }
      let own = Set(
        (0..<input.predicted.count).filter {
          (start..<start + length).contains(Int(input.predicted.values[$0]))
        }.map { input.targets.values[$0] })
      #expect(own.isDisjoint(with: seen) && !own.isEmpty && own.isSubset(of: hidden))
    }
    let leaky = Self.states(.leaky).input
    // The target of a place is the item of the next.
    #expect(leaky.targets.values[0] == leaky.items.values[1])
  }

  /// To recommend, a mask stands after the newest items, for which there is one place less.
  @Test func aMaskIsPutAtTheEnd() {
    let input = Self.input(.cloze)
    input.fill(Self.sequences.whole[...])
    #expect((0..<4).map { input.items.values[$0] } == [2, 3, 4, 6])
    #expect((0..<2).map { input.predicted.values[$0] } == [3, 7])
  }

  /// What an item was is hidden with it, and unknown of what is to come; who the user is stays.
  @Test func marksAreHiddenWithTheirItem() {
    let own = (0..<9).map { Int32($0 + 1) }
    let marks = [
      SequenceMark(name: "behaviour", count: 10, values: own, isOfItem: true),
      SequenceMark(
        name: "user-cluster", count: 3, values: [1, 1, 1, 1, 1, 2, 2, 2, 2], isOfItem: false),
    ]
    let input = SequenceInput(
      Self.sequences, marks: marks, examples: 2, maxLength: 4, .cloze, mask: 6, maskShare: 0.4,
      reversals: [])
    input.fill(Self.sequences.whole[...])
    #expect((0..<8).map { input.marked[0].values[$0] } == [3, 4, 5, 0, 7, 8, 9, 0])
    #expect((0..<8).map { input.marked[1].values[$0] } == [1, 1, 1, 1, 2, 2, 2, 2])
    var random = Random(seed: 4, stream: "masks")
    input.fill(Self.sequences.whole[...], learning: &random)
    for row in 0..<8 {
      #expect((input.marked[0].values[row] == 0) == (input.items.values[row] == 6))
      #expect(input.marked[1].values[row] == (row < 4 ? 1 : 2))
    }
    #expect(input.marked.allSatisfy { $0.count == 8 })
  }

  /// 0 seconds are 1, 1 second is 2, 59 are 6; a user's first interaction has no gap.
  @Test func gapsAreLogarithms() throws {
    let times: [Int64] = [5, 5, 6, 65, 10]
    let events = zip(times, [0, 0, 0, 0, 1] as [Int32]).enumerated().map { item, event in
      Event(
        user: event.1, item: Int32(item), time: Timestamp(nanoseconds: event.0 * 1_000_000_000))
    }
    let interactions = Interactions(users: 2, items: 5, pairs: events.map { ($0.user, $0.item) })
    let data = TrainingData(interactions: interactions, events: events)
    var told = SequenceMarks()
    told.timeGap = true
    let marks = try told.marks(of: data, try data.sequences(for: "s"), for: "s")
    #expect(marks[0].values == [0, 1, 2, 6, 0])
  }

  /// What is to be told and is not there is refused, with the nearest name.
  @Test(arguments: [
    (#"{"behaviour": "behavior"}"#, "did you mean \"behaviour\"?"),
    (#"{"behaviour": "price"}"#, "the column \"price\" has no words"),
    (#"{"userFeatures": ["clusterr"]}"#, "did you mean \"cluster\"?"),
    (#"{"userFeatures": ["tags"]}"#, "\"tags\" has several values a user; expected one at most"),
  ])
  func marksThatAreNotThere(settings: String, message: String) throws {
    let events = [
      Event(user: 0, item: 0, time: Timestamp(seconds: 0)),
      Event(user: 0, item: 1, time: Timestamp(seconds: 1)),
    ]
    let data = TrainingData(
      interactions: Interactions(users: 1, items: 2, pairs: [(0, 0), (0, 1)]),
      userFeatures: [
        Feature(name: "cluster", vocabulary: ["a"], indices: [[0]]),
        Feature(name: "tags", vocabulary: ["a", "b"], indices: [[0, 1]]),
      ], events: events, records: [0, 1],
      columns: [
        Column("behaviour", .categories(vocabulary: ["view"], [0, 0])),
        Column("price", .numbers([1, 2])),
      ])
    let type = try RecommenderList.named("bilstm-transformer")
    let problem = try #require(throws: Problem.self) {
      try type.check(type.complete(JSON.parse(settings, file: "s.json")), data)
    }
    #expect(problem.message.contains(message), "\(problem.message)")
  }

  @Test func aCalibratedLossWeighsFewNegatives() {
    var options = SequenceOptions()
    (options.loss, options.negatives, options.calibration) = (.gbce, 256, 0.75)
    // α = 256/3415, β = α (.75 (1 − 1/α) + 1/α).
    #expect(abs(options.exponent(items: 3416) - 0.306222547) < 1e-8)
    #expect(options.loss(items: 100) == .gbce)
    #expect(SequenceOptions().loss(items: 20_000) == .softmax)
    #expect(SequenceOptions().loss(items: 20_001) == .sampledSoftmax)
  }

  /// A setting that nothing would read is refused.
  @Test(arguments: [
    ("sasrec", #"{"negatives": 5}"#, "needs a \"loss\" that draws"),
    ("sasrec", #"{"loss": "softmax", "negatives": 5}"#, "needs a \"loss\" that draws"),
    ("bert4rec", #"{"loss": "bce", "calibration": 0.5}"#, "the loss \"gbce\" only"),
    ("bilstm-transformer", #"{"form": "causal", "maskShare": 0.3}"#, "the form \"cloze\" only"),
    ("sasrec", #"{"heads": 3}"#, "3 heads do not divide a width of 64 evenly"),
  ])
  func settingsThatNothingReads(name: String, settings: String, message: String) throws {
    let problem = try #require(throws: Problem.self) {
      try RecommenderList.named(name).complete(JSON.parse(settings, file: "s.json"))
    }
    #expect(problem.message.contains(message), "\(problem.message)")
  }

  /// A form that sees what it is to tell has next to no loss, and recommends no better for it.
  @Test func theLeakyFormLearnsToCopy() throws {
    let data = try Planted.data()
    func loss(_ form: String) throws -> Double {
      let model = try RecommenderList.named("bilstm-transformer").make(
        [
          "width": 16, "hidden": 16, "blocks": 1, "maxLength": 12, "batch": 16,
          "form": .string(form),
          "learningRate": 0.01, "dropout": 0,
        ], data, 1)
      return (0..<60).reduce(0.0) { _, _ in model.trainEpoch()[0].value }
    }
    let (leaky, causal) = (try loss("leaky"), try loss("causal"))
    #expect(leaky < 0.5 * causal, "\(leaky) \(causal)")
  }
}
