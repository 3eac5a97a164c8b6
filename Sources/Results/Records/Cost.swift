/// What a system took, by what it was spent on.
package enum Cost: String, CaseIterable, Sendable {
  /// Seconds of making, training and saving.
  case training
  /// Seconds of `training` over the number of epochs, so with a share of what is done once.
  case epoch
  /// Seconds of scoring, ranking and metrics.
  case evaluation
  /// Seconds of scoring for one user who asks alone, of whom everything is read anew.
  case userAlone = "user-alone"
  /// Seconds of scoring for a thousand users.
  case thousandUsers = "1000-users"
  /// Seconds of predicting a million records.
  case millionRecords = "1000000-records"
  /// Bytes resident at most.
  case memory
  /// Bytes resident at most while users ask alone, after training.
  case scoringMemory = "memory-scoring"
  /// How many numbers are learned.
  case parameters

  /// How it is measured.
  package var definition: String {
    switch self {
    case .training: "making, training and saving"
    case .epoch: "the training seconds over the number of epochs; none where there are none"
    case .evaluation: "scoring, ranking and metrics, at every look"
    case .userAlone: "scoring all items for one user alone, mean of 100"
    case .thousandUsers: "scoring all items for them, in batches"
    case .millionRecords: "predicting their clicks, in batches"
    case .memory: "resident in the trial's process, at most"
    case .scoringMemory:
      "resident in the trial's process while users ask alone, at most; what training left is in it"
    case .parameters: "learned numbers"
    }
  }

  /// Seconds, bytes or a count; nil where the record does not say.
  package func value(of record: TrialRecord) -> Double? {
    switch self {
    case .training: record.duration("training")
    case .epoch:
      record.epochs == 0 ? nil : record.duration("training").map { $0 / Double(record.epochs) }
    case .evaluation: record.duration("evaluation")
    case .userAlone: record.duration("inference alone")
    case .thousandUsers: record.duration("inference per user").map { 1000 * $0 }
    case .millionRecords: record.duration("inference per record").map { 1e6 * $0 }
    case .memory: record.peakMemory == 0 ? nil : Double(record.peakMemory)
    case .scoringMemory: record.scoringMemory == 0 ? nil : Double(record.scoringMemory)
    case .parameters: record.parameters == 0 ? nil : Double(record.parameters)
    }
  }

  /// Its heading in a cost table, with the unit.
  var heading: String {
    switch self {
    case .training: "training, s"
    case .epoch: "epoch, s"
    case .evaluation: "evaluation, s"
    case .userAlone: "user, ms"
    case .thousandUsers: "1000 users, s"
    case .millionRecords: "1000000 records, s"
    case .memory: "memory, MiB"
    case .scoringMemory: "scoring memory, MiB"
    case .parameters: "parameters"
    }
  }

  /// How many of the heading's units one second or byte is.
  var scale: Double {
    switch self {
    case .userAlone: 1000
    case .memory, .scoringMemory: 1 / Double(1 << 20)
    default: 1
    }
  }
}
