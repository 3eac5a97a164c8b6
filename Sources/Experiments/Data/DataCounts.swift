import Basics
import Datasets

/// What a data set holds and what became of its events, in figures, whatever the seed.
struct DataCounts: Settings, Equatable {
  /// Records that a source has and the data set has not.
  struct Dropped: Settings, Equatable {
    var reason = ""
    var count = 0

    static var fields: [Field<Self>] {
      [
        .text("reason", \.reason, "why").required(),
        .integer("count", \.count, 0...(.max), "how many").required(),
      ]
    }
  }

  /// Users, those without events included; nil where nobody knows whose a record is.
  var users: Int?
  /// Items, those without events included: the candidates. Nil where records are about none.
  var items: Int?
  /// Events, or records.
  var events = 0
  /// Records that were left out as they were read, by the reason.
  var dropped: [Dropped] = []
  /// Events that the feedback rule does not count; nil where that is not known.
  var refused: Int?
  /// Events that repeat a pair which counts already; nil where that is not known.
  var repeats: Int?
  /// Pairs left out because their user or item has too few; nil where none are.
  var tooFew: Int?
  /// Pairs, or records, before any sample is drawn of them; nil where that is not known.
  var interactions: Int?

  init() {}

  /// Counts the data set as these settings use it.
  ///
  /// - Parameter parts: any seed's, of which the number of interactions follows.
  init(_ settings: DataSettings, _ dataset: Dataset, _ parts: SplitCounts?) {
    users = settings.hasUsers ? dataset.users : nil
    items = settings.hasItems ? dataset.items : nil
    events = dataset.events.count
    dropped = dataset.dropped.map {
      var dropped = Dropped()
      (dropped.reason, dropped.count) = ($0.reason, $0.count)
      return dropped
    }
    let all = parts.map { $0.train + $0.validation + $0.test }
    if settings.areRecords {
      interactions = events
      if settings.minimum != nil,
        let counts = try? SelectionCounts(dataset, feedback: settings.feedback)
      {
        (events, tooFew) = (counts.events, counts.tooFew)
      }
    } else if settings.split.method == .files {
      // Lines of other files than the data set's.
      interactions = all
    } else if let counts = try? SelectionCounts(
      dataset, feedback: settings.feedback, duplicates: settings.duplicates ?? .first,
      interactions: settings.sample == nil && settings.duplicates == nil ? all : nil)
    {
      (events, refused, interactions) = (counts.events, counts.refused, counts.interactions)
      tooFew = settings.minimum.map { _ in counts.tooFew }
      // Where repeats are kept none is merged.
      repeats = settings.duplicates?.keepsAll == true ? nil : counts.repeats
    }
  }

  static var fields: [Field<Self>] {
    [
      .integer("users", \.users, 0...(.max), "users; null: nobody knows"),
      .integer("items", \.items, 0...(.max), "items; null: records are about none"),
      .integer("events", \.events, 0...(.max), "events or records").required(),
      .objects("dropped", \.dropped, "records left out as they were read").required(),
      .integer("refused", \.refused, 0...(.max), "events that do not count; null: not known"),
      .integer("repeats", \.repeats, 0...(.max), "repeats of a pair; null: not known"),
      .integer("tooFew", \.tooFew, 0...(.max), "pairs of users and items with too few; null: none")
        .omittedByDefault(),
      .integer("interactions", \.interactions, 0...(.max), "pairs or records; null: not known"),
    ]
  }
}
