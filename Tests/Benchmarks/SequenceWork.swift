import Basics
import Datasets
import Recommenders

/// Training of sequence models on drawn sequences.
enum SequenceWork {
  private static let items = 3416
  /// Every tenth of the lengths of MovieLens-1M's sequences.
  private static let tenths = [18, 27, 37, 51, 70, 96, 126, 173, 253, 400, 2277]

  /// A step of the BiLSTM-Transformer paper's model: 256 sequences of 50 items, each telling the
  /// next.
  static func bilstmStep() throws -> () -> Void {
    try epoch(
      of: "bilstm-transformer", #"{"form": "causal", "maxLength": 50, "batch": 256}"#,
      lengths: [Int](repeating: 51, count: 256))
  }

  /// An epoch of SASRec over 6,040 sequences as long as MovieLens-1M's.
  static func sasrecEpoch() throws -> () -> Void {
    let users = 6040
    return try epoch(
      of: "sasrec", "{}",
      lengths: (0..<users).map { user in
        let place = (Double(user) + 0.5) / Double(users) * 10
        let (tenth, part) = (Int(place), place - place.rounded(.down))
        return tenths[tenth] + Int(Double(tenths[tenth + 1] - tenths[tenth]) * part)
      })
  }

  private static func epoch(
    of name: String, _ settings: String, lengths: [Int]
  ) throws -> () -> Void {
    var random = Random(seed: 1, stream: "sequences")
    var events: [Event] = []
    var order = (0..<Int32(items)).map { $0 }
    for (user, length) in lengths.enumerated() {
      for place in 0..<length { order.swapAt(place, place + random.below(items - place)) }
      events += order.prefix(length).enumerated().map { time, item in
        Event(
          user: Int32(user), item: item,
          time: Timestamp(nanoseconds: Int64(time) * 1_000_000_000))
      }
    }
    let interactions = Interactions(
      users: lengths.count, items: items, pairs: events.map { ($0.user, $0.item) })
    let model = try RecommenderList.named(name).make(
      JSON.parse(settings, file: "bench"),
      TrainingData(interactions: interactions, events: events), 1)
    return { _ = (model as? any EpochLearner)?.trainEpoch() }
  }
}
