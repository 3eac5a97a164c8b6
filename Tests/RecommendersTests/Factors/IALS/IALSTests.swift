import Basics
import Datasets
import Foundation
import Testing

@testable import Recommenders

@Suite struct IALSTests {
  /// The objective over every cell in double precision, factors as one list: users, then items.
  private struct Objective {
    let matrix: Interactions
    let options: IALS.Options

    private func row(_ values: [Double], _ number: Int) -> ArraySlice<Double> {
      values[number * options.factors..<(number + 1) * options.factors]
    }

    private func penalty(_ entries: Int, of columns: Int) -> Double {
      options.l2
        * pow(options.confidence * Double(entries) + Double(columns), options.frequencyExponent)
    }

    func callAsFunction(_ values: [Double]) -> Double {
      var total = 0.0
      let turned = matrix.transposed()
      for user in 0..<matrix.users {
        let p = row(values, user)
        total += penalty(matrix[user].count, of: matrix.items) * p.reduce(0) { $0 + $1 * $1 }
        for item in 0..<matrix.items {
          let score = zip(p, row(values, matrix.users + item)).reduce(0) { $0 + $1.0 * $1.1 }
          let isThere = matrix.contains(user: user, item: item)
          let error = (isThere ? 1 : 0) - score
          total += (isThere ? 1 + options.confidence : 1) * error * error
        }
      }
      for item in 0..<matrix.items {
        let q = row(values, matrix.users + item)
        total += penalty(turned[item].count, of: matrix.users) * q.reduce(0) { $0 + $1 * $1 }
      }
      return total
    }
  }

  private func made(_ settings: JSON, _ matrix: Interactions) throws -> (IALS, IALS.Options) {
    let options = try IALS.Options(decoding: settings)
    return (IALS(options, data: TrainingData(interactions: matrix), seed: 3), options)
  }

  private func factors(_ made: IALS) -> [Double] {
    ["users", "items"].flatMap { name in
      (made.state.tensors["parameters/model/\(name)"]?.values ?? []).map { Double($0) }
    }
  }

  private static let variants: [JSON] = [
    ["factors": 3, "confidence": 4, "l2": 0.05],
    ["factors": 5, "confidence": 20, "l2": 2, "frequencyExponent": 0],
    ["factors": 2, "confidence": 0.5, "l2": 0.3, "frequencyExponent": 0.5],
  ]

  /// Items are solved last, so the objective's slope by them, taken by central differences, is
  /// zero.
  @Test(arguments: variants)
  func whatWasSolvedForIsAtTheMinimum(_ settings: JSON) throws {
    let matrix = try TinySplit.train()
    let (made, options) = try made(settings, matrix)
    _ = made.trainEpoch()
    let objective = Objective(matrix: matrix, options: options)
    var values = factors(made)
    let before = objective(values)
    for place in matrix.users * options.factors..<values.count {
      let kept = values[place]
      let step = 1e-3
      values[place] = kept + step
      let above = objective(values)
      values[place] = kept - step
      let below = objective(values)
      values[place] = kept
      #expect(abs(above - below) / (2 * step) < 2e-4)
      #expect(above > before && below > before)
    }
  }

  @Test(arguments: variants)
  func theLossIsTheObjectivePerCellAndNeverRises(_ settings: JSON) throws {
    let matrix = try TinySplit.train()
    let (made, options) = try made(settings, matrix)
    let objective = Objective(matrix: matrix, options: options)
    var last = objective(factors(made)) / Double(matrix.users * matrix.items)
    for _ in 0..<12 {
      let loss = made.trainEpoch()[0].value
      let expected = objective(factors(made)) / Double(matrix.users * matrix.items)
      #expect(abs(loss - expected) < 1e-6 * expected)
      #expect(loss < last + 1e-9)
      last = loss
    }
  }

  @Test func whoHasNothingGetsZeros() throws {
    let (made, _) = try made(
      ["factors": 2], Interactions(users: 3, items: 3, pairs: [(0, 0), (0, 1), (2, 1)]))
    _ = made.trainEpoch()
    #expect(made.scores(of: 1..<2, items: 3) == [0, 0, 0])
    #expect(made.scores(of: 0..<1, items: 3)[2] == 0)
  }

  /// Rendle et al. 2022: `Σ_observed (1 − ŷ)² + α₀ Σ_all ŷ² + λ Σ (n + α₀ columns)^ν ‖·‖²`.
  @Test func itIsTheObjectiveOfRendleEtAlInOtherUnits() throws {
    let matrix = try TinySplit.train()
    let (unobserved, exponent) = (0.25, 0.7)
    let (made, options) = try made(
      [
        "factors": 3, "confidence": .number(1 / unobserved), "l2": 0.02,
        "frequencyExponent": .number(exponent),
      ], matrix)
    for _ in 0..<400 { _ = made.trainEpoch() }
    let l2 = options.l2 * pow(unobserved, 1 - exponent) / (1 + unobserved)
    // Their scores are ours over 1 + α₀; the factors share that.
    let values = factors(made).map { $0 / (1 + unobserved).squareRoot() }
    let turned = matrix.transposed()
    func row(_ values: [Double], _ number: Int) -> ArraySlice<Double> {
      values[number * 3..<(number + 1) * 3]
    }
    func theirs(_ values: [Double]) -> Double {
      var total = 0.0
      for number in 0..<matrix.users + matrix.items {
        let isUser = number < matrix.users
        let entries = isUser ? matrix[number].count : turned[number - matrix.users].count
        let weight = Double(entries) + unobserved * Double(isUser ? matrix.items : matrix.users)
        let norm = row(values, number).reduce(0) { $0 + $1 * $1 }
        total += l2 * pow(weight, exponent) * norm
      }
      for user in 0..<matrix.users {
        for item in 0..<matrix.items {
          let score = zip(row(values, user), row(values, matrix.users + item))
            .reduce(0) { $0 + $1.0 * $1.1 }
          let error = matrix.contains(user: user, item: item) ? 1 - score : 0
          total += error * error + unobserved * score * score
        }
      }
      return total
    }
    var moved = values
    for place in values.indices {
      moved[place] = values[place] + 1e-4
      let above = theirs(moved)
      moved[place] = values[place] - 1e-4
      let slope = (above - theirs(moved)) / 2e-4
      moved[place] = values[place]
      #expect(abs(slope) < 2e-4, "element \(place)")
    }
  }
}
