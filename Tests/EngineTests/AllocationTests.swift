import Basics
import COpenBLAS
import CountAllocations
import TestSupport
import Testing

@testable import Engine

/// A step of a graph that was built before allocates nothing.
@Suite struct AllocationTests {
  private static let users = 8
  private static let items = 40

  /// Those of ten steps of either size, after one of each.
  private static func allocations(_ step: (Int) -> Void) -> Int {
    step(users)
    step(3)
    let before = allocations_of_this_thread()
    for round in 0..<10 { step(round % 2 == 0 ? users : 3) }
    return Int(allocations_of_this_thread() - before)
  }

  /// Both players of a small conditional GAN over item vectors (as in Chae et al. 2018), with an
  /// embedding beside the dense layers.
  private final class Game {
    let generator: Learner<Float>
    let discriminator: Learner<Float>
    let generatorStep: Program<Float>
    let discriminatorStep: Program<Float>
    private let condition = SparseInput(rows: users, columns: items)
    private let ids = IndexInput(capacity: users)
    private let mask: Tensor<Float>
    private let real: Tensor<Float>
    private let matrix: SparseMatrix

    init(_ rule: OptimizerRule) {
      let (g, d) = (
        ParameterStore<Float>(player: "generator", seed: 1),
        ParameterStore<Float>(player: "discriminator", seed: 1)
      )
      (mask, real) = (
        Tensor(rows: users, columns: items), Tensor(rows: users, columns: items)
      )
      let first = Dense("g0", items, 16, in: g)
      let second = Dense("g1", 16, items, in: g)
      let bag = weightedBag(
        condition, g.make("table", rows: items, columns: 16, .uniform(0.1)),
        scores: g.make("scores", rows: items, columns: 1, .zeros))
      let embedded = gather(g.make("users", rows: users, columns: 16, .uniform(0.1)), ids)
      let hidden = activate(
        sum([first(condition), bag, biInteraction([embedded, bag])]), .tanh)
      let fake = multiply(activate(second(hidden), .sigmoid), mask)
      let judge = Dense("d0", items, 16, in: d)
      let context = Dense("condition", items, 16, in: d)
      let verdict = Dense("d1", 16, 1, in: d)
      let condition = condition
      func judged(_ x: Tensor<Float>) -> Tensor<Float> {
        verdict(activate(sum([judge(x), context(condition)]), .leakyReLU))
      }
      let score = rowDot(hidden, embedded)
      generatorStep = Program(
        sum(
          [
            logisticLoss(judged(fake), label: 1), squaredNorm(fake, mask: mask, meanOverRows: true),
            logisticLoss(score, label: 1),
          ], factors: [1, 0.1, 0.1]), moving: g.parameters)
      discriminatorStep = Program(
        sum([logisticLoss(judged(real), label: 1), logisticLoss(judged(fake), label: 0)]),
        moving: d.parameters)
      (generator, discriminator) = (Learner(g, rule: rule), Learner(d, rule: rule))
      matrix = SparseMatrix(
        columns: items, starts: (0...users).map { 5 * $0 },
        entries: (0..<users).flatMap { user in (0..<5).map { Int32(user + 6 * $0) } })
    }

    func step(_ rows: Int) {
      condition.removeAll()
      ids.count = rows
      (mask.rows, real.rows) = (rows, rows)
      for row in 0..<rows {
        condition.append(matrix, row)
        ids.values[row] = Int32(row)
        for column in 0..<items {
          mask.value[row * items + column] = column % 3 == 0 ? 1 : 0
          real.value[row * items + column] = column % 4 == 0 ? 1 : 0
        }
      }
      discriminator.descend(discriminatorStep)
      generator.descend(generatorStep)
    }
  }

  @Test(
    .enabled(if: foundOrRequired(allocations_of_this_thread() >= 0)),
    arguments: OptimizerRule.Method.allCases)
  func aStepAllocatesNothing(_ method: OptimizerRule.Method) {
    let game = Game(OptimizerRule(method, learningRate: 0.01))
    #expect(Self.allocations(game.step) == 0)
  }

