import Basics
import Foundation

/// A simulation of the log of a shop, of the sizes that the DeepFM/NeuMF paper's Table 1 gives for
/// its private crawl: who was shown what, when, and what came of it.
///
/// Nothing of the crawl is in it but these sizes; every number measured on it is one of a
/// simulation. The probability of a purchase follows from the fields alone – tastes of age and
/// gender, price against purchasing power, the item's life cycle, region, season, hour, place in
/// the session, and a little of user and item themselves – so the best that anyone could reach is
/// known. The fourteen fields: `user`, `item`, `gender`, `age`, `region`, `power`, `category`,
/// `subcategory`, `price`, `stage`, `season`, `hour`, `weekday`, `position`. A record is a view
/// (rating 1), in the basket or among the favourites (2), or a purchase (3, and 1 in the column
/// `purchase`).
///
/// In the form `behaviours` the same users and goods make another log, for ranking: what users did,
/// in a column `behaviour`; see ``BehaviourVisits``. Users return to few categories and to what
/// they bought there, and what they do with an item follows in an order, so that there is a taste
/// and a sequence to learn.
package enum BehaviourLog {
  static let name = "behaviour-log"

  static let source = DatasetSource(
    BehaviourLogSettings.self, title: "Simulated log of a shop",
    source: "a simulation, of the sizes of the DeepFM/NeuMF paper's Table 1; no real data")

  /// 1 January 2023, 0:00 UTC, a Sunday.
  private static let start: Int64 = 1_672_531_200
  private static let days = 730

  /// The log of these sizes, session after session in the order of their beginnings. The same
  /// settings give the same log everywhere.
  package static func dataset(_ settings: BehaviourLogSettings) -> Dataset {
    let seed = UInt64(settings.seed)
    let customers = Customers(settings.users, seed: seed)
    let goods = Goods(settings, days: days, seed: seed)
    switch settings.form {
    case .impressions: return impressions(settings, customers, goods, seed)
    case .behaviours: return behaviours(settings, customers, goods, seed)
    }
  }

  private static func behaviours(
    _ settings: BehaviourLogSettings, _ customers: Customers, _ goods: Goods, _ seed: UInt64
  ) -> Dataset {
    let visits = BehaviourVisits(settings, customers, goods, days: days, seed: seed)
    let places = visits.kinds.map { Int32(BehaviourChain.allCases.firstIndex(of: $0) ?? -1) }
    let events = visits.events.map(sinceStart)
    return dataset(
      settings, customers, goods, events: events,
      columns: [
        Column(
          LikedRule.behaviour,
          .categories(vocabulary: BehaviourChain.allCases.map(\.rawValue), places))
      ], digest: digest(events, places))
  }

  /// The event at a time of the calendar.
  private static func sinceStart(_ event: Event) -> Event {
    var event = event
    event.time = event.time.map { Timestamp(seconds: $0.seconds + start) }
    return event
  }

  private static func impressions(
    _ settings: BehaviourLogSettings, _ customers: Customers, _ goods: Goods, _ seed: UInt64
  ) -> Dataset {
    let law = PurchaseLaw(customers, goods, categories: settings.categories, seed: seed)
    let visits = Visits(settings, customers, goods, law, days: days, seed: seed)
    let constant = constant(for: visits.logits, share: settings.purchaseShare)
    var random = Random(seed: seed, stream: "behaviour-log/outcomes")
    // Of what is not bought, so much is viewed and nothing more.
    let viewed = settings.viewShare / (1 - settings.purchaseShare)
    var (truths, purchases) = ([Float](), [Float]())
    truths.reserveCapacity(settings.records)
    purchases.reserveCapacity(settings.records)
    var events = visits.events.map(sinceStart)
    for (record, logit) in visits.logits.enumerated() {
      let truth = Float(1 / (1 + exp(-Double(logit) - constant)))
      let isPurchase = random.uniformDouble() < Double(truth)
      let isView = random.uniformDouble() < viewed
      truths.append(truth)
      purchases.append(isPurchase ? 1 : 0)
      events[record].rating = isPurchase ? 3 : isView ? 1 : 2
    }
    return dataset(
      settings, customers, goods, events: events,
      columns: [
        Column("price", .numbers(events.map { Double(goods.amount(Int($0.item))) })),
        Column("stage", .categories(vocabulary: Goods.stages, visits.stages)),
        Column("season", .categories(vocabulary: PurchaseLaw.seasonNames, visits.seasons)),
        Column(
          "position",
          .categories(
            vocabulary: (1...PurchaseLaw.longestSession).map { "\($0)" }, visits.positions)),
        Column("purchase", .numbers(purchases.map(Double.init))),
        Column(Records.truthName, .numbers(truths.map(Double.init))),
      ], digest: digest(events, truths.map { Int32(bitPattern: $0.bitPattern) }))
  }

  /// A log of these users and goods.
  private static func dataset(
    _ settings: BehaviourLogSettings, _ customers: Customers, _ goods: Goods, events: [Event],
    columns: [Column], digest: String
  ) -> Dataset {
    func features(_ name: String, _ vocabulary: [String], _ values: [Int32]) -> Feature {
      Feature(name: name, vocabulary: vocabulary, indices: values.map { [Int($0)] })
    }
    func numbered(_ count: Int) -> [String] { (1...count).map { "\($0)" } }
    let categories = goods.subcategory.map { goods.categoryOf[Int($0)] }
    return Dataset(
      name: name, events: events, userIDs: numbered(settings.users),
      itemIDs: numbered(settings.items),
      userFeatures: [
        features("gender", Customers.genders, customers.gender),
        features("age", Customers.ages, customers.age),
        features("region", Customers.regions, customers.region),
        features("power", Customers.powers, customers.power),
      ],
      itemFeatures: [
        features("category", numbered(settings.categories), categories),
        features("subcategory", numbered(settings.subcategories), goods.subcategory),
      ], columns: columns, digest: digest)
  }

  /// The constant with which the mean probability is the wanted share.
  private static func constant(for logits: [Float], share: Double) -> Double {
    // A tenth of the records tells it well enough.
    let some = stride(from: 0, to: logits.count, by: max(1, min(10, logits.count / 1000))).map {
      Double(logits[$0])
    }
    var (low, high) = (-30.0, 30.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      let mean = some.reduce(0) { $0 + 1 / (1 + exp(-$1 - middle)) } / Double(some.count)
      if mean < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Of who met what, how it ended, when, and a number more of each event.
  private static func digest(_ events: [Event], _ values: [Int32]) -> String {
    var hash = SHA256()
    for part in [events.map(\.user), events.map(\.item), events.map { Int32($0.rating ?? 0) }] {
      part.map(\.littleEndian).withUnsafeBytes { hash.update($0) }
    }
    events.map { ($0.time?.seconds ?? 0).littleEndian }.withUnsafeBytes { hash.update($0) }
    values.map(\.littleEndian).withUnsafeBytes { hash.update($0) }
    return hash.finish()
  }
}
