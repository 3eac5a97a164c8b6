import CountAllocations
import Schema
import Testing

@testable import Engine

/// A step of a graph that was built before allocates nothing.
@Suite struct AllocationTests {
  private static let users = 8
  private static let items = 40

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

    func step(rows: Int) {
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

  @Test(.enabled(if: allocations_of_this_thread() >= 0), arguments: OptimizerRule.Method.allCases)
  func aStepAllocatesNothing(_ method: OptimizerRule.Method) {
    let game = Game(OptimizerRule(method, learningRate: 0.01))
    game.step(rows: Self.users)
    game.step(rows: 3)
    let before = allocations_of_this_thread()
    for step in 0..<10 { game.step(rows: step % 2 == 0 ? Self.users : 3) }
    let made = allocations_of_this_thread() - before
    #expect(made == 0)
  }

  /// The counter itself: it sees an array being made.
  @Test(.enabled(if: allocations_of_this_thread() >= 0)) func allocationsAreSeen() {
    let before = allocations_of_this_thread()
    let buffer = Buffer<Float>(100)
    #expect(allocations_of_this_thread() > before)
    #expect(buffer.count == 100)
  }
}
