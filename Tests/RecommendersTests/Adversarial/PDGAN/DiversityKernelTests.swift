import Basics
import Datasets
import Engine
import Testing

@testable import Recommenders

@Suite struct DiversityKernelTests {
  private let category = Feature(
    name: "kind", vocabulary: ["a", "b", "c", "nobody's"],
    indices: (0..<18).map { $0 == 17 ? [0, 1] : [$0 % 3] })

  @Test func itemsOfOneCategoryBecomeAlikeAndOfDifferentOnesUnlike() {
    let kernel = DiversityKernel(items: 18, width: 5, ridge: 0.01, seed: 1)
    var random = Random(seed: 1, stream: "kernel")
    let objective = kernel.learn(
      category, setSize: 3, batch: 8, steps: 300, learningRate: 0.02, &random)
    // Three at right angles: ln 1.01³; three alike: ln(3.01 · 0.01²).
    #expect((objective ?? 0) > 6)
    // A determinant does not tell a vector from its opposite.
    func cosine(_ i: Int, _ j: Int) -> Float {
      abs(Float.dot(5, kernel.vectors.value + 5 * i, kernel.vectors.value + 5 * j))
    }
    #expect(cosine(0, 3) > 0.9 && cosine(1, 7) > 0.9 && cosine(5, 14) > 0.9)
    #expect(cosine(0, 1) < 0.3 && cosine(4, 8) < 0.3)
    for item in 0..<18 { #expect(abs(cosine(item, item) - 1) < 1e-5) }
  }

  @Test func setsAreWhatTheyAreCalled() throws {
    var sets = try #require(CategorySets(category, size: 3))
    let (diverse, alike) = (IndexInput(capacity: 12), IndexInput(capacity: 12))
    var random = Random(seed: 4, stream: "kernel")
    var seen: Set<Int32> = []
    for _ in 0..<50 {
      sets.draw(diverse, alike, &random)
      #expect(diverse.count == 12 && alike.count == 12)
      for start in stride(from: 0, to: 12, by: 3) {
        let (t, other) = (
          (start..<start + 3).map { diverse.values[$0] },
          (start..<start + 3).map { alike.values[$0] }
        )
        #expect(Set(t).count == 3 && Set(other).count == 3)
        #expect(Set(t.filter { $0 != 17 }.map { $0 % 3 }).count >= (t.contains(17) ? 2 : 3))
        let shared = other.map { Set(category.values[Int($0)]) }
        #expect(!shared.dropFirst().reduce(shared[0]) { $0.intersection($1) }.isEmpty)
        seen.formUnion(t + other)
      }
    }
    #expect(seen.count == 18)
  }

  /// Only two sets of two can be had of two categories, and none of one.
  @Test func setsAreAsLargeAsTheCategoriesAllow() {
    func size(_ indices: [[Int]]) -> Int? {
      CategorySets(Feature(name: "kind", vocabulary: ["a", "b"], indices: indices), size: 5)?.size
    }
    #expect(size([[0], [0], [0], [1]]) == 2)
    #expect(size([[0], [0], [0]]) == nil)
    #expect(size([[0], [1]]) == nil)
    #expect(size([[], []]) == nil)
  }

  @Test func whereThereIsNothingToLearnItStaysAsItStarts() {
    let kernel = DiversityKernel(items: 3, width: 4, ridge: 0.1, seed: 1)
    let before = kernel.store.state
    var random = Random(seed: 1, stream: "kernel")
    let one = Feature(name: "kind", vocabulary: ["a"], indices: [[0], [0], [0]])
    #expect(
      kernel.learn(one, setSize: 2, batch: 2, steps: 5, learningRate: 0.1, &random) == nil)
    #expect(kernel.store.state == before)
  }
}
