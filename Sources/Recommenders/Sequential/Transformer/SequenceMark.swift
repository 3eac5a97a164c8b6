import Basics
import Datasets

/// What else a sequence model is told of each row: the vector of a value is added to that of the
/// item.
struct SequenceMark {
  let name: String
  /// How many values there are, 0 among them, which is unknown.
  let count: Int
  /// The value of each of the sequences' items.
  let values: [Int32]
  /// Whether it is of what the user did, and hidden where an item is; else of the user.
  let isOfItem: Bool
}

/// What a sequence model is to be told beside items, as a spec names it.
package struct SequenceMarks: Settings, Equatable {
  package var behaviour: String?
  package var timeGap = false
  package var userFeatures: [String] = []

  package init() {}

  package static let fields: [Field<SequenceMarks>] = [
    .text(
      "behaviour", \.behaviour,
      "the column that tells what each interaction was, as a further input"
    ).omittedByDefault(),
    .boolean(
      "timeGap", \.timeGap, "whether the time since the interaction before is a further input"
    ).omittedByDefault(),
    .texts(
      "userFeatures", \.userFeatures,
      "user features, such as a pipeline's cluster, as further inputs"
    ).omittedByDefault(),
  ]

  package func check(_ json: JSON) throws(Problem) {
    try refuseRepeats(userFeatures, at: "userFeatures", json)
  }

  /// Refuses what the data do not tell.
  func check(_ data: TrainingData, for recommender: String) throws(Problem) {
    _ = try marks(of: data, try data.sequences(for: recommender), for: recommender)
  }

  /// The marks of these sequences. Throws `Problem` naming `recommender` where the data lack one.
  func marks(
    of data: TrainingData, _ sequences: Sequences, for recommender: String
  ) throws(Problem) -> [SequenceMark] {
    var marks: [SequenceMark] = []
    if let behaviour {
      let column = try data.column(behaviour, for: recommender)
      guard case .categories(let vocabulary, let places) = column.values else {
        throw .usage("\(recommender): the column \"\(behaviour)\" has no words")
      }
      marks.append(
        SequenceMark(
          name: "behaviour", count: vocabulary.count + 1,
          values: sequences.events.map { places[Int($0)] + 1 }, isOfItem: true))
    }
    if timeGap { marks.append(Self.gaps(data, sequences)) }
    for feature in try data.userFeatures(named: userFeatures, for: recommender) {
      guard (0..<sequences.users).allSatisfy({ feature.values[$0].count <= 1 }) else {
        throw .usage(
          "\(recommender): \"\(feature.name)\" has several values a user; expected one at most")
      }
      let values = (0..<sequences.users).flatMap { user in
        repeatElement((feature.values[user].first ?? -1) + 1, count: sequences[user].count)
      }
      marks.append(
        SequenceMark(
          name: "user-\(feature.name)", count: feature.vocabulary.count + 1, values: values,
          isOfItem: false))
    }
    return marks
  }

  /// 1 + ⌊log₂(1 + seconds)⌋ since the user's interaction before; 0 of the first.
  private static func gaps(_ data: TrainingData, _ sequences: Sequences) -> SequenceMark {
    let times = sequences.events.map { data.events[Int($0)].time?.nanoseconds ?? 0 }
    var values = [Int32](repeating: 0, count: times.count)
    for user in 0..<sequences.users {
      for place in sequences[user].indices.dropFirst() {
        let (gap, isTooLong) = times[place].subtractingReportingOverflow(times[place - 1])
        let seconds = UInt64(isTooLong ? .max : max(0, gap)) / 1_000_000_000
        values[place] = Int32(64 - (seconds + 1).leadingZeroBitCount)
      }
    }
    return SequenceMark(name: "gap", count: 35, values: values, isOfItem: true)
  }
}
