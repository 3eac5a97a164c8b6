import ArgumentParser
import Basics
import Datasets
import Engine
import Evaluation
import Experiments
import Foundation
import Recommenders

/// Our side of `make bench`: times one thing and ends its output with one line of JSON.
@main
struct Benchmarks: AsyncParsableCommand {
  enum Name: String, CaseIterable, ExpressibleByArgument {
    case cfganUser = "cfgan-user"
    case cfganItem = "cfgan-item"
    case mfBPR = "mf-bpr"
    case irganDiscriminator = "irgan-discriminator"
    case gru
    case bilstmTransformer = "bilstm-transformer"
    case sasrec
    case evaluation, ease, ranking
    case fm
    case deepFM = "deep-fm"
    case neuMF = "neumf"
    case behaviourLog = "behaviour-log"
    case csv
  }

  @Argument(help: "What is timed.") var name: Name
  @Option(help: "Timed epochs, after one that is not timed.") var repetitions = 3

  /// Chooses the kernels as `reprise run` does, then times; also tests them for another process.
  @MainActor static func main() async {
    if CommandLine.arguments.dropFirst() == [CoreTest.command] { return CoreTest.respond() }
    if let program = Bundle.main.executablePath {
      let verdict = CoreChoice.settle(program: program, cache: DataFolders(option: nil).cache)
      if verdict.isFatal { exit(withError: Problem.run("\(BLAS.coreName) \(verdict.text)")) }
    }
    await main(nil)
  }

  func run() async throws {
    BLAS.useOneThread()
    let scratch = FileManager.default.temporaryDirectory.path + "/reprise-bench-\(getpid())"
    try Files.makeFolder(scratch)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let (work, epochs) = try await timedWork(scratch)
    var seconds: [Double] = []
    let clock = ContinuousClock()
    try await work()
    let peak = MachineFacts.peakMemory
    BLAS.measureTime()
    for _ in 0..<repetitions {
      let time = try await clock.measure { for _ in 0..<epochs { try await work() } }
      seconds.append(Double(time / .nanoseconds(1)) * 1e-9 / Double(epochs))
    }
    let total = seconds.reduce(0, +) * Double(epochs)
    let line = JSON.object([
      ("benchmark", .string(name.rawValue)),
      ("secondsPerEpoch", .array(seconds.map { .number($0) })),
      ("productShare", .number(BLAS.measuredSeconds / total)),
      ("peakMemory", .integer(peak)),
      ("kernels", .string(KernelsInUse.current.text)),
    ])
    print(line.canonicalText)
  }

  /// One epoch of the work, and how many of them make a time that can be measured.
  private func timedWork(
    _ scratch: String
  ) async throws -> (work: () async throws -> Void, epochs: Int) {
    switch name {
    case .csv: return (try LargeCSV.work(in: scratch), 1)
    case .behaviourLog: return (try ClickWork.simulation(), 1)
    case .bilstmTransformer: return (try SequenceWork.bilstmStep(), 5)
    case .sasrec: return (try SequenceWork.sasrecEpoch(), 1)
    case .fm, .deepFM:
      return (try ClickWork.epochs(of: name.rawValue, ClickWork.data(await Self.movieLens())), 2)
    case .ease, .ranking: return try makeWork(LargeMatrix.split())
    default: return try makeWork(await Self.split())
    }
  }

  private static func movieLens() async throws -> Dataset {
    try await DatasetList.named("ml-100k").load(from: DataFolders(option: nil))
  }

  private static func split() async throws -> Split {
    try makeSplit(
      await movieLens(), feedback: .allRatings, settings: SplitSettings(), seed: 1)
  }

  /// Each of them at 5 and 20.
  private static func metrics(_ names: String...) throws -> [Metric] {
    try [5, 20].flatMap { at in try names.map { try Metric("\($0)@\(at)") } }
  }

