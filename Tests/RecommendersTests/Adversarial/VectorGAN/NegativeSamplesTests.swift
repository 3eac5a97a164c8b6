import Basics
import Datasets
import Testing

@testable import Recommenders

@Suite struct NegativeSamplesTests {
  /// Rows with 0, 1, 3, 9 and all 10 columns observed.
  private let rows = Interactions(
    users: 5, items: 10,
    pairs: [(1, 4), (2, 0), (2, 5), (2, 9)] + (0..<9).map { (3, $0) } + (0..<10).map { (4, $0) })

  private func row(_ samples: NegativeSamples, _ row: Int) -> [Float] {
    var values = [Float](repeating: .nan, count: rows.items)
    samples.write(row, to: &values)
    return values
  }

  @Test(arguments: [0.0, 1, 10, 30, 50, 55, 70, 90, 99.9, 100])
  func marksExactlyTheFloorOfTheShareAndOnlyWhatIsUnobserved(_ percent: Double) {
    var samples = NegativeSamples(rows, .percent(percent), of: Array(0..<5))
    #expect((0..<5).allSatisfy { row(samples, $0).allSatisfy { $0 == 0 } })
    var random = Random(seed: 1, stream: "masks")
    for _ in 0..<20 {
      samples.draw(&random)
      for user in 0..<rows.users {
        let marks = row(samples, user)
        let unobserved = rows.items - rows[user].count
        #expect(marks.allSatisfy { $0 == 0 || $0 == 1 })
        #expect(marks.reduce(0, +) == Float((percent * Double(unobserved) / 100).rounded(.down)))
        for item in rows[user] { #expect(marks[Int(item)] == 0) }
      }
    }
  }

  @Test(arguments: [0, 1, 4, 9, 10, 50])
  func marksACountWhereThereAreSoMany(_ wanted: Int) {
    var samples = NegativeSamples(rows, .count(wanted), of: Array(0..<5))
    var random = Random(seed: 1, stream: "masks")
    for _ in 0..<20 {
      samples.draw(&random)
      for user in 0..<rows.users {
        let marks = row(samples, user)
        #expect(Int(marks.reduce(0, +)) == min(wanted, rows.items - rows[user].count))
        for item in rows[user] { #expect(marks[Int(item)] == 0) }
      }
    }
  }

  @Test(arguments: [20.0, 30, 50, 70, 90])
  func eachUnobservedColumnIsEquallyLikelyAndEachPairOfColumns(_ percent: Double) {
    var samples = NegativeSamples(rows, .percent(percent), of: Array(0..<5))
    var random = Random(seed: 2, stream: "masks")
    let draws = 20_000
    var (single, pairs) = ([Int](repeating: 0, count: 10), [Int](repeating: 0, count: 100))
    for _ in 0..<draws {
      samples.draw(&random)
      let marked = (0..<10).filter { samples.marks[$0] == 1 }
      for a in marked {
        single[a] += 1
        for b in marked where b > a { pairs[a * 10 + b] += 1 }
      }
    }
    // Five standard deviations, for 10 counts and for 45.
    func isNear(_ count: Int, _ share: Double) -> Bool {
      abs(Double(count) - share * Double(draws))
        < 5 * (Double(draws) * share * (1 - share)).squareRoot()
    }
    let wanted = percent / 10
    #expect(single.allSatisfy { isNear($0, wanted / 10) })
    for a in 0..<10 {
      for b in a + 1..<10 { #expect(isNear(pairs[a * 10 + b], wanted * (wanted - 1) / 90)) }
    }
  }

  @Test func everyDrawIsFreshOfWhateverWasDrawnBefore() {
    var samples = NegativeSamples(rows, .percent(50), of: Array(0..<5))
    var random = Random(seed: 4, stream: "masks")
    var seen: Set<[UInt8]> = []
    for _ in 0..<10 {
      samples.draw(&random)
      seen.insert(samples.marks)
    }
    #expect(seen.count == 10)
    // A resumed run draws anew: nothing but the stream decides.
    var another = NegativeSamples(rows, .percent(50), of: Array(0..<5))
    var (copy, same) = (random, random)
    samples.draw(&copy)
    another.draw(&same)
    #expect(samples.marks == another.marks)
  }

  @Test func rowsThatAreNotAskedForAreNotMarkedAndCostNoRandomNumber() {
    var some = NegativeSamples(rows, .percent(50), of: [1, 3])
    var fewer = NegativeSamples(rows, .percent(50), of: [1])
    var (random, same) = (Random(seed: 5, stream: "masks"), Random(seed: 5, stream: "masks"))
    some.draw(&random)
    fewer.draw(&same)
    #expect((0..<5).map { row(some, $0).reduce(0, +) } == [0, 4, 0, 0, 0])
    #expect(row(some, 1) == row(fewer, 1))
  }
}
