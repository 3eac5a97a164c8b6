import Basics

/// What users of the simulated shop did, in the order of the beginnings of their sessions:
/// regulars, who look through a category or two and go on with some of its items.
struct BehaviourVisits {
  /// Times are in seconds from the log's beginning.
  private(set) var events: [Event] = []
  /// What each event is.
  private(set) var kinds: [BehaviourChain] = []

  init(
    _ settings: BehaviourLogSettings, _ customers: Customers, _ goods: Goods, days: Int,
    seed: UInt64
  ) {
    var random = Random(seed: seed, stream: "behaviour-log/behaviours")
    let sessions = Visits.sessions(settings, customers, days: days, &random)
    var regulars = Regulars(settings, seed: seed)
    events.reserveCapacity(settings.records)
    kinds.reserveCapacity(settings.records)
    for session in sessions {
      let user = Int(session.user)
      let day = session.time / 86_400
      var place = regulars.category(of: user, &random)
      // The item that the user is at, and what comes next of it.
      var (item, next): (Int, BehaviourChain?) = (0, nil)
      for position in 0..<Int(session.length) {
        if next == nil {
          if position > 0, random.uniformDouble() < 0.2 {
            place = regulars.category(of: user, &random)
          }
          item =
            regulars.again(user, in: place.category, &random)
            ?? goods.shown(place.category, day: day, &random)
        }
        let kind = next ?? .view
        let time = Timestamp(seconds: Int64(session.time + 30 * position))
        events.append(Event(user: session.user, item: Int32(item), time: time))
        kinds.append(kind)
        if kind == .repurchase { regulars.buys(item, user, in: place.category) }
        next = kind.next(inFavourite: place.isFavourite, &random)
      }
    }
  }
}