  /// The same for what learns from a split, or ranks it.
  private func makeWork(_ split: Split) throws -> (work: () -> Void, epochs: Int) {
    let data = TrainingData(interactions: split.train)
    switch name {
    case .cfganUser:
      let options = try CFGAN.Options(
        decoding: JSON.parse(
          """
          {"rows": "users", "generatorHidden": [256, 512, 1024],
           "discriminatorHidden": [1024, 128, 16], "outputActivation": "sigmoid",
           "generatorL2": 0, "generatorBatch": 32, "discriminatorBatch": 32,
           "generatorSteps": 1, "discriminatorSteps": 1}
          """, file: "bench"))
      let model = try CFGAN(options, data: data, seed: 1)
      return ({ _ = model.trainEpoch() }, 1)
    case .cfganItem:
      let model = try CFGAN(CFGAN.Options(), data: data, seed: 1)
      return ({ _ = model.trainEpoch() }, 1)
    case .mfBPR:
      let model = MFBPR(MFBPR.Options(), data: data, seed: 1)
      return ({ _ = model.trainEpoch() }, 20)
    case .irganDiscriminator:
      var options = IRGAN.Options()
      options.pretraining.epochs = 1
      let model = IRGAN(options, data: data, seed: 1)
      _ = model.trainDiscriminatorEpoch(redraw: true)
      return ({ _ = model.trainDiscriminatorEpoch(redraw: false) }, 5)
    case .neuMF: return (try ClickWork.neuMF(data), 1)
    case .fm, .deepFM, .behaviourLog, .csv, .bilstmTransformer, .sasrec: return ({}, 1)
    case .gru:
      return (gruStep(), 10)
    case .evaluation:
      let evaluator = try Evaluator(
        metrics: Self.metrics("precision", "recall", "ndcg", "mrr", "hit-rate") + [Metric("mrr")],
        masked: split.train, heldOut: split.test)
      let items = split.train.items
      var random = Random(seed: 1, stream: "scores")
      let scores = (0..<split.train.users * items).map { _ in random.uniform() }
      return (
        {
          _ = try? evaluator.evaluate { users, target in
            for place in 0..<users.count * items {
              target[place] = scores[users.lowerBound * items + place]
            }
          }
        }, 10
      )
    case .ease:
      return ({ _ = try? EASE(EASE.Options(), data: data, seed: 1) }, 1)
    case .ranking:
      let model = MFBPR(MFBPR.Options(), data: data, seed: 1)
      let evaluator = try Evaluator(
        metrics: Self.metrics("precision", "recall", "ndcg", "mrr"), masked: split.train,
        heldOut: split.test)
      return ({ _ = try? evaluator.evaluate { model.scores(of: $0, into: $1) } }, 3)
    }
  }

  /// A training step of 256 sequences of 50 items, of which the next after the last is predicted.
  private func gruStep() -> () -> Void {
    let (sequences, length, width, items) = (256, 50, 64, 1683)
    let store = ParameterStore<Float>(player: "gru", seed: 1)
    let table = store.make("items", rows: items, columns: width, .normal(deviation: 0.1))
    let biases = store.make("biases", rows: items, columns: 1, .zeros)
    let layer = Recurrent("layer", inputs: width, width: width, in: store)
    let read = IndexInput(capacity: sequences * length)
    let (last, next) = (IndexInput(capacity: sequences), IndexInput(capacity: sequences))
    let packed = PackedSequences(capacity: sequences * length, maxLength: length)
    packed.set(count: sequences) { _ in length }
    last.set((0..<Int32(sequences)).map { Int32(packed.row(of: Int($0), step: length - 1)) })
    let learner = Learner(store, rule: .adam(0.001))
    let state = selectRows(layer(table, read, packed), last)
    let program = learner.program(
      minimizing: embeddingCrossEntropy(state, table, bias: biases, next))
    var random = Random(seed: 1, stream: "items")
    return {
      read.count = read.capacity
      for place in 0..<read.count { read.values[place] = Int32(random.below(items)) }
      next.count = next.capacity
      for place in 0..<next.count { next.values[place] = Int32(random.below(items)) }
      learner.descend(program)
    }
  }
}
