import Evaluation

/// Which measured column stands under which printed heading.
struct ColumnOrder: Sendable {
  let choices: [ReadingChoice]
  /// Of each printed column, the one whose numbers it has.
  let places: [Int]
  /// Of each measured column, the printed one that has its numbers.
  let headings: [Int]

  init(_ choices: [ReadingChoice], _ places: [Int]) {
    (self.choices, self.places) = (choices, places)
    var headings = places
    for (heading, place) in places.enumerated() { headings[place] = heading }
    self.headings = headings
  }

  /// As printed, two columns exchanged, or all moved by one. Columns may be exchanged that share a
  /// metric or a length of list.
  static func all(of columns: [Metric]) -> [ColumnOrder] {
    let stated = Array(columns.indices)
    var orders: [(String, [Int])] = []
    for a in stated {
      for b in stated where a < b {
        let (x, y) = (columns[a], columns[b])
        let isNear =
          x.cutoff == y.cutoff || x.name.prefix { $0 != "@" } == y.name.prefix { $0 != "@" }
        guard isNear else { continue }
        var places = stated
        places.swapAt(a, b)
        orders.append(("\(x.name) and \(y.name) exchanged", places))
      }
    }
    if columns.count > 2 {
      orders.append(("moved right by one", stated.map { ($0 + columns.count - 1) % columns.count }))
      orders.append(("moved left by one", stated.map { ($0 + 1) % columns.count }))
    }
    return [ColumnOrder([], stated)]
      + orders.map { name, places in
        ColumnOrder([ReadingChoice("columns", name, among: orders.count)], places)
      }
  }
}
