import Testing

@testable import Basics

@Suite struct RandomTests {
  /// The first outputs from state 1, 2, 3, 4 in the authors' C program xoshiro256starstar.c.
  @Test func followsTheReferenceProgram() throws {
    var random = try #require(Random(state: [1, 2, 3, 4]))
    let drawn = (0..<5).map { _ in random.next() }
    #expect(
      drawn == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360])
  }

  /// The first outputs from seed 1234567 in the author's C program splitmix64.c.
  @Test func splitMixFollowsTheReferenceProgram() {
    var random = SplitMix64(state: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }

  /// The published vectors of the FNV authors.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func hashesLikeTheReference(text: String, hash: UInt64) {
    #expect(fnv1a(text) == hash)
  }

  @Test func seedsAndStreamsDiffer() {
    var first = Random(seed: 1, stream: "split")
    var again = Random(seed: 1, stream: "split")
    var otherSeed = Random(seed: 2, stream: "split")
    var otherStream = Random(seed: 1, stream: "noise")
    let draws = (0..<100).map { _ in first.next() }
    #expect(draws == (0..<100).map { _ in again.next() })
    #expect(draws != (0..<100).map { _ in otherSeed.next() })
    #expect(draws != (0..<100).map { _ in otherStream.next() })
  }

  @Test func goesOnFromItsState() throws {
    var random = Random(seed: 5, stream: "x")
    _ = random.next()
    var restored = try #require(Random(state: random.state))
    var set = Random(seed: 0, stream: "")
    set.state = random.state
    let next = random.next()
    #expect(restored.next() == next)
    #expect(set.next() == next)
  }

  @Test(arguments: [[], [1, 2, 3], [0, 0, 0, 0], [1, 2, 3, 4, 5]] as [[UInt64]])
  func refusesWhatIsNoState(words: [UInt64]) {
    #expect(Random(state: words) == nil)
  }

  @Test func uniformFillsTheUnitInterval() {
    var random = Random(seed: 3, stream: "uniform")
    var bins = [Int](repeating: 0, count: 10)
    for _ in 0..<100_000 {
      let x = random.uniform()
      let y = random.uniformDouble()
      #expect(x >= 0 && x < 1 && y >= 0 && y < 1)
      bins[Int(x * 10)] += 1
    }
    // Each bin has standard deviation 95.
    #expect(bins.allSatisfy { abs($0 - 10_000) < 500 }, "\(bins)")
  }

  @Test func belowIsFairAndInRange() {
    var random = Random(seed: 4, stream: "below")
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.below(7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 }, "\(counts)")
    #expect(random.below(1) == 0)
    // A bound just above 2⁶² rejects a quarter of the draws: the loop is taken.
    let large = (1 << 62) + 1
    #expect((0..<100).allSatisfy { _ in (0..<large).contains(random.below(large)) })
  }

  @Test func shufflesFairly() {
    var random = Random(seed: 6, stream: "shuffle")
    var orders: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var deck = [0, 1, 2, 3]
      random.shuffle(&deck)
      orders[deck, default: 0] += 1
    }
    #expect(orders.count == 24)
    #expect(orders.values.allSatisfy { abs($0 - 1000) < 160 }, "\(orders)")
  }
}
