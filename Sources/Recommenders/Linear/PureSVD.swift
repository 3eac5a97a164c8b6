import Basics
import Datasets
import Engine

/// PureSVD: the interaction matrix, its zeros included, by its largest singular vectors
/// (Cremonesi, Koren, Turrin, RecSys 2010).
///
/// `X ≈ U Σ Vᵀ`, [users, factors] [factors] [items, factors]; scores are `X V Vᵀ = U Uᵀ X`.
/// The vectors of the smaller side are the eigenvectors of `XᵀX` or `XXᵀ`, whose elements are whole
/// numbers, by a direct method in double precision; the other side's are X times these, so nothing
/// is divided by a small singular value. Where there are fewer users or items than factors, as many
/// factors as of them.
package final class PureSVD: FactorRecommender {
  package struct Options: Settings {
    package var factors = 50

    package init() {}

    package static let fields: [Field<Options>] = [
      .integer("factors", \.factors, 1...4096, "how many singular vectors are kept")
    ]
  }

  package static let name = "pure-svd"
  package static let summary = "the interaction matrix by its largest singular vectors"
  package static let source = "Cremonesi, Koren, Turrin, RecSys 2010"

  let model: FactorPair

  /// Throws `Problem.run` when the eigenvalues do not converge.
  package init(_ options: Options, data: TrainingData, seed: UInt64) throws {
    let matrix = data.interactions
    let order = min(matrix.users, matrix.items)
    let factors = min(options.factors, order)
    model = FactorPair(
      player: "model", users: matrix.users, items: matrix.items, factors: factors, start: .zeros,
      seed: seed)
    let (smaller, rows) =
      matrix.users < matrix.items
      ? (model.users, matrix) : (model.items, matrix.transposed())
    var gram = TwoStepPaths(rows).lowerTriangle()
    let vectors = try LAPACK.largestEigenpairs(&gram, order: order, count: factors).vectors
    // [order, factors], with the vectors in columns.
    let columns = [Double](unsafeUninitializedCapacity: order * factors) { columns, count in
      for factor in 0..<factors {
        for row in 0..<order {
          columns[row * factors + factor] = vectors[factor * order + row]
        }
      }
      count = order * factors
    }
    for place in columns.indices { smaller.value[place] = Float(columns[place]) }
    let larger = smaller === model.users ? model.items : model.users
    Self.fill(larger, rows.transposed(), columns)
  }

  /// Each row of `parameter` is the sum of those rows of `table` [·, factors] that it has.
  private static func fill(_ parameter: Parameter, _ rows: Interactions, _ table: [Double]) {
    let factors = parameter.columns
    var sums = [Double](repeating: 0, count: factors)
    for row in 0..<parameter.rows {
      for factor in 0..<factors { sums[factor] = 0 }
      for entry in rows[row] {
        for factor in 0..<factors { sums[factor] += table[Int(entry) * factors + factor] }
      }
      for factor in 0..<factors { parameter.value[row * factors + factor] = Float(sums[factor]) }
    }
  }
}

extension PureSVD {
  package static func estimate(_ options: Options, _ sizes: RankingSizes) -> Estimate {
    let order = min(sizes.users, sizes.items)
    let factors = min(Double(options.factors), order)
    var estimate = Estimate()
    estimate.add(factors: factors, sizes, .none)
    estimate.whileMade = 8 * order * order + order * (16 * factors + 8 * 40)
    estimate.name(
      8 * order * order,
      "\(whole(order)) \(sizes.users < sizes.items ? "users" : "items") squared")
    // Half of the reduction to a tridiagonal matrix multiplies by vectors, which memory bounds.
    estimate.making += Work(
      steps: 1.5 * min(sizes.userPaths, sizes.itemPaths) + sizes.interactions * factors,
      bytes: 2 * order * order * order, doubles: 2 * order * order * (order + 2 * factors))
    estimate.one = .scores(factors, sizes)
    return estimate
  }
}
