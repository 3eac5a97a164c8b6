/// The best `capacity` of a stream of scored items: highest score first, equal scores by ascending
/// item id.
///
/// A binary heap whose root is the worst item kept. Most of a row fails one comparison with the
/// root, so a row of I scores costs about I comparisons and capacity · ln(I / capacity) heap moves.
/// An entry is one integer, the score's order-preserving bits above the complement of the item's
/// id, so one comparison decides both the score and the tie.
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

  /// Offers the items 0..<`count` of a row of scores but those of `masked`, which must ascend.
  /// Scores must not be NaN. The selection must be empty.
  mutating func offer(_ row: UnsafePointer<Float>, count: Int, masked: ArraySlice<Int32>) {
    guard capacity > 0 else { return }
    var masked = Skip(masked)
    var item = 0
    while item < count, heap.count < capacity {
      if !masked.contains(item) { push(Self.key(row[item], item)) }
      item += 1
    }
    guard item < count else { return }
    // A later item with the same score has the higher id and loses: a strict comparison suffices.
    var threshold = Self.score(heap[0])
    while item < count {
      if item + Self.blockSize <= count, !Self.hasAny(row + item, above: threshold) {
        item += Self.blockSize
        continue
      }
      let end = min(item + Self.blockSize, count)
      while item < end {
        if row[item] > threshold, !masked.contains(item) {
          replaceRoot(Self.key(row[item], item))
          threshold = Self.score(heap[0])
        }
        item += 1
      }
    }
  }

  /// Whole blocks are passed over by one vectorised look: few items beat the worst one kept.
  private static let blockSize = 32

  @inline(__always)
  private static func hasAny(_ block: UnsafePointer<Float>, above threshold: Float) -> Bool {
    var found: Int32 = 0
    var place = 0
    while place < blockSize {
      found |= block[place] > threshold ? 1 : 0
      place &+= 1
    }
    return found != 0
  }

  /// Membership in an ascending list, asked for ascending items: one walk along the list.
  private struct Skip {
    private var rest: ArraySlice<Int32>

    init(_ items: ArraySlice<Int32>) { rest = items }

    mutating func contains(_ item: Int) -> Bool {
      while let first = rest.first, Int(first) < item { rest.removeFirst() }
      return rest.first == Int32(truncatingIfNeeded: item)
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
