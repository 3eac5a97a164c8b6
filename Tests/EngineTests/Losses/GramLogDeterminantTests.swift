import Engine
import Foundation
import Testing

@Suite struct GramLogDeterminantTests {
  /// Five rows are two sets and a half.
  static let cases = [1, 2, 3, 5].map { size in
    GradientCase("log-determinant of sets of \(size)") { scene in
      gramLogDeterminant(scene.input("x", columns: 4), size: size, ridge: 0.3)
    }
  }

  @Test(arguments: cases) func gradients(_ graph: GradientCase) { graph.check() }

  private func logDeterminant(_ rows: [[Float]], size: Int, ridge: Double) -> Double {
    let x = Tensor<Float>(rows: rows.count, columns: rows[0].count)
    for (index, value) in rows.joined().enumerated() { x.value[index] = value }
    let loss = gramLogDeterminant(x, size: size, ridge: ridge)
    Program(loss).forward()
    return Double(loss.value[0])
  }

  @Test func theValueIsTheMeanOverSets() {
    // Sets {(1, 0), (0, 2)}: det of diag(1.5, 4.5); {(3, 4)}: 25.5.
    let value = logDeterminant([[1, 0], [0, 2], [3, 4]], size: 2, ridge: 0.5)
    #expect(abs(value - (log(1.5 * 4.5) + log(25.5)) / 2) < 1e-6)
  }

  /// Equal vectors span nothing: det [[1 + ε, 1], [1, 1 + ε]] = 2ε + ε².
  @Test func equalVectorsHaveTheRidgeAlone() {
    let value = logDeterminant([[0.6, 0.8], [0.6, 0.8]], size: 2, ridge: 1e-4)
    #expect(abs(value - log(2e-4 + 1e-8)) < 1e-3)
    #expect(logDeterminant([[1, 0], [0, 1]], size: 2, ridge: 1e-4) > -1e-3)
  }
}
