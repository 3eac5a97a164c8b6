import Basics
import Engine
import Foundation

/// A sparse matrix of weights, [rows, columns], in compressed rows.
struct SparseRows {
  let columns: Int
  /// Where each row starts in `indices` and `values`; one more than there are rows.
  private(set) var starts: [Int]
  /// The column of each entry.
  private(set) var indices: [Int32]
  /// The weight of each entry.
  private(set) var values: [Float]

  var count: Int { values.count }

  /// The places of a row's entries in `indices` and `values`.
  subscript(row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// From each row of `paths`, the `most` strongest links to other rows; `weigh` makes a link's
  /// weight, which must not be negative, of both rows' numbers and the sum over the paths between
  /// them. See ``init(order:most:ties:sum:weigh:)``.
  init(
    linking paths: TwoStepPaths, most: Int, ties: NeighbourTies = .id,
    weigh: (Int, Int, Double) -> Double
  ) {
    self.init(
      order: paths.order, most: most, ties: ties, sum: { paths.add($0, to: &$1) }, weigh: weigh)
  }

  /// From each of `order` rows, the `most` strongest links to other rows, strongest first, equal
  /// ones by ascending index; fewer where there are fewer. `sum` writes what links a row to each
  /// over the former numbers, and of those above 0 `weigh` makes weights, which must not be
  /// negative. Where `ties` are shared, links equal to the last one kept are all there, each with
  /// its share of their weight.
  init(
    order: Int, most: Int, ties: NeighbourTies, sum: (Int, inout [Double]) -> Void,
    weigh: (Int, Int, Double) -> Double
  ) {
    columns = order
    (starts, indices, values) = ([0], [], [])
    var sums = [Double](repeating: 0, count: order)
    var links: [UInt64] = []
    for row in 0..<order {
      sum(row, &sums)
      links.removeAll(keepingCapacity: true)
      for other in 0..<order where sums[other] > 0 && other != row {
        // The bits of floats that are not negative ascend as they do; below them, ascending
        // indices descend.
        let weight = Float(weigh(row, other, sums[other])).bitPattern
        links.append(UInt64(weight) << 32 | UInt64(~UInt32(other)))
      }
      links.sort(by: >)
      func keep(_ links: ArraySlice<UInt64>, times share: Float) {
        for link in links {
          indices.append(Int32(bitPattern: ~UInt32(truncatingIfNeeded: link)))
          values.append(Float(bitPattern: UInt32(link >> 32)) * share)
        }
      }
      if ties == .shared, most < links.count {
        let last = links[most - 1] >> 32
        let first = links.firstIndex { $0 >> 32 == last } ?? most
        let end = links[most...].firstIndex { $0 >> 32 != last } ?? links.count
        keep(links[..<first], times: 1)
        keep(links[first..<end], times: Float(most - first) / Float(end - first))
      } else {
        keep(links.prefix(most), times: 1)
      }
      starts.append(values.count)
    }
  }

  /// Divides every row that is not empty by its sum.
  mutating func normaliseRows() {
    for row in 0..<starts.count - 1 {
      let sum = values[self[row]].reduce(0.0) { $0 + Double($1) }
      for place in self[row] where sum > 0 { values[place] = Float(Double(values[place]) / sum) }
    }
  }

  /// The same entries with rows and columns exchanged; of each new row the indices ascend.
  func transposed() -> SparseRows {
    var result = self
    result.starts = [Int](repeating: 0, count: columns + 1)
    for column in indices { result.starts[Int(column) + 1] += 1 }
    for column in 0..<columns { result.starts[column + 1] += result.starts[column] }
    var next = result.starts
    for row in 0..<starts.count - 1 {
      for place in self[row] {
        let column = Int(indices[place])
        result.indices[next[column]] = Int32(row)
        result.values[next[column]] = values[place]
        next[column] += 1
      }
    }
    return result
  }
}

extension SparseRows {
  private static let group = "parameters/neighbours"

  /// The weights as a tensor [entries], starts and indices as counters: 12 bytes an entry, so a
  /// dense matrix would take more unless rows are a third full.
  var state: State {
    State(
      tensors: ["\(Self.group)/values": State.Array(shape: [count], values: values)],
      counters: [
        "\(Self.group)/starts": starts.map { UInt64($0) },
        "\(Self.group)/indices": indices.map { UInt64($0) },
      ])
  }

  /// Takes back what `state` gave. Throws `StateError` where a name or a length does not fit, and
  /// `Problem.data` where starts or indices are none of this matrix.
  mutating func restore(_ state: State) throws {
    let values = try state.tensor(named: "\(Self.group)/values", shape: [count])
    let starts = try state.counter(named: "\(Self.group)/starts", count: starts.count)
    let indices = try state.counter(named: "\(Self.group)/indices", count: count)
    guard starts.first == 0, starts.last == UInt64(count),
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw Problem.data("'\(Self.group)/starts' does not ascend from 0 to \(count)") }
    guard indices.allSatisfy({ $0 < UInt64(columns) }) else {
      throw Problem.data("'\(Self.group)/indices' has an index beyond the \(columns) columns")
    }
    self.values = values
    self.starts = starts.map { Int($0) }
    self.indices = indices.map { Int32($0) }
  }
}

extension Estimate {
  /// The strongest links between rows that have a column in common, of so many paths between them;
  /// each row keeps `most` at most.
  mutating func add(links most: Int, of order: Double, paths: Double, entries: Double) {
    let pairs = order * max(0, order - 1)
    let linked = pairs * (1 - exp(-paths / max(1, pairs)))
    // Rows have very different numbers of links, so that some are cut long before the mean is
    // reached.
    let room = order * Double(most)
    let kept = linked * room / max(1, linked + room)
    held += 8 * kept + 8 * order
    whileMade = 8 * kept + 32 * order + 24 * entries
    name(16 * kept, "\(whole(kept)) links")
    saved += 12 * kept
    copied += 8 * kept
    making +=
      Work(steps: 1.3 * pairs + 1.5 * paths + 30 * entries)
      + .sort(linked, of: linked / max(1, order))
  }
}
