import TestSupport
import Testing

@testable import Engine

@Suite struct ProgramTests {
  /// What one program moves is a constant of another that shares the tensor: no gradient by it is
  /// computed, and none is left over from the other.
  @Test func aSharedTensorCarriesAGradientOnlyForTheProgramThatMovesIt() {
    let (g, d) = (
      ParameterStore<Double>(player: "g", seed: 1), ParameterStore<Double>(player: "d", seed: 1)
    )
    let x = Tensor<Double>(rows: 2, columns: 3)
    for index in 0..<6 { x.value[index] = Double(index) }
    let fake = Dense("layer", 3, 4, in: g)(x)
    let loss = squaredNorm(Dense("layer", 4, 2, in: d)(fake))
    let generator = Program(loss, moving: g.parameters)
    let discriminator = Program(loss, moving: d.parameters)
    for _ in 0..<2 {
      for (program, moves) in [(generator, true), (discriminator, false)] {
        program.forward()
        program.backward()
        #expect(fake.needsGradient == moves)
        #expect((fake.accumulatedGradient() == nil) == !moves)
      }
    }
    #expect(compareGradients(of: generator, by: g).allSatisfy { $0.error < 1e-6 })
    #expect(compareGradients(of: discriminator, by: d).allSatisfy { $0.error < 1e-6 })
  }

  @Test func inferenceReservesNoGradients() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let y = Dense("layer", 3, 2, in: store)(Tensor<Float>(rows: 2, columns: 3))
    let program = Program(y)
    program.forward()
    program.backward()
    #expect(y.accumulatedGradient() == nil)
  }

  @Test func aParameterThatTheLossDoesNotReachHasNoGradient() {
    let store = ParameterStore<Double>(player: "p", seed: 1)
    let used = store.make("used", rows: 1, columns: 1, .constant(3))
    _ = store.make("unused", rows: 2, columns: 2, .constant(1))
    let x = Tensor<Double>(rows: 1, columns: 1)
    x.value[0] = 1
    let learner = Learner(store, rule: OptimizerRule(.momentum, learningRate: 0.5))
    let program = learner.program(minimizing: squaredNorm(product(x, used)))
    #expect(learner.descend(program) == 9)
    #expect(program.gradients(of: store.parameters) == [[6], [0, 0, 0, 0]])
    #expect(used.value[0] == 0)
    #expect(store.parameters[1].value[3] == 1)
  }

  /// A batch without rows moves nothing and has no loss that is not a number.
  @Test func anEmptyBatchIsNoStep() {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let table = store.make("E", rows: 3, columns: 2, .uniform(1))
    let rows = IndexInput(capacity: 4)
    let x = gather(table, rows)
    let y = Dense("layer", 2, 1, in: store)(x)
    let before = store.state
    let learner = Learner(store, rule: .sgd(0.1))
    let loss = sum([logisticLoss(y, label: 1), squaredNorm(x, meanOverRows: true)])
    #expect(learner.descend(learner.program(minimizing: loss)) == 0)
    #expect(store.state == before)
  }

  @Test func rowSetsNumberRowsInTheOrderOfTheirFirstUse() {
    let set = RowSet(capacity: 10)
    for rows: [Int32] in [[7, 2, 7], [2, 9]] { rows.withUnsafeBufferPointer { set.insert($0) } }
    #expect(set.count == 3)
    #expect((0..<3).map { set.rows[$0] } == [7, 2, 9])
    #expect(set.slot[9] == 2 && set.slot[0] == -1)
    set.removeAll()
    #expect(set.count == 0 && (0..<10).allSatisfy { set.slot[$0] == -1 })
  }
}
