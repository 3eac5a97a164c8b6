import Basics
import Engine
import Foundation
import TestSupport
import Testing

@Suite struct GRUTests {
  static let cases = [
    GradientCase("recurrent units") { scene in
      let layer = Recurrent("layer", inputs: 2, width: 3, in: scene.store)
      return scene.probe(layer(scene.input("x", columns: 2), scene.sequences()))
    },
    GradientCase("two layers that share their weights") { scene in
      let layer = Recurrent("layer", inputs: 3, width: 3, in: scene.store)
      let sequences = scene.sequences()
      return scene.probe(layer(layer(scene.input("x", columns: 3), sequences), sequences))
    },
  ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  @Test func sequencesArePackedStepByStep() {
    let packed = PackedSequences(capacity: 12, maxLength: 4)
    packed.set(count: 4) { [4, 2, 2, 1][$0] }
    #expect(packed.steps == 4 && packed.rows == 9)
    #expect((0..<4).map { packed.count(at: $0) } == [4, 3, 1, 1])
    #expect((0..<4).map { packed.row(of: 0, step: $0) } == [0, 4, 7, 8])
    #expect(packed.row(of: 2, step: 1) == 6)
    packed.set(count: 1) { _ in 1 }
    #expect(packed.steps == 1 && packed.rows == 1 && packed.count(at: 0) == 1)
    packed.set(count: 0) { _ in 1 }
    #expect(packed.steps == 0 && packed.rows == 0)
  }

  /// States and gradients as `Tests/Golden/gru.py` computes them, sequence by sequence.
  @Test func theGoldenStatesAndGradients() throws {
    let golden = try Golden.json("gru")
    func numbers(_ name: String) throws -> [Double] {
      try golden.member(name).asArray().map { try $0.asNumber() }
    }
    let lengths = try golden.member("lengths").asArray().map { try $0.asInteger() }
    let (inputs, width) = (3, 2)
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let layer = Recurrent("layer", inputs: inputs, width: width, in: store)
    let rows = lengths.reduce(0, +)
    let x = store.make("x", rows: rows, columns: inputs, .zeros)
    for parameter in store.parameters {
      let name = parameter.name.split(separator: "/").last.map(String.init) ?? ""
      for (index, value) in try numbers(name).enumerated() {
        parameter.value[index] = Float(value)
      }
    }
    let packed = PackedSequences(capacity: rows, maxLength: lengths[0])
    packed.set(count: lengths.count) { lengths[$0] }
    let all = IndexInput(capacity: rows)
    all.set((0..<Int32(rows)).map { $0 })
    let y = layer(gather(x, all), packed)
    let program = Program(squaredNorm(y), moving: store.parameters)
    program.forward()
    program.backward()
    let states = try numbers("states")
    #expect(states.count == y.count)
    for (index, value) in states.enumerated() {
      #expect(abs(Double(y.value[index]) - value) < 1e-6)
    }
    for (parameter, gradient) in zip(store.parameters, program.gradients(of: store.parameters)) {
      let name = parameter.name.split(separator: "/").last.map(String.init) ?? ""
      let expected = try numbers("\(name)Gradient")
      #expect(expected.count == gradient.count)
      for (mine, theirs) in zip(gradient, expected) {
        #expect(abs(Double(mine) - theirs) < 1e-5, "\(name)")
      }
    }
  }
}
