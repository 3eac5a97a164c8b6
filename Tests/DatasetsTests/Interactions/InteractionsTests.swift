import Basics
import Datasets
import Testing

@Suite struct InteractionsTests {
  let small = Interactions(users: 4, items: 5, pairs: [(2, 4), (0, 3), (2, 0), (0, 1), (2, 4)])

  @Test func rowsAscendAndRepeatsCountOnce() {
    #expect(small.count == 4)
    #expect(Array(small[0]) == [1, 3])
    #expect(small[1].isEmpty)
    #expect(Array(small[2]) == [0, 4])
    #expect(small[3].isEmpty)
    #expect(small.rowStarts == [0, 2, 2, 4, 4])
    #expect(small.sparsity == 0.8)
  }

  @Test func containsOnlyItsPairs() {
    let members: Set = [1, 3, 10, 14]
    for user in 0..<4 {
      for item in 0..<5 {
        #expect(small.contains(user: user, item: item) == members.contains(user * 5 + item))
      }
    }
  }

  @Test func transposesAndBack() {
    let turned = small.transposed()
    #expect(turned.users == 5 && turned.items == 4)
    #expect((0..<5).map { Array(turned[$0]) } == [[2], [0], [], [0], [2]])
    #expect(turned.transposed() == small)
  }

  @Test func unionHoldsBoth() {
    let other = Interactions(users: 4, items: 5, pairs: [(2, 4), (1, 2)])
    #expect(
      small.union(other).pairs.map { [$0.0, $0.1] } == [
        [0, 1], [0, 3], [1, 2], [2, 0], [2, 4],
      ])
  }

  @Test func emptyHasNoRows() {
    let none = Interactions(users: 0, items: 0)
    #expect(none.count == 0 && none.rowStarts == [0] && none.sparsity == 0)
    #expect(Interactions(users: 2, items: 3).rowStarts == [0, 0, 0])
  }

  @Test func agreesWithASetOnRandomPairs() {
    var random = Random(seed: 1, stream: "pairs")
    let pairs = (0..<3000).map { _ in (Int32(random.below(50)), Int32(random.below(70))) }
    let built = Interactions(users: 50, items: 70, pairs: pairs)
    let expected = Set(pairs.map { Int($0.0) * 70 + Int($0.1) }).sorted()
    #expect(built.pairs.map { Int($0.0) * 70 + Int($0.1) } == expected)
  }
}
