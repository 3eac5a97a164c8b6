import Basics
import Engine
import TestSupport
import Testing

@Suite struct TransformerTests {
  static let cases =
    [
      GradientCase("layer normalisation") { scene in
        let layer = LayerNormalisation("norm", width: 4, epsilon: 1e-3, in: scene.store)
        return scene.probe(layer(scene.input("x", columns: 4)))
      },
      GradientCase("Gaussian error linear units") { scene in
        scene.probe(gelu(scene.input("x", columns: 3)))
      },
    ]
    + [false, true].map { causal in
      GradientCase(causal ? "attention to what came before" : "attention of two heads") { scene in
        let layer = SelfAttention(
          "attention", width: 4, heads: 2, start: .glorot, in: scene.store)
        let (q, x) = (scene.input("q", columns: 4), scene.input("x", columns: 4))
        return scene.probe(layer(q, x, scene.blocks(), causal: causal, nil))
      }
    }
    + NormPlacement.allCases.map { norm in
      GradientCase("block, normalised \(norm)") { scene in
        let layer = TransformerBlock(
          "block", width: 4, hidden: 6, heads: 2, norm: norm, inner: norm == .query ? .relu : .gelu,
          start: .glorot, in: scene.store)
        return scene.probe(
          layer(scene.input("x", columns: 4), scene.blocks(), causal: true, nil))
      }
    }

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  @Test(arguments: cases) func panelsAreRowsOfTheWhole(_ graph: GradientCase) throws {
    try checkPanels(graph)
  }

  /// What is dropped of the weights stays dropped on the way back.
  @Test func gradientsWithDropout() {
    let scene = GradientScene()
    let dropout = Dropout<Double>(0.3)
    let layer = TransformerBlock(
      "block", width: 4, hidden: 6, heads: 2, norm: .pre, inner: .gelu, start: .glorot,
      in: scene.store)
    let loss = scene.probe(
      layer(scene.input("x", columns: 4), scene.blocks(), causal: false, dropout))
    let program = Program(loss, moving: scene.store.parameters)
    var random = Random(seed: 3, stream: "dropout")
    dropout.draw(rows: scene.capacity, &random)
    for comparison in compareGradients(of: program, by: scene.store) {
      #expect(comparison.error < 1e-6, "\(comparison.name)")
    }
  }

  /// Blocks as PyTorch computes them, output and gradients; see `Tests/Golden/transformer.py`.
  @Test(arguments: ["pre", "post", "query"]) func blocksArePyTorchs(name: String) throws {
    let golden = try Golden.json("transformer").member(name)
    let net = GoldenNetwork<Float>(try golden.member("lengths").numbers.map { Int($0) }, width: 4)
    let norm = try #require(NormPlacement(rawValue: name))
    let layer = TransformerBlock(
      "block", width: 4, hidden: 8, heads: 2, norm: norm, inner: name == "query" ? .relu : .gelu,
      start: .glorot, in: net.store)
    try net.check(layer(net.x, net.blocks, causal: name != "post", nil), golden)
  }

  /// What comes later changes nothing of what comes before.
  @Test(arguments: [true, false]) func laterRowsReachEarlierOnesOnlyWhereTheyMay(causal: Bool) {
    let store = ParameterStore<Float>(player: "p", seed: 1)
    let blocks = RowBlocks(blocks: 2, maxLength: 4)
    blocks.append(length: 4)
    blocks.append(length: 3)
    let x = Tensor<Float>(rows: 8, columns: 4)
    x.rows = 7
    let layer = TransformerBlock(
      "block", width: 4, hidden: 4, heads: 2, norm: .pre, inner: .relu, start: .glorot, in: store)
    let program = Program(layer(x, blocks, causal: causal, nil))
    for index in 0..<x.count { x.value[index] = Float(index % 5) - 2 }
    func rows() -> [[Float]] {
      program.forward()
      return (0..<7).map { row in (0..<4).map { program.output.value[4 * row + $0] } }
    }
    let before = rows()
    for column in 0..<4 { x.value[4 * 2 + column] += Float(1 + column) }
    let changed = Set(zip(0..., zip(before, rows())).filter { $1.0 != $1.1 }.map(\.0))
    #expect(changed == (causal ? [2, 3] : [0, 1, 2, 3]))
  }
}
