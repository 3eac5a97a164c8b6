import Testing

@testable import Evaluation

@Suite struct MAPTests {
  @Test func precisionAtEachHitOverWhatCouldBeHit() throws {
    let user = ranking(hits: [1, 3, 8], of: 6, ranks: [1, 3, 8, 20, 30, 40])
    let sum = 1 + 2.0 / 3
    #expect(try worth("map@5", user) == sum / 5)
    #expect(try worth("map@5(over=held-out)", user) == sum / 6)
    #expect(try worth("map@10", user) == (sum + 3.0 / 8) / 6)
    let whole = sum + 3.0 / 8 + 4.0 / 20 + 5.0 / 30 + 6.0 / 40
    #expect(try worth("map", user) == whole / 6)
  }
}
