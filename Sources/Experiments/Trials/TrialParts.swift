import Basics
import Datasets
import Recommenders

/// What the trials of one seed learn from and are measured on.
enum TrialParts: Sendable {
  /// To rank items: who took what.
  case interactions(Split)
  /// To predict clicks: the records, and the places of each part among them.
  case records(Records, RecordSplit)

  /// The SHA-256 of the split: equal splits have equal digests.
  var digest: String {
    switch self {
    case .interactions(let split): split.digest
    case .records(_, let split): split.digest
    }
  }
}

extension Split {
  /// What a trial learns from, and therefore never recommends.
  func learned(for purpose: Trial.Purpose) -> Interactions {
    purpose == .choosing ? train : trainAndValidation
  }

  /// All that a recommender may know at its training.
  func trainingData(for purpose: Trial.Purpose, of dataset: Dataset) -> TrainingData {
    TrainingData(
      learned(for: purpose),
      events: purpose == .choosing ? trainEvents : trainAndValidationEvents, of: dataset)
  }

  /// What a trial is measured on.
  func heldOut(for purpose: Trial.Purpose) -> Interactions {
    purpose == .choosing ? validation : test
  }
}

extension RecordSplit {
  /// The places of the records that a trial learns from.
  func learned(for purpose: Trial.Purpose) -> [Int32] {
    purpose == .choosing ? train : trainAndValidation
  }

  /// The places of the records that a trial is measured on.
  func heldOut(for purpose: Trial.Purpose) -> [Int32] {
    purpose == .choosing ? validation : test
  }
}

extension DataSettings {
  /// The parts of a data set for these seeds, by the seed.
  ///
  /// Throws as `makeSplit`, `makeRecordSplit` and `Records.init` do.
  func parts(of dataset: Dataset, seeds: [Int]) throws(Problem) -> [Int: TrialParts] {
    let records = try clicks.map { clicks throws(Problem) in try Records(dataset, clicks) }
    var parts: [Int: TrialParts] = [:]
    for seed in seeds {
      let random = UInt64(seed)
      parts[seed] =
        if let records {
          .records(records, try makeRecordSplit(dataset, seed: random))
        } else {
          .interactions(try makeSplit(dataset, seed: random))
        }
    }
    return parts
  }
}
