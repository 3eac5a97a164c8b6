import Engine
import Foundation
import Testing

@Suite struct LogisticTests {
  static let cases =
    [true, false].flatMap { mean in
      [0, 1, 0.9].map { label in
        GradientCase("label \(label), \(mean ? "mean" : "sum")") { scene in
          logisticLoss(scene.input("x", columns: 3), label: label, mean: mean)
        }
      } + [
        GradientCase("a label each, \(mean ? "mean" : "sum")") { scene in
          logisticLoss(
            scene.input("x", columns: 3), labels: scene.constant(columns: 3), mean: mean)
        }
      ]
    } + [
      GradientCase("the negative of label 0, the saturating loss") { scene in
        sum([logisticLoss(scene.input("x", columns: 1), label: 0)], factors: [-1])
      },
      GradientCase("label 1 on a difference, the pairwise loss") { scene in
        let (a, b) = (scene.input("a", columns: 1), scene.input("b", columns: 1))
        return logisticLoss(sum([a, b], factors: [1, -1]), label: 1)
      },
    ]

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  /// `ln(1 + eˣ) − t x`, without overflow or a lost small number, also at the ends.
  @Test(arguments: [-1e4, -100, -20, -1, 0, 1, 20, 100, 1e4], [0.0, 0.3, 1])
  func valuesInSinglePrecision(_ logit: Double, _ label: Double) {
    let x = Tensor<Float>(rows: 1, columns: 1)
    x.value[0] = Float(logit)
    let loss = logisticLoss(x, label: label)
    Program(loss).forward()
    let expected = max(logit, 0) + log1p(exp(-abs(logit))) - label * logit
    #expect(abs(Double(loss.value[0]) - expected) <= 2e-7 * max(1, abs(expected)))
  }

  /// Labels are constants, as documented, also when a parameter makes them.
  @Test func noGradientFlowsIntoLabels() {
    let scene = GradientScene()
    let (x, labels) = (scene.input("x", columns: 2), scene.input("labels", columns: 2))
    let program = Program(logisticLoss(x, labels: labels), moving: scene.store.parameters)
    program.forward()
    program.backward()
    let gradients = program.gradients(of: scene.store.parameters)
    #expect(gradients[0].allSatisfy { $0 != 0 })
    #expect(gradients[1].allSatisfy { $0 == 0 })
  }
}
