import Basics
import Foundation
import Testing

@testable import Recommenders

/// The determinant of a symmetric positive definite matrix, by elimination.
func determinant(_ matrix: [[Double]]) -> Double {
  var (rows, result) = (matrix, 1.0)
  for pivot in rows.indices {
    result *= rows[pivot][pivot]
    for row in pivot + 1..<max(pivot + 1, rows.count) {
      let factor = rows[row][pivot] / rows[pivot][pivot]
      for column in rows.indices { rows[row][column] -= factor * rows[pivot][column] }
    }
  }
  return result
}

/// A kernel and its whole matrix in double precision.
struct KernelScene {
  let kernel: DiversityKernel
  let matrix: [[Double]]

  init(items: Int, width: Int, ridge: Double, seed: UInt64) {
    let kernel = DiversityKernel(items: items, width: width, ridge: ridge, seed: seed)
    let vectors = (0..<items).map { item in
      (0..<width).map { Double(kernel.vectors.value[item * width + $0]) }
    }
    self.kernel = kernel
    matrix = (0..<items).map { i -> [Double] in
      (0..<items).map { j -> Double in
        zip(vectors[i], vectors[j]).reduce(i == j ? ridge : 0) { $0 + $1.0 * $1.1 }
      }
    }
  }

  func determinant(of set: [Int]) -> Double {
    RecommendersTests.determinant(set.map { i in set.map { matrix[i][$0] } })
  }

  /// All sets of `size` items out of `items`.
  static func sets(of size: Int, from items: [Int]) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return items.indices.flatMap { place in
      sets(of: size - 1, from: Array(items[(place + 1)...])).map { [items[place]] + $0 }
    }
  }
}

@Suite struct DeterminantalSelectionTests {
  /// Width 3 of 9 items: beyond three items only the ridge is left.
  @Test(arguments: [(3, 0.05), (6, 0.01), (6, 1)])
  func gainsAreRatiosOfDeterminants(_ width: Int, _ ridge: Double) {
    let scene = KernelScene(items: 9, width: width, ridge: ridge, seed: 3)
    let selection = DeterminantalSelection(scene.kernel, most: 6)
    for round in 0..<2 {
      selection.begin()
      var taken: [Int] = []
      for item in [[4, 0, 7, 8, 2, 5], [1, 3, 6, 2, 0, 8]][round] {
        for other in 0..<9 {
          let expected =
            taken.contains(other)
            ? 0
            : scene.determinant(of: taken + [other]) / scene.determinant(of: taken)
          let gain = Double(selection.gains.pointer[other])
          #expect(abs(gain - expected) < 2e-5 * max(1, expected), "\(taken) and \(other)")
        }
        selection.take(item)
        taken.append(item)
      }
    }
  }
}
