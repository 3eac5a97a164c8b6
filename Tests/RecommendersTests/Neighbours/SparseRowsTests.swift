import Basics
import Datasets
import Engine
import Testing

@testable import Recommenders

@Suite struct SparseRowsTests {
  /// Rows 0, 1 and 4 have two entries in common, row 2 has one with each of them, row 3 is empty.
  private static let paths = TwoStepPaths(
    Interactions(
      users: 5, items: 3, pairs: [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1), (4, 0), (4, 1)]))

  /// Each row as column, weight, column, weight, …
  private func rows(_ matrix: SparseRows) -> [[Float]] {
    (0..<matrix.starts.count - 1).map { row in
      matrix[row].flatMap { [Float(matrix.indices[$0]), matrix.values[$0]] }
    }
  }

  private func linked(_ most: Int, ties: NeighbourTies = .id) -> SparseRows {
    SparseRows(linking: Self.paths, most: most, ties: ties) { row, other, common in
      common + (row == 0 && other == 2 ? 2 : 0)
    }
  }

  @Test func theStrongestLinksComeFirstAndEqualOnesByAscendingIndex() {
    let all = rows(linked(10))
    #expect(all[0] == [2, 3, 1, 2, 4, 2])
    #expect(all[1] == [0, 2, 4, 2, 2, 1])
    #expect(all[2] == [0, 1, 1, 1, 4, 1])
    #expect(all[3].isEmpty)
    #expect(rows(linked(2)) == all.map { Array($0.prefix(4)) })
  }

  @Test func linksEqualToTheLastOneKeptShareItsPlace() {
    let shared = rows(linked(2, ties: .shared))
    // Row 0 keeps its link of 3, and one place is left for two of 2; row 1 has two places for two.
    #expect(shared[0] == [2, 3, 1, 1, 4, 1])
    #expect(shared[1] == [0, 2, 4, 2])
    // Two places for three links of 1.
    let share: Float = 2.0 / 3
    #expect(shared[2] == [0, share, 1, share, 4, share])
    #expect(shared[3].isEmpty)
    #expect(rows(linked(10, ties: .shared)) == rows(linked(10)))
    #expect(rows(linked(1, ties: .shared))[4] == [0, 1, 1, 1])
  }

  @Test func transposedColumnsAreRowsAndTwiceTheIndicesOfARowAscend() {
    let turned = linked(2).transposed()
    #expect(turned.count == 8)
    #expect(rows(turned)[1] == [0, 2, 2, 1, 4, 2])
    #expect(rows(turned)[3].isEmpty)
    let back = rows(turned.transposed())
    #expect(back[0] == [1, 2, 2, 3])
    #expect(Array(back[1...]) == Array(rows(linked(2))[1...]))
  }

  @Test func normalisedRowsAddUpToOne() {
    var links = linked(10)
    links.normaliseRows()
    #expect(rows(links)[1] == [0, 0.4, 4, 0.4, 2, 0.2])
    #expect(rows(links)[3].isEmpty)
  }

  @Test func aStateWithIndicesOrStartsOfAnotherMatrixIsRefused() throws {
    var links = linked(2)
    let good = links.state
    for (name, words) in [
      ("indices", [0, 1, 2, 5, 0, 1, 0, 1]), ("starts", [0, 2, 4, 3, 6, 8]),
      ("starts", [1, 2, 4, 6, 6, 8]), ("starts", [0, 2, 4, 6, 6, 9]),
    ] as [(String, [UInt64])] {
      var bad = good
      bad.counters["parameters/neighbours/\(name)"] = words
      #expect(throws: Problem.self) { try links.restore(bad) }
      #expect(links.state == good)
    }
  }
}
