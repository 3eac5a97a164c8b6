import Basics
import Testing

@testable import Engine

@Suite struct LAPACKTests {
  /// `Z Zᵀ + ridge · I` of a random Z [order, rank], whole.
  private func positive(_ order: Int, rank: Int, ridge: Double, seed: UInt64 = 1) -> [Double] {
    var random = Random(seed: seed, stream: "matrix")
    let z = (0..<order * rank).map { _ in Double(random.normal()) }
    return (0..<order * order).map { place in
      let (a, b) = (place / order, place % order)
      let dot = (0..<rank).reduce(0.0) { $0 + z[a * rank + $1] * z[b * rank + $1] }
      return dot + (a == b ? ridge : 0)
    }
  }

  /// Above the diagonal it is not a number: nobody may read that.
  private func lower(_ matrix: [Double], _ order: Int) -> [Double] {
    matrix.enumerated().map { $0.offset % order > $0.offset / order ? .nan : $0.element }
  }

  @Test(arguments: [1, 2, 7, 40, 130])
  func aMatrixTimesItsInverseIsOne(_ order: Int) throws {
    let whole = positive(order, rank: 3, ridge: 0.5)
    var inverse = lower(whole, order)
    try LAPACK.invert(&inverse, order: order)
    for row in 0..<order {
      for column in 0..<order {
        let element = (0..<order).reduce(0.0) { sum, k in
          sum + whole[row * order + k] * inverse[max(k, column) * order + min(k, column)]
        }
        #expect(abs(element - (row == column ? 1 : 0)) < 1e-10)
      }
    }
  }

  @Test func aMatrixThatIsNotPositiveDefiniteIsRefused() {
    var singular = [1.0, 2, 2, 4]
    #expect(throws: Problem.self) { try LAPACK.invert(&singular, order: 2) }
    var indefinite = [1.0, 0, 3, 1]
    var right = [1.0, 1]
    #expect(!LAPACK.solve(&indefinite, order: 2, &right))
  }

  @Test(arguments: [1, 3, 50])
  func theSolutionSolves(_ order: Int) {
    let whole = positive(order, rank: order, ridge: 0.1)
    var matrix = lower(whole, order)
    let right = (0..<order).map { Double($0) - 1.5 }
    var x = right
    #expect(LAPACK.solve(&matrix, order: order, &x))
    for row in 0..<order {
      let sum = (0..<order).reduce(0.0) { $0 + whole[row * order + $1] * x[$1] }
      #expect(abs(sum - right[row]) < 1e-9)
    }
  }

  @Test(arguments: [(1, 1), (6, 2), (6, 6), (60, 5)])
  func eigenvectorsAreOrthonormalAndTheLargestComeFirst(_ order: Int, _ count: Int) throws {
    let whole = positive(order, rank: 4, ridge: 0)
    var matrix = lower(whole, order)
    let (values, vectors) = try LAPACK.largestEigenpairs(&matrix, order: order, count: count)
    #expect(values == values.sorted(by: >) && values.count == count)
    let trace = (0..<order).reduce(0.0) { $0 + whole[$1 * order + $1] }
    if count >= 4 { #expect(abs(values.prefix(4).reduce(0, +) - trace) < 1e-10 * trace) }
    for (a, value) in values.enumerated() {
      let x = vectors[a * order..<(a + 1) * order].map { $0 }
      for b in 0..<count {
        let dot = zip(x, vectors[b * order..<(b + 1) * order]).reduce(0.0) { $0 + $1.0 * $1.1 }
        #expect(abs(dot - (a == b ? 1 : 0)) < 1e-12)
      }
      for row in 0..<order {
        let image = (0..<order).reduce(0.0) { $0 + whole[row * order + $1] * x[$1] }
        #expect(abs(image - value * x[row]) < 1e-11 * max(1, trace))
      }
    }
  }

  @Test func theGramMatrixIsAddedBelowTheDiagonalAlone() {
    let x = [1.0, 2, 3, 4, 5, 6]
    var c = [1.0, 7, 1, 1]
    BLAS.addGram(3, 2, 0.5, x, 2, &c)
    // xᵀx = [35, 44; 44, 56].
    let expected: [Double] = [19.5, 7, 24, 30]
    #expect(c == expected)
  }
}
