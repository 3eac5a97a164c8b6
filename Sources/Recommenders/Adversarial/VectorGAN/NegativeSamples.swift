import Basics
import Datasets
import Engine

/// How many of a row's unobserved columns are drawn.
enum SampleAmount: Sendable, Equatable {
  case percent(Double)
  /// All of them, where there are fewer.
  case count(Int)

  /// Of so many: `⌊percent/100 · unobserved⌋`, or the count.
  func of(_ unobserved: Int) -> Int {
    switch self {
    case .percent(let percent): Int(percent / 100 * Double(unobserved))
    case .count(let count): min(count, unobserved)
    }
  }
}

/// For each row of some, a random subset of its unobserved columns, drawn without replacement.
///
/// Exactly as many columns a row as ``SampleAmount`` says, each subset equally likely. Kept as one byte
/// an entry, [rows, columns].
struct NegativeSamples {
  private(set) var marks: [UInt8]
  private let rows: Interactions
  private let amount: SampleAmount
  private let drawn: [Int]
  private var unobserved: [Int32]

  /// No column is marked until `draw`, and never one of a row that is not among `drawn`.
  init(_ rows: Interactions, _ amount: SampleAmount, of drawn: [Int]) {
    (self.rows, self.amount, self.drawn) = (rows, amount, drawn)
    marks = [UInt8](repeating: 0, count: rows.users * rows.items)
    unobserved = [Int32](repeating: 0, count: rows.items)
  }

  /// Draws a new subset for each row. Of a subset and its complement the smaller one is drawn, by
  /// a partial Fisher–Yates shuffle of the unobserved columns.
  mutating func draw(_ random: inout Random) {
    marks.withUnsafeMutableBufferPointer { marks in
      unobserved.withUnsafeMutableBufferPointer { unobserved in
        for row in drawn {
          let observed = rows[row]
          let start = row * rows.items
          var (count, next) = (0, observed.startIndex)
          for column in 0..<rows.items {
            if next < observed.endIndex && observed[next] == column {
              next += 1
              marks[start + column] = 0
            } else {
              unobserved[count] = Int32(column)
              count += 1
            }
          }
          let wanted = amount.of(count)
          let drawsMarked = 2 * wanted <= count
          for place in 0..<count { marks[start + Int(unobserved[place])] = drawsMarked ? 0 : 1 }
          for place in 0..<(drawsMarked ? wanted : count - wanted) {
            let other = place + random.below(count - place)
            let chosen = unobserved[other]
            unobserved[other] = unobserved[place]
            marks[start + Int(chosen)] = drawsMarked ? 1 : 0
          }
        }
      }
    }
  }

  /// Writes a row's marks as 0 and 1.
  func write(_ row: Int, to target: UnsafeMutablePointer<Float>) {
    marks.withUnsafeBufferPointer { marks in
      guard let start = marks.baseAddress else { return }
      widen(rows.items, start + row * rows.items, target)
    }
  }
}
