/// Gives each distinct sequence of bytes a number, in the order of first sight.
///
/// Bytes, not `String`: Swift takes texts that differ only by Unicode composition for equal, and
/// ids that are written differently are different ids.
struct Interner {
  private var arena: [UInt8] = []
  /// Where each word begins in `arena`; one more than there are words.
  private var starts: [Int] = [0]
  /// Numbers of words, open addressing; −1 is free. A power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of words.
  var count: Int { starts.count - 1 }

  /// The word of a number.
  subscript(number: Int) -> ArraySlice<UInt8> { arena[starts[number]..<starts[number + 1]] }

  /// The number of these bytes, a new one where they were not seen before.
  mutating func number(of bytes: ArraySlice<UInt8>) -> Int32 {
    let slot = bytes.withUnsafeBufferPointer { self.slot(of: $0) }
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(count)
    slots[slot] = number
    arena += bytes
    starts.append(arena.count)
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The number of these bytes; nil where they were not seen.
  func known(_ bytes: some Collection<UInt8>) -> Int32? {
    let found = Array(bytes).withUnsafeBufferPointer { slots[slot(of: $0)] }
    return found < 0 ? nil : found
  }

  /// Where the word is, or would be.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(bytes)) & mask
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), bytes) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == bytes.count else { return false }
    for place in 0..<bytes.count where arena[start + place] != bytes[place] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for number in 0..<count {
      let slot = self[number].withUnsafeBufferPointer { self.slot(of: $0) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a, its bits mixed once more so that the low ones depend on all.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }
}
