import Engine

/// Items taken one after another under the kernel `L = AAᵀ + εI`, and of every other item how much
/// it would add: `d_i² = det(L_{T ∪ i}) / det(L_T)`, the part of item i that the taken ones do not
/// explain. The incremental Cholesky factorisation of Chen, Zhang & Zhou (NeurIPS 2018,
/// algorithm 1): taking item j costs O(|I| (|T| + width)),
/// `e_i = (L_ji − c_j · c_i) / d_j`, `c_i ← (c_i, e_i)`, `d_i² ← d_i² − e_i²`.
///
/// The personal kernel `L_u = Diag(g) L Diag(g)` needs no factorisation of its own: the factors g
/// leave the determinants, and an item adds `g_i² d_i²` to a user's set.
final class DeterminantalSelection {
  private let kernel: DiversityKernel
  private let items: Int
  private let most: Int
  /// d² of every item, 0 of those taken, [items].
  let gains: Buffer<Float>
  /// The c of all items, a row for each that was taken, [most, items].
  private let factors: Buffer<Float>
  private(set) var count = 0

  /// Room for `most` items.
  init(_ kernel: DiversityKernel, most: Int) {
    (self.kernel, self.most) = (kernel, most)
    items = kernel.vectors.rows
    gains = Buffer(items)
    factors = Buffer(most * items)
  }

  func begin() {
    count = 0
    let (vectors, width) = (kernel.vectors.value, kernel.vectors.columns)
    for item in 0..<items {
      let vector = vectors + item * width
      gains.pointer[item] = Float.dot(width, vector, vector) + Float(kernel.ridge)
    }
  }

  /// Takes an item that is not yet taken.
  func take(_ item: Int) {
    precondition(count < most, "room for \(most) items")
    let (vectors, width) = (kernel.vectors.value, kernel.vectors.columns)
    let row = factors.pointer + count * items
    let vector = vectors + item * width
    for other in 0..<items { row[other] = Float.dot(width, vectors + other * width, vector) }
    row[item] += Float(kernel.ridge)
    for earlier in 0..<count {
      let other = factors.pointer + earlier * items
      Float.axpy(items, -other[item], other, row)
    }
    Float.scale(items, 1 / gains.pointer[item].squareRoot(), row, row)
    // Of those taken rounding leaves less than nothing.
    for other in 0..<items {
      gains.pointer[other] = max(0, gains.pointer[other] - row[other] * row[other])
    }
    gains.pointer[item] = 0
    count += 1
  }
}
