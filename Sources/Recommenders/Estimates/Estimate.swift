import Foundation

/// About what a system takes, as far as sizes and settings tell: bytes of memory, and the work of
/// each part of a trial. What any trial takes – the process, the data, the evaluation – is not in
/// it.
package struct Estimate: Sendable, Equatable {
  /// Bytes held as long as the system is.
  package var held = 0.0
  /// Bytes beside those while it is made.
  package var whileMade = 0.0
  /// Bytes beside those from its first scores on.
  package var whileScoring = 0.0
  /// Bytes beside those while it tells what it observed.
  package var whileObserved = 0.0
  /// Bytes of its checkpoint, which is made in memory.
  package var saved = 0.0
  /// Bytes of the checkpoint that are copied from where the system holds them.
  package var copied = 0.0
  /// What its making takes.
  package var making = Work()
  /// What an epoch takes; nothing where all is learned at once.
  package var epoch = Work()
  /// What comes before the first scores after an epoch.
  package var look = Work()
  /// The scores of all items for a user, or the prediction of a record, among many.
  package var one = Work()
  /// What telling its observations takes.
  package var observing = Work()
  /// What takes the most memory, for messages: "54542 items squared".
  package private(set) var largest: String?
  private var largestBytes = 0.0

  package init() {}
}

/// A number without decimals, its thousands set apart: 54,542.
func whole(_ number: Double) -> String {
  guard number < 1e15 else { return String(format: "%.1e", number) }
  var digits = String(format: "%.0f", number)
  for place in stride(from: digits.count - 3, to: 0, by: -3) {
    digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
  }
  return digits
}

/// What moves parameters, as far as memory is concerned.
enum Mover {
  /// Nothing but weights.
  case none
  /// Rows that a step touches; the gradient of a whole table has its place.
  case sgd
  /// All parameters, each with two moments.
  case adam
}

extension Estimate {
  /// Names what some of the bytes are for; the largest is told.
  mutating func name(_ bytes: Double, _ what: String) {
    if bytes > largestBytes { (largestBytes, largest) = (bytes, what) }
  }

  /// Trainable numbers: held, drawn when they are made, and saved with what moves them.
  mutating func add(parameters count: Double, _ mover: Mover) {
    let moments = mover == .adam ? 2.0 : 0
    held += 4 * count * (1 + moments) + (mover == .sgd ? 4 * count : 0)
    saved += 4 * count * (1 + moments)
    copied += 4 * count * (1 + moments)
    making += Work(steps: 12 * count, bytes: 16 * count)
    name(4 * count * (1 + 2 * moments), "\(whole(count)) parameters")
  }

  /// Vectors of users and items, in that number of tables of each.
  mutating func add(factors: Double, _ sizes: RankingSizes, _ mover: Mover) {
    add(parameters: (sizes.users + sizes.items) * factors, mover)
  }

  /// Numbers that a step of training keeps: values, gradients, masks.
  mutating func add(activations count: Double) {
    held += 4 * count
    making += Work(bytes: 8 * count)
    name(4 * count, "the activations of a batch")
  }

  /// One bit for each pair of user and item, see `Membership`.
  mutating func addMembership(_ sizes: RankingSizes) {
    held += sizes.users * sizes.items / 8
    making += Work(
      steps: 4 * sizes.interactions, bytes: 0.5 * sizes.users * sizes.items)
    name(sizes.users * sizes.items / 8, "a bit for each pair of \(sizes.pairs)")
  }

  /// Another system that is part of this one.
  mutating func add(_ other: Estimate) {
    if let largest = other.largest { name(other.largestBytes, largest) }
    held += other.held
    whileMade = max(whileMade, other.whileMade)
    whileScoring += other.whileScoring
    whileObserved = max(whileObserved, other.whileObserved)
    saved += other.saved
    copied += other.copied
    making += other.making
    epoch += other.epoch
    look += other.look
    one += other.one
    observing += other.observing
  }

  /// The most bytes that the system holds at one moment, `evaluation` those of scores to be ranked.
  package func peak(evaluation: Double) -> Double {
    // HDF5 makes the file in memory, hands out a copy, and that grows once more by its seal.
    let saving = 3 * saved + copied
    return held + max(whileMade, whileScoring + max(evaluation, saving, whileObserved))
  }
}
