/// The best `capacity` of a stream of scored items: highest score first, equal scores by ascending
/// item id.
///
/// A binary heap whose root is the worst item kept. Most of a row fails one comparison with the
/// root, so a row of I scores costs about I comparisons and capacity · ln(I / capacity) heap moves.
/// An entry is one integer, the score's order-preserving bits above the complement of the item's id,
/// so one comparison decides both the score and the tie.
struct TopSelection {
  private let capacity: Int
  private var heap: [UInt64] = []

  init(capacity: Int) {
    self.capacity = capacity
    heap.reserveCapacity(capacity)
  }

  /// Forgets everything, keeping the storage.
  mutating func removeAll() {
    heap.removeAll(keepingCapacity: true)
  }

  /// Offers the items `range` of `row`. Ranges must be offered in ascending order; scores must not
  /// be NaN.
  mutating func offer(_ row: UnsafePointer<Float>, _ range: Range<Int>) {
    var item = range.lowerBound
    while heap.count < capacity, item < range.upperBound {
      push(Self.key(row[item], item))
      item += 1
    }
    guard capacity > 0, item < range.upperBound else { return }
    // A later item with the same score has the higher id and loses: a strict comparison suffices.
    var threshold = Self.score(heap[0])
    while item < range.upperBound {
      if row[item] > threshold {
        replaceRoot(Self.key(row[item], item))
        threshold = Self.score(heap[0])
      }
      item += 1
    }
  }

  /// Writes the items kept, best first, over `items`.
  mutating func sort(into items: inout [Int32]) {
    items.removeAll(keepingCapacity: true)
    heap.sort(by: >)
    for key in heap { items.append(Self.item(key)) }
  }

  /// The items kept with their scores, best first.
  func sorted() -> [(item: Int, score: Float)] {
    heap.sorted(by: >).map { (Int(Self.item($0)), Self.score($0)) }
  }

  private mutating func push(_ key: UInt64) {
    heap.append(key)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard key < heap[parent] else { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = key
  }

  private mutating func replaceRoot(_ key: UInt64) {
    heap.withUnsafeMutableBufferPointer { heap in
      var hole = 0
      while true {
        var child = 2 * hole + 1
        guard child < heap.count else { break }
        if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
        guard heap[child] < key else { break }
        heap[hole] = heap[child]
        hole = child
      }
      heap[hole] = key
    }
  }

  private static func key(_ score: Float, _ item: Int) -> UInt64 {
    // Adding zero turns −0 into +0, which compare equal and must tie.
    let bits = (score + 0).bitPattern
    let ordered = bits >> 31 == 0 ? bits | 0x8000_0000 : ~bits
    return UInt64(ordered) << 32 | UInt64(~UInt32(truncatingIfNeeded: item))
  }

  private static func score(_ key: UInt64) -> Float {
    let ordered = UInt32(truncatingIfNeeded: key >> 32)
    return Float(bitPattern: ordered >> 31 == 1 ? ordered & 0x7FFF_FFFF : ~ordered)
  }

  private static func item(_ key: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: ~UInt32(truncatingIfNeeded: key))
  }
}
