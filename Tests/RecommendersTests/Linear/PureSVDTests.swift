import Datasets
import Testing

@testable import Recommenders

@Suite struct PureSVDTests {
  private func scores(_ matrix: Interactions, factors: Int) throws -> [Float] {
    var options = PureSVD.Options()
    options.factors = factors
    return try PureSVD(options, data: TrainingData(interactions: matrix), seed: 1)
      .scores(of: 0..<matrix.users, items: matrix.items)
  }

  /// Two blocks of equal rows: rank 2. More users than items, and the reverse.
  @Test func asManyFactorsAsTheRankGiveTheMatrixItself() throws {
    let pairs = (0..<9).flatMap { user in
      (0..<5).filter { ($0 < 2) == (user < 4) }.map { (Int32(user), Int32($0)) }
    }
    let tall = Interactions(users: 9, items: 5, pairs: pairs)
    for matrix in [tall, tall.transposed()] {
      for factors in [2, 3, 100] {
        let scores = try scores(matrix, factors: factors)
        for user in 0..<matrix.users {
          for item in 0..<matrix.items {
            let expected: Float = matrix.contains(user: user, item: item) ? 1 : 0
            #expect(abs(scores[user * matrix.items + item] - expected) < 1e-6)
          }
        }
      }
    }
  }

  @Test func oneFactorIsTheLargerBlock() throws {
    let pairs = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2)].map { (Int32($0.0), Int32($0.1)) }
    let scores = try scores(Interactions(users: 3, items: 3, pairs: pairs), factors: 1)
    #expect(zip(scores, [1, 1, 0, 1, 1, 0, 0, 0, 0]).allSatisfy { abs($0 - $1) < 1e-6 })
  }
}
