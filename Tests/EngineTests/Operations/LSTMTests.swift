import Basics
import Engine
import TestSupport
import Testing

@Suite struct LSTMTests {
  static let cases = [
    GradientCase("long short-term memory") { scene in
      let layer = LongShortTermMemory("layer", inputs: 2, width: 3, in: scene.store)
      let order = scene.order(of: scene.blocks(), reversed: false)
      return scene.probe(layer(scene.input("x", columns: 2), order))
    },
    GradientCase("both ways, side by side") { scene in
      let blocks = scene.blocks()
      let x = scene.input("x", columns: 2)
      let states = [false, true].map { reversed in
        LongShortTermMemory("\(reversed)", inputs: 2, width: 2, in: scene.store)(
          x, scene.order(of: blocks, reversed: reversed))
      }
      return scene.probe(concatenate(states))
    },
    GradientCase("gates without a cell") { scene in
      let order = scene.order(of: scene.blocks(), reversed: false)
      let first = GatedState("first", inputs: 2, width: 3, in: scene.store)
      let second = GatedState("second", inputs: 3, width: 3, in: scene.store)
      let states = first(scene.input("x", columns: 2), order)
      return scene.probe(sum([states, second(states, order)]))
    },
    GradientCase("a state that is read twice") { scene in
      let order = scene.order(of: scene.blocks(), reversed: false)
      let first = LongShortTermMemory("first", inputs: 2, width: 2, in: scene.store)
      let second = LongShortTermMemory("second", inputs: 2, width: 2, in: scene.store)
      let states = first(scene.input("x", columns: 2), order)
      return scene.probe(sum([states, second(states, order)]))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  /// States and gradients as PyTorch's LSTM has them, both ways; see `Tests/Golden/transformer.py`.
  @Test func statesAndGradientsArePyTorchs() throws {
    let golden = try Golden.json("transformer").member("lstm")
    let net = GoldenNetwork<Float>(try golden.member("lengths").numbers.map { Int($0) }, width: 4)
    let states = [false, true].map { reversed in
      LongShortTermMemory(reversed ? "backward" : "forward", inputs: 4, width: 3, in: net.store)(
        net.x, net.order(reversed: reversed))
    }
    try net.check(concatenate(states), golden)
  }

  @Test func rowsGoStepByStepAndBack() {
    let blocks = RowBlocks(blocks: 3, maxLength: 3)
    for length in [1, 3, 2] { blocks.append(length: length) }
    let order = SequenceOrder(of: blocks, reversed: false)
    order.take(blocks)
    // The longest block first: rows 1, 2, 3, then 4, 5, then 0.
    #expect((0..<6).map { order.steps.values[$0] } == [1, 4, 0, 2, 5, 3])
    #expect((0..<6).map { order.rows.values[$0] } == [2, 0, 3, 5, 1, 4])
    let back = SequenceOrder(of: blocks, reversed: true)
    back.take(blocks)
    #expect((0..<6).map { back.steps.values[$0] } == [3, 5, 0, 2, 4, 1])
  }
}
