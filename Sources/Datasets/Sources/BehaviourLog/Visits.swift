import Basics
import Foundation

/// What the simulated shop showed, by the beginning of each session: sessions of users who look
/// through a category or two.
struct Visits {
  /// Times are in seconds from the log's beginning; ratings are still to be drawn.
  private(set) var events: [Event] = []
  private(set) var stages: [Int32] = []
  private(set) var seasons: [Int32] = []
  private(set) var positions: [Int32] = []
  /// See ``PurchaseLaw/logit(_:_:_:)``.
  private(set) var logits: [Float] = []

  init(
    _ settings: BehaviourLogSettings, _ customers: Customers, _ goods: Goods, _ law: PurchaseLaw,
    days: Int, seed: UInt64
  ) {
    var random = Random(seed: seed, stream: "behaviour-log/sessions")
    let sessions = Self.sessions(settings, customers, days: days, &random)
    let interests = (0..<Customers.groups).map { law.interest($0) }
    events.reserveCapacity(settings.records)
    logits.reserveCapacity(settings.records)
    for session in sessions {
      let user = Int(session.user)
      let day = session.time / 86_400
      var category = random.index(interests[customers.group(user)])
      for position in 0..<Int(session.length) {
        if position > 0, random.uniform() < 0.2 {
          category = random.index(interests[customers.group(user)])
        }
        let time = session.time + 30 * position
        let item = goods.shown(category, day: day, &random)
        let moment = PurchaseLaw.Moment(
          stage: goods.stage(item, day: day), season: Self.season(day),
          hour: time / 3600 % 24, weekday: (time / 86_400 + 6) % 7, position: position)
        events.append(
          Event(user: session.user, item: Int32(item), time: Timestamp(seconds: Int64(time))))
        stages.append(Int32(moment.stage))
        seasons.append(Int32(moment.season))
        positions.append(Int32(position))
        logits.append(law.logit(user, item, moment))
      }
    }
  }

  /// When who comes, and for how many records: one to ten, 5.5 in the mean; the last session is cut
  /// where the log is full. By their beginnings.
  static func sessions(
    _ settings: BehaviourLogSettings, _ customers: Customers, days: Int, _ random: inout Random
  ) -> [(time: Int, user: Int32, length: Int32)] {
    var sessions: [(time: Int, user: Int32, length: Int32)] = []
    var records = 0
    while records < settings.records {
      let length = min(1 + random.below(PurchaseLaw.longestSession), settings.records - records)
      let time = random.below(days) * 86_400 + second(&random)
      let visitor = customers.visitor(&random)
      let user = sessions.count < settings.users ? sessions.count : visitor
      sessions.append((time, Int32(user), Int32(length)))
      records += length
    }
    sessions.sort { ($0.time, $0.user, $0.length) < ($1.time, $1.user, $1.length) }
    return sessions
  }

  /// A second of the day: few by night, most in the evening.
  private static func second(_ random: inout Random) -> Int {
    let hours = (0..<24).map { $0 < 7 ? 0.2 : $0 < 18 ? 1.0 : 1.8 }
    return random.index(hours) * 3600 + random.below(3600)
  }

  /// The place of the season of a day, in years of 365 days from 1 January.
  private static func season(_ day: Int) -> Int { (day % 365 + 31) / 92 % 4 }
}
