import Datasets
import Testing

@testable import Recommenders

@Suite struct TwoStepPathsTests {
  private let matrix = Interactions(
    users: 4, items: 5, pairs: [(0, 0), (0, 2), (0, 3), (1, 2), (1, 3), (3, 3), (3, 4)])

  private func rows(_ paths: TwoStepPaths) -> [[Double]] {
    (0..<paths.order).map { row in
      var sums = [Double](repeating: .nan, count: paths.order)
      paths.add(row, to: &sums)
      return sums
    }
  }

  @Test func withoutWeightsItCountsWhatRowsHaveInCommon() {
    let paths = TwoStepPaths(matrix)
    #expect(rows(paths) == [[3, 2, 0, 1], [2, 2, 0, 1], [0, 0, 0, 0], [1, 1, 0, 2]])
    #expect((0..<4).map(paths.degree) == [3, 2, 0, 2])
    #expect(paths.lowerTriangle() == [3, 0, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2])
  }

  @Test func columnsWeighByTheirNumberOfEntries() {
    let paths = TwoStepPaths(matrix) { 1 / Double($0) }
    let third = 1 / 3.0
    #expect(rows(paths)[1] == [0.5 + third, 0.5 + third, 0, third])
    #expect(rows(TwoStepPaths(matrix.transposed()))[3] == [1, 0, 2, 3, 1])
  }
}
