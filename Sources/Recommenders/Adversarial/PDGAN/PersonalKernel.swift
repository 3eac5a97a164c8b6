import Basics
import Engine

/// A user's determinantal point process, `L_u = Diag(e^{βQ}) L Diag(e^{βQ})`, and ways to take
/// items under it: of the highest probability, or at random.
///
/// `Q_i = σ(b_i + v_u · v_i)` is how well item i suits the user and `β = α / (2(1 − α))`, so that
/// `ln det(L_u,T) = α/(1−α) · Σ_{i∈T} Q_i + ln det(L_T)`, relevance weighed against diversity by α.
/// Given the items taken, another one adds the factor `e^{2βQ_i} d_i²` to the determinant; see
/// `DeterminantalSelection`. Only their ratios matter, so the largest `e^{2βQ}` is 1.
final class PersonalKernel {
  /// `2β`, by which Q is multiplied in the logarithm.
  let slope: Double
  let items: Int
  /// Q of the user shown, [items].
  let qualities: Buffer<Float>
  private let generator: FactorModel
  private let selection: DeterminantalSelection
  private let strengths: Buffer<Float>
  private let weights: Buffer<Float>
  private var sampler: CategoricalSampler

  /// Sets of up to `most` items; `relevance` is α.
  init(_ generator: FactorModel, _ kernel: DiversityKernel, relevance: Double, most: Int) {
    self.generator = generator
    slope = relevance / (1 - relevance)
    items = generator.items.rows
    selection = DeterminantalSelection(kernel, most: most)
    qualities = Buffer(items)
    strengths = Buffer(items)
    weights = Buffer(items)
    sampler = CategoricalSampler(classes: items)
  }

  /// Makes this the user whose kernel it is, without any item taken.
  func show(_ user: Int) {
    generator.scores(of: user..<user + 1, into: qualities.pointer)
    Float.sigmoid(items, qualities.pointer, qualities.pointer)
    var top: Float = 0
    for item in 0..<items { top = max(top, qualities.pointer[item]) }
    for item in 0..<items {
      strengths.pointer[item] = Float(slope) * (qualities.pointer[item] - top)
    }
    Float.exponential(items, strengths.pointer, strengths.pointer)
    selection.begin()
  }

  /// Nothing is taken, of the same user.
  func begin() { selection.begin() }

  /// What each item adds to the determinant of L, d², [items]; 0 of those taken.
  var gains: UnsafePointer<Float> { UnsafePointer(selection.gains.pointer) }

  /// From now on until the next user, this item is not taken.
  func exclude(_ item: Int) { strengths.pointer[item] = 0 }

  /// Takes the item that adds most, the first of equals, a step of the greedy search for the set of
  /// the highest probability; nil where there is none.
  func takeBest() -> Int? {
    Float.multiply(items, strengths.pointer, selection.gains.pointer, weights.pointer)
    var (best, most) = (-1, Float(0))
    for item in 0..<items where weights.pointer[item] > most {
      (best, most) = (item, weights.pointer[item])
    }
    guard best >= 0 else { return nil }
    selection.take(best)
    return best
  }

  /// Takes an item with a probability in proportion to what it adds: a random form of the greedy
  /// search. Some item must be left.
  func takeAny(_ random: inout Random) -> Int {
    Float.multiply(items, strengths.pointer, selection.gains.pointer, weights.pointer)
    sampler.set(weights.pointer)
    let item = sampler.draw(&random)
    selection.take(item)
    return item
  }
}
