import Basics
import TestSupport
import Testing

@testable import Engine

@Suite struct LearnerTests {
  /// A weight of several panels moves as by its whole gradient, in the product of a dense and of a
  /// sparse input, read both ways.
  @Test func panelsMoveLargeWeightsAsTheWholeGradientWould() {
    let rows = 2 * Learner<Float>.panelElements / 100 + 700
    func make() -> (ParameterStore<Float>, Tensor<Float>) {
      let store = ParameterStore<Float>(player: "p", seed: 1)
      let weight = store.make("W", rows: rows, columns: 100, .uniform(0.1))
      let bias = store.make("b", rows: rows, columns: 1, .uniform(0.1))
      let x = SparseInput(rows: 3, columns: rows)
      let list = stride(from: 5, to: rows, by: 13).map(Int32.init)
      let matrix = SparseMatrix(columns: rows, starts: [0, list.count], entries: list)
      for _ in 0..<3 { x.append(matrix, 0) }
      matrices.append(matrix)
      let y = add(product(activate(product(x, weight), .tanh), transposed: weight), bias: bias)
      return (store, squaredNorm(y, meanOverRows: true))
    }
    var matrices: [SparseMatrix] = []
    let (moved, loss) = make()
    // Momentum visits every row by panels; its first step is that of plain descent.
    let learner = Learner(moved, rule: OptimizerRule(.momentum, learningRate: 0.01))
    let (still, sameLoss) = make()
    let program = Program(sameLoss, moving: still.parameters)
    program.forward()
    program.backward()
    let gradients = program.gradients(of: still.parameters)
    let before = learner.descend(learner.program(minimizing: loss))
    #expect(before == Double(sameLoss.value[0]))
    for (index, gradient) in gradients.enumerated() {
      let (start, end) = (still.parameters[index].value, moved.parameters[index].value)
      let steps = gradient.indices.map { abs(start[$0] - 0.01 * gradient[$0] - end[$0]) }
      #expect(steps.max() ?? 1 < 1e-6)
      #expect(gradient.contains { abs($0) > 1e-3 })
    }
  }

  /// Plain descent that visits only the rows of the batch ends where visiting all rows ends.
  @Test func sparseRowsMoveAsDenseOnesDo() {
    let store = ParameterStore<Float>(player: "p", seed: 3)
    let table = store.make("E", rows: 50, columns: 8, .uniform(1))
    let (users, items) = (IndexInput(capacity: 6), IndexInput(capacity: 6))
    let loss = logisticLoss(rowDot(gather(table, users), gather(table, items)), label: 1)
    let learner = Learner(store, rule: .sgd(0.5))
    let program = learner.program(minimizing: loss)
    var random = Random(seed: 1, stream: "batches")
    var dense = (0..<table.count).map { table.value[$0] }
    for step in 0..<20 {
      let count = step % 6 + 1
      users.set((0..<count).map { _ in Int32(random.below(50)) })
      items.set((0..<count).map { _ in Int32(random.below(50)) })
      program.forward()
      program.backward()
      let gradient = program.gradients(of: [table])[0]
      Float.sgd(dense.count, &dense, gradient, step: 0.5, l2: 0, decay: 0)
      learner.descend(program)
      #expect((0..<table.count).allSatisfy { dense[$0].bitPattern == table.value[$0].bitPattern })
    }
  }

  /// A player's step leaves its opponent's parameters, and the opponent's gradients, alone.
  @Test func theOpponentStaysConstant() {
    let (g, d) = (
      ParameterStore<Double>(player: "g", seed: 1), ParameterStore<Double>(player: "d", seed: 1)
    )
    let noise = Tensor<Double>(rows: 3, columns: 4)
    for index in 0..<noise.count { noise.value[index] = Double(index) / 12 }
    let fake = activate(Dense("layer", 4, 5, in: g)(noise), .sigmoid)
    let verdict = Dense("layer", 5, 1, in: d)(fake)
    let (generator, discriminator) = (
      Learner(g, rule: .adam(0.1)), Learner(d, rule: .adam(0.1))
    )
    let (generatorStep, discriminatorStep) = (
      generator.program(minimizing: logisticLoss(verdict, label: 1)),
      discriminator.program(minimizing: logisticLoss(verdict, label: 0))
    )
    // Both programs share tensors: each is right after the other has run, too.
    for _ in 0..<3 {
      let (generatorBefore, discriminatorBefore) = (g.state, d.state)
      discriminator.descend(discriminatorStep)
      #expect(g.state == generatorBefore && d.state != discriminatorBefore)
      let discriminatorAfter = d.state
      generator.descend(generatorStep)
      #expect(d.state == discriminatorAfter && g.state != generatorBefore)
      for (program, store) in [(generatorStep, g), (discriminatorStep, d)] {
        for comparison in compareGradients(of: program, by: store) {
          #expect(comparison.error < 1e-6 && comparison.largest > 1e-6, "\(comparison.name)")
        }
      }
    }
    #expect(compareGradients(of: discriminatorStep, by: d).count == 2)
  }

