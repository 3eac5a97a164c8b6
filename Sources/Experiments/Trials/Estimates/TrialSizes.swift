import Datasets
import Evaluation
import Recommenders

/// What memory and time of a trial follow from, beside its settings: the sizes of its data.
struct TrialSizes: Sendable {
  /// What is learned from.
  enum Learned: Sendable {
    case rankings(RankingSizes)
    case clicks(RecordSizes)
  }

  /// Events of the whole data set, which a worker reads.
  let events: Double
  /// Users and items of the data set.
  let users: Double
  let items: Double
  let learned: Learned
  /// Users with a held-out item; of clicks, records that are predicted.
  let tested: Double
  /// Interactions that are held out.
  let heldOut: Double

  /// The sizes of a trial for this purpose.
  init(_ parts: TrialParts, of dataset: Dataset, for purpose: Trial.Purpose) {
    events = Double(dataset.events.count)
    (users, items) = (Double(dataset.users), Double(dataset.items))
    switch parts {
    case .interactions(let split):
      learned = .rankings(
        RankingSizes(split.trainingData(for: purpose, of: dataset)))
      let held = split.heldOut(for: purpose)
      heldOut = Double(held.count)
      tested = Double((0..<held.users).count { !held[$0].isEmpty })
    case .records(let records, let split):
      let places = split.learned(for: purpose)
      learned = .clicks(RecordSizes(records, learned: places.count))
      heldOut = Double(split.heldOut(for: purpose).count)
      tested = heldOut
    }
  }
}
