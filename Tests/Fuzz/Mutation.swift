import Basics

/// Damages bytes.
enum Mutation {
  private static let interesting: [UInt8] = [0, 1, 0x0A, 0x20, 0x22, 0x2C, 0x7F, 0x80, 0xFE, 0xFF]

  /// What takes the place of a number in a text.
  static let numbers = [
    "0", "-0", "-1", "1", "2147483648", "4294967296", "9007199254740993", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551616",
    "1e308", "1e309", "-1e309", "1e-400", "0.1", "1.5", "1e18", "100000000000", "1e99999999999",
    "nan", "inf", "-inf", "NaN", "Infinity", "0x10", "00", "+1", "1_000", "", "٣",
  ]

  /// `bytes` with one to four kinds of damage; `other` is another input, to splice with.
  static func damage(_ bytes: [UInt8], _ other: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0...[0, 0, 1, 3][random.below(4)] { damageOnce(&bytes, other, &random) }
    return bytes
  }

  private static func damageOnce(
    _ bytes: inout [UInt8], _ other: [UInt8], _ random: inout Random
  ) {
    guard !bytes.isEmpty else {
      bytes = other
      return
    }
    let place = random.below(bytes.count)
    switch random.below(12) {
    case 0, 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2, 3: bytes[place] = interesting[random.below(interesting.count)]
    case 4: bytes[place] = UInt8(random.below(256))
    case 5, 6:
      // A little-endian number of 2, 4 or 8 bytes, such as an address or a length.
      let width = [2, 4, 8][random.below(3)]
      let value = [0, 1, 0xFFFF, UInt64.max, 1 << 31, 1 << 40, 1 << 63, random.next()][
        random.below(8)]
      let start = place & ~(width - 1)
      for offset in 0..<width where start + offset < bytes.count {
        bytes[start + offset] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(offset)))
      }
    case 7: bytes.removeSubrange(place...)
    case 8: bytes.removeSubrange(block(bytes, place, &random))
    case 9: bytes.insert(contentsOf: Array(bytes[block(bytes, place, &random)]), at: place)
    case 10:
      let from = random.below(max(1, other.count))
      bytes.replaceSubrange(place..., with: other.dropFirst(from))
    default: replaceNumber(&bytes, near: place, &random)
    }
  }

  private static func block(
    _ bytes: [UInt8], _ place: Int, _ random: inout Random
  ) -> Range<Int> {
    place..<min(bytes.count, place + 1 + random.below([8, 64, 1024][random.below(3)]))
  }

  /// Replaces the first number at or after `place`, if there is one.
  private static func replaceNumber(
    _ bytes: inout [UInt8], near place: Int, _ random: inout Random
  ) {
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.endIndex
    bytes.replaceSubrange(start..<end, with: numbers[random.below(numbers.count)].utf8)
  }
}