  /// A run that is stopped, stored and taken up by a new learner goes on with the same bits.
  @Test(arguments: OptimizerRule.Method.allCases, [0.0, 0.01])
  func aStateContinuesBitIdentically(_ method: OptimizerRule.Method, _ l2: Double) throws {
    let rule = OptimizerRule(method, learningRate: 0.05, l2: l2, decay: l2)
    let (whole, first, second) = (Run(rule, seed: 1), Run(rule, seed: 1), Run(rule, seed: 2))
    let losses = (0..<10).map { whole.step($0) }
    let start = (0..<5).map { first.step($0) }
    #expect(try second.learner.state != first.learner.state)
    try second.learner.restore(first.learner.state)
    #expect(try second.learner.state == first.learner.state)
    #expect(losses == start + (5..<10).map { second.step($0) })
    #expect(try whole.learner.state == second.learner.state)
    #expect(losses[9] < losses[0])
  }

  @Test(arguments: OptimizerRule.Method.allCases)
  func aStateThatDoesNotFitIsRefused(_ method: OptimizerRule.Method) throws {
    let rule = OptimizerRule(method, learningRate: 0.05)
    let run = Run(rule, seed: 1)
    _ = run.step(0)
    let state = try run.learner.state
    for name in state.tensors.keys.sorted() {
      var broken = state
      broken.tensors[name] = nil
      #expect(throws: StateError.missing(name)) { try run.learner.restore(broken) }
      broken.tensors[name] = State.Array(shape: [1], values: [0])
      #expect(throws: StateError.self) { try run.learner.restore(broken) }
    }
    for name in state.counters.keys.sorted() {
      var broken = state
      broken.counters[name] = nil
      #expect(throws: StateError.missing(name)) { try run.learner.restore(broken) }
    }
    try run.learner.restore(state)
  }

  @Test func statesAreNamedByPlayerAndMoment() throws {
    func names(_ method: OptimizerRule.Method) throws -> [String] {
      let state = try Run(OptimizerRule(method, learningRate: 1), seed: 1).learner.state
      return (Array(state.tensors.keys) + Array(state.counters.keys)).sorted()
    }
    let parameters = ["parameters/p/E", "parameters/p/out/bias", "parameters/p/out/weight"]
    #expect(try names(.sgd) == (parameters + ["optimizer/p/steps"]).sorted())
    #expect(
      try names(.momentum)
        == (parameters + ["optimizer/p/steps"]
        + ["E", "out/bias", "out/weight"].map { "optimizer/p/\($0)/velocity" }).sorted())
    #expect(
      try names(.adam)
        == (parameters + ["optimizer/p/steps"]
        + ["E", "out/bias", "out/weight"].flatMap {
          ["optimizer/p/\($0)/first", "optimizer/p/\($0)/second"]
        }).sorted())
  }

  /// A small network whose batch is a function of the step's number.
  private final class Run {
    let learner: Learner<Float>
    private let indices = IndexInput(capacity: 8)
    private let program: Program<Float>

    init(_ rule: OptimizerRule, seed: UInt64) {
      let store = ParameterStore<Float>(player: "p", seed: seed)
      let x = gather(store.make("E", rows: 20, columns: 6, .uniform(0.5)), indices)
      let y = Dense("out", 6, 1, in: store)(activate(x, .tanh))
      learner = Learner(store, rule: rule)
      program = learner.program(minimizing: logisticLoss(y, label: 1))
    }

    func step(_ number: Int) -> Double {
      indices.set((0..<8).map { Int32(($0 * 7 + number * 3) % 20) })
      return learner.descend(program)
    }
  }
}
