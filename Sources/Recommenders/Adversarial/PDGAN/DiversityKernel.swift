import Basics
import Datasets
import Engine

/// PD-GAN's kernel of how alike items are, `L = AAᵀ + εI`, the rows of A of unit length: learned
/// before anything else so that sets of items from different categories have large determinants and
/// sets from one category small ones.
///
/// Each step draws `batch` sets T of one item from each of k categories, and as many sets T̃ of k
/// items from one category that has so many, and climbs `mean ln det(L_T) − mean ln det(L_T̃)` with
/// Adam; then the rows are cut to unit length, so that a determinant is a matter of angles alone.
/// Categories are uniform over those that have an item (T̃: k items), items uniform in a category.
/// k is at most the number of categories and the size of the largest; with k below 2 there is
/// nothing to learn, and items stay as alike as random directions.
///
/// Departures: the paper says nothing of A's lengths, nor how ln det(L_T̃) is kept from −∞, which
/// is what the ridge ε is for; it makes every L_T invertible too.
struct DiversityKernel {
  let store: ParameterStore
  /// A [items, width].
  let vectors: Parameter
  let ridge: Double

  /// Starts with random directions.
  init(items: Int, width: Int, ridge: Double, seed: UInt64) {
    store = ParameterStore(player: "kernel", seed: seed)
    vectors = store.make("items", rows: items, columns: width, .normal(deviation: 1))
    self.ridge = ridge
    normalise()
  }

  /// Learns for some steps; returns the mean objective of the last tenth of them, nil where there
  /// was nothing to learn.
  @discardableResult
  func learn(
    _ category: Feature, setSize: Int, batch: Int, steps: Int, learningRate: Double,
    _ random: inout Random
  ) -> Double? {
    guard var sets = CategorySets(category, size: setSize), steps > 0 else { return nil }
    let (diverse, alike) = (
      IndexInput(capacity: batch * sets.size), IndexInput(capacity: batch * sets.size)
    )
    let learner = Learner(store, rule: .adam(learningRate))
    let program = learner.program(
      minimizing: sum(
        [diverse, alike].map {
          gramLogDeterminant(gather(vectors, $0), size: sets.size, ridge: ridge)
        }, factors: [-1, 1]))
    let last = max(1, steps / 10)
    var total = 0.0
    for step in 0..<steps {
      sets.draw(diverse, alike, &random)
      let loss = learner.descend(program)
      if step >= steps - last { total -= loss }
      normalise()
    }
    return total / Double(last)
  }

  private func normalise() {
    let width = vectors.columns
    for row in 0..<vectors.rows {
      let vector = vectors.value + row * width
      let length = Float.dot(width, vector, vector).squareRoot()
      if length > 0 { Float.scale(width, 1 / length, vector, vector) }
    }
  }
}
