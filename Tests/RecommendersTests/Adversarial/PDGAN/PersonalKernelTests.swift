import Basics
import Foundation
import Testing

@testable import Recommenders

@Suite struct PersonalKernelTests {
  private static let items = 9
  private let model: FactorModel

  init() {
    model = FactorModel(
      player: "generator", users: 5, items: Self.items, factors: 3, start: .zeros, seed: 1)
    scatter(model)
  }

  /// `ln det` of a set under the user's whole kernel, `g_i L_ij g_j` with `g = e^{βQ}`.
  private func logDeterminant(
    _ set: [Int], _ user: Int, _ relevance: Double, _ scene: KernelScene
  ) -> Double {
    let exact = DoubleFactors(model)
    let beta = relevance / (2 * (1 - relevance))
    let g = (0..<Self.items).map { exp(beta / (1 + exp(-exact.score(user, $0)))) }
    return log(determinant(set.map { i in set.map { g[i] * scene.matrix[i][$0] * g[$0] } }))
  }

  /// The best item by definition: the determinants of the whole matrices, item by item.
  @Test(arguments: [0, 0.3, 0.8, 0.95])
  func everyGreedyStepIsTheBestOne(_ relevance: Double) {
    let scene = KernelScene(items: Self.items, width: 4, ridge: 0.05, seed: 2)
    let kernel = PersonalKernel(model, scene.kernel, relevance: relevance, most: Self.items)
    for user in 0..<5 {
      kernel.show(user)
      kernel.exclude(2)
      var taken: [Int] = []
      while let item = kernel.takeBest() {
        let others = (0..<Self.items).filter { $0 != 2 && !taken.contains($0) }
        let values = others.map { logDeterminant(taken + [$0], user, relevance, scene) }
        let mine = logDeterminant(taken + [item], user, relevance, scene)
        #expect(others.contains(item) && mine > (values.max() ?? 0) - 1e-4)
        taken.append(item)
      }
      #expect(taken.count == Self.items - 1)
    }
  }

  /// With ridge 1 and no relevance ln det is monotone and submodular, where greedy search is at
  /// least 1 − 1/e of the best of all sets (Nemhauser, Wolsey & Fisher 1978).
  @Test(arguments: 1...6) func greedySetsAreNearTheBestOfAll(_ seed: Int) {
    let scene = KernelScene(items: Self.items, width: 4, ridge: 1, seed: UInt64(seed))
    let kernel = PersonalKernel(model, scene.kernel, relevance: 0, most: 4)
    kernel.show(0)
    let greedy = (0..<4).compactMap { _ in kernel.takeBest() }
    let best =
      KernelScene.sets(of: 4, from: Array(0..<Self.items))
      .map { log(scene.determinant(of: $0)) }.max() ?? 0
    #expect(Set(greedy).count == 4)
    #expect(log(scene.determinant(of: greedy)) >= (1 - exp(-1)) * best)
  }

  /// Three directions at right angles, three items each: items of one direction exclude each other,
  /// and the best set is the most relevant of each, which greedy search finds exactly.
  @Test func whereDirectionsAreAtRightAnglesTheGreedySetIsTheBest() {
    let scene = KernelScene(items: Self.items, width: 3, ridge: 1e-4, seed: 2)
    for item in 0..<Self.items {
      for column in 0..<3 {
        scene.kernel.vectors.value[item * 3 + column] = item % 3 == column ? 1 : 0
      }
    }
    let kernel = PersonalKernel(model, scene.kernel, relevance: 0.8, most: 3)
    let exact = DoubleFactors(model)
    for user in 0..<5 {
      kernel.show(user)
      let greedy = (0..<3).compactMap { _ in kernel.takeBest() }
      let best = (0..<3).map { direction in
        [direction, direction + 3, direction + 6].max {
          exact.score(user, $0) < exact.score(user, $1)
        }
      }
      #expect(Set(greedy) == Set(best.compactMap { $0 }))
    }
  }

  @Test func randomItemsComeInProportionToWhatTheyAdd() {
    let scene = KernelScene(items: Self.items, width: 4, ridge: 0.2, seed: 5)
    let kernel = PersonalKernel(model, scene.kernel, relevance: 0.7, most: 2)
    kernel.show(1)
    let draws = 20_000
    var counts = [Int](repeating: 0, count: Self.items)
    var random = Random(seed: 9, stream: "actions")
    for _ in 0..<draws {
      kernel.begin()
      _ = kernel.takeAny(&random)
      counts[kernel.takeAny(&random)] += 1
    }
    let weight = { (set: [Int]) in exp(self.logDeterminant(set, 1, 0.7, scene)) }
    let first = (0..<Self.items).map { weight([$0]) }
    var shares = [Double](repeating: 0, count: Self.items)
    for a in 0..<Self.items {
      let pairs = (0..<Self.items).map { $0 == a ? 0 : weight([a, $0]) }
      for b in 0..<Self.items {
        shares[b] += first[a] / first.reduce(0, +) * pairs[b] / pairs.reduce(0, +)
      }
    }
    for item in 0..<Self.items {
      let deviation = (shares[item] * (1 - shares[item]) / Double(draws)).squareRoot()
      #expect(abs(Double(counts[item]) / Double(draws) - shares[item]) < 4 * deviation)
    }
  }
}