  /// Sequences read by recurrent units, and a graph of them pooled, with every loss there is of
  /// either.
  private final class Reading {
    let learner: Learner<Float>
    let step: Program<Float>
    private let packed = PackedSequences(capacity: 3 * users, maxLength: 3)
    private let pooled = PackedSequences(capacity: 2 * users, maxLength: 2)
    private let blocks = RowBlocks(blocks: users, maxLength: 3)
    private let read = IndexInput(capacity: 3 * users)
    private let next = IndexInput(capacity: 3 * users)
    private let last = IndexInput(capacity: users)
    private let drawn = IndexInput(capacity: 5)

    init(_ rule: OptimizerRule) {
      let store = ParameterStore<Float>(player: "reader", seed: 1)
      let table = store.make("items", rows: items, columns: 4, .normal(deviation: 1))
      let bias = store.make("biases", rows: items, columns: 1, .zeros)
      let layer = Recurrent("layer", inputs: 4, width: 4, in: store)
      let states = layer(table, read, packed)
      let h = gather(table, read)
      let edges = strongestPairs(
        blockCosine(
          multiply(h, row: store.make("metric", rows: 1, columns: 4, .constant(1))), blocks),
        blocks, share: 0.5)
      let scores = product(h, store.make("score", rows: 4, columns: 1, .uniform(1)))
      let attention = neighbourSoftmax(edges, taking: scores, giving: scores, blocks)
      let clusters = softmax(
        product(
          blockProduct(attention, h, blocks),
          store.make("clusters", rows: 4, columns: 2, .uniform(1))))
      let core = layer(blockPool(clusters, h, blocks, capacity: users), pooled)
      let all = IndexInput(capacity: items)
      all.set((0..<Int32(items)).map { $0 })
      let pairs = additiveScores(
        selectRows(core, last), gather(table, all),
        store.make("pairs", rows: 4, columns: 1, .uniform(1)))
      step = Program(
        sum([
          embeddingCrossEntropy(states, table, bias: bias, next),
          embeddingBPRMax(
            states, table, bias: bias, next, negatives: drawn, scorePenalty: 0.1),
          crossEntropy(pairs, last), linkLoss(edges, clusters, blocks), rowEntropy(clusters),
          positionLoss(clusters, blocks),
        ]), moving: store.parameters)
      learner = Learner(store, rule: rule)
    }

    func step(_ sequences: Int) {
      packed.set(count: sequences) { _ in 3 }
      pooled.set(count: sequences) { _ in 2 }
      blocks.removeAll()
      for _ in 0..<sequences { blocks.append(length: 3) }
      (read.count, next.count, last.count) = (3 * sequences, 3 * sequences, sequences)
      drawn.count = drawn.capacity
      for place in 0..<3 * sequences {
        read.values[place] = Int32(place % AllocationTests.items)
        next.values[place] = Int32((place + 1) % AllocationTests.items)
      }
      for place in 0..<sequences { last.values[place] = Int32(sequences + place) }
      for place in 0..<drawn.count { drawn.values[place] = Int32(7 * place) }
      learner.descend(step)
    }
  }

  @Test(
    .enabled(if: foundOrRequired(allocations_of_this_thread() >= 0)),
    arguments: OptimizerRule.Method.allCases)
  func aStepOfSequencesAllocatesNothing(_ method: OptimizerRule.Method) {
    let reading = Reading(OptimizerRule(method, learningRate: 0.01))
    #expect(Self.allocations(reading.step) == 0)
  }

  /// The counter itself: it sees an array being made.
  @Test(.enabled(if: foundOrRequired(allocations_of_this_thread() >= 0))) func allocationsAreSeen()
  {
    let before = allocations_of_this_thread()
    let buffer = Buffer<Float>(100)
    #expect(allocations_of_this_thread() > before)
    #expect(buffer.count == 100)
  }

  /// Those of OpenBLAS are not ours: transposing in place to another leading dimension makes one.
  @Test(.enabled(if: foundOrRequired(allocations_of_this_thread() >= 0)))
  func allocationsOfOpenBLASAreNotSeen() {
    let matrix = Buffer<Float>(6)
    for place in 0..<6 { matrix.pointer[place] = Float(place) }
    let before = allocations_of_this_thread()
    cblas_simatcopy(CblasRowMajor, CblasTrans, 2, 3, 1, matrix.pointer, 3, 2)
    #expect(allocations_of_this_thread() == before)
    #expect(matrix.array == [0, 3, 1, 4, 2, 5])
  }
}
