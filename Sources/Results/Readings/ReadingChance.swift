import Basics
import Dispatch
import Evaluation
import Foundation

/// How often rows that nobody measured are found as near a reading as a row is.
///
/// Each number is drawn evenly between the least and the greatest that any reading has for its
/// column, again until what arithmetic knows of the columns holds: a longer list has no fewer hits,
/// so P@N · N, R@N and MRR@N do not fall with N.
package struct ReadingChance: Sendable {
  private let search: ReadingSearch
  /// Of each column; nil where nothing was measured.
  private let ranges: [ClosedRange<Double>?]

  /// The chance of rows that a search explains, one at a time.
  package init(_ search: ReadingSearch) {
    self.search = search
    ranges = search.ranges
  }

  /// What the rows cost that are drawn, in ascending order.
  ///
  /// - Parameter decimals: of each column; nil where the row prints nothing.
  package func costs(
    _ count: Int, decimals: [Int?], _ random: inout Random
  ) -> [Double] {
    let rows = (0..<count).map { _ in row(decimals: decimals, &random) }
    var costs = [Double](repeating: .infinity, count: count)
    costs.withUnsafeMutableBufferPointer { costs in
      nonisolated(unsafe) let costs = costs
      DispatchQueue.concurrentPerform(iterations: count) { place in
        costs[place] = search.nearest(to: [rows[place]])?.cost ?? .infinity
      }
    }
    return costs.sorted()
  }

  /// The share of drawn rows that cost no more, this one counted among them: a p-value.
  package static func share(of cost: Double, among costs: [Double]) -> Double {
    Double(1 + costs.count { $0 <= cost }) / Double(1 + costs.count)
  }

  /// A row that nobody measured.
  package func row(decimals: [Int?], _ random: inout Random) -> PrintedRow {
    var row: PrintedRow = []
    // Where ranges leave no possible order, any will do.
    for _ in 0..<1000 {
      row = zip(ranges, decimals).map { range, decimals in
        guard let range, let decimals else { return nil }
        let value =
          range.lowerBound
          + random.uniformDouble() * (range.upperBound - range.lowerBound)
        let unit = pow(10, -Double(decimals))
        return PrintedNumber((value / unit).rounded() * unit, decimals: decimals)
      }
      if isPossible(row) { break }
    }
    return row
  }

  private func isPossible(_ row: PrintedRow) -> Bool {
    for (a, x) in search.columns.enumerated() {
      for (b, y) in search.columns.enumerated() {
        guard let short = x.cutoff, let long = y.cutoff, short < long, let p = row[a]?.value,
          let q = row[b]?.value, x.heading == y.heading
        else { continue }
        switch x.measure.kind {
        case .precision where p * Double(short) > q * Double(long): return false
        case .recall where p > q, .mrr where p > q, .hitRate where p > q: return false
        default: break
        }
      }
    }
    return true
  }
}

extension ReadingSearch {
  /// Between what the definitions of each column lie, under all readings; nil where nothing was
  /// measured.
  var ranges: [ClosedRange<Double>?] {
    columns.indices.map { column in
      var (least, greatest) = (Double.infinity, -Double.infinity)
      let metrics = Set(
        definitions.alternatives.flatMap(\.groups).flatMap { group in
          group.columns.firstIndex(of: column).map { place in
            group.options.map { $0.metrics[place] }
          } ?? []
        })
      for value in measuredValues(of: metrics) {
        (least, greatest) = (min(least, value), max(greatest, value))
      }
      return least <= greatest ? least...greatest : nil
    }
  }

  private func measuredValues(of metrics: Set<Int>) -> [Double] {
    readings.flatMap { reading in
      reading.values.flatMap { row in
        metrics.compactMap { row[$0]?.mean }.filter(\.isFinite)
      }
    }
  }
}

extension Metric {
  /// What comes before the cut-off: precision.
  fileprivate var heading: Substring { name.prefix { $0 != "@" && $0 != "(" } }
}
