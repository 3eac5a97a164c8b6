import Basics

/// Training events by user, and what the features of users are counted of.
struct UserEvents {
  /// Those with an event, ascending.
  let users: [Int]
  private let events: [Event]
  private let dataset: Dataset
  /// The places of each user's events.
  private let places: [[Int]]
  private let behaviour: String?
  private let category: String?

  private static let standardBehaviour = "behaviour"
  private static let standardCategory = "category"

  /// Throws `Problem.data` where there is no event, `Problem.usage` where the data set has no column
  /// or attribute of a name that is given.
  init(
    _ events: [Event], in dataset: Dataset, behaviour: String?, category: String?
  ) throws(Problem) {
    guard !events.isEmpty else { throw .data("\(dataset.name): has no training event") }
    (self.events, self.dataset) = (events, dataset)
    (self.behaviour, self.category) = (behaviour, category)
    var rows = [[Int]](repeating: [], count: dataset.users)
    for (place, event) in events.enumerated() { rows[Int(event.user)].append(place) }
    users = rows.indices.filter { !rows[$0].isEmpty }
    places = rows.filter { !$0.isEmpty }
    if behaviour != nil { _ = try behaviourColumn("behaviour") }
    if category != nil { _ = try categories("category") }
  }

  /// The columns of a feature. Throws `Problem` with its reason where the data cannot give it.
  func attributes(_ name: String) throws(Problem) -> [UserTable.Attribute] {
    if let one = UserFeature.behaviour(in: name) { return [try count(of: one, name)] }
    guard let feature = UserFeature(rawValue: name) else {
      throw .usage("unknown feature \"\(name)\"" + UserFeature.suggestion(for: name))
    }
    switch feature {
    case .events: return [attribute(feature) { Double($0.count) }]
    case .items:
      return [attribute(feature) { own in Double(Set(own.map { events[$0].item }).count) }]
    case .categories:
      let sets = try categories(name)
      return [attribute(feature) { own in Double(Set(own.flatMap { sets[$0] }).count) }]
    case .behaviours:
      let (vocabulary, counts) = try behaviourCounts(name)
      return vocabulary.enumerated().map { place, word in
        UserTable.Attribute(
          name: UserFeature.name(ofCount: word), formula: UserFeature.behaviours.formula,
          values: counts.map { Double($0[place]) })
      }
    case .recency, .span, .activeDays, .activeHours: return [try ofTimes(feature)]
    }
  }

  private func attribute(
    _ feature: UserFeature, _ value: ([Int]) -> Double
  ) -> UserTable.Attribute {
    UserTable.Attribute(
      name: feature.rawValue, formula: feature.formula, values: places.map(value))
  }

  // MARK: Times

  private func ofTimes(_ feature: UserFeature) throws(Problem) -> UserTable.Attribute {
    var times: [Int64] = []
    for event in events {
      if let time = event.time { times.append(time.seconds) }
    }
    guard times.count == events.count else {
      throw .data(
        "\(dataset.name): \"\(feature.rawValue)\" needs the time of every training event, and"
          + " \(events.count - times.count) of \(events.count) have none")
    }
    let day = 86_400.0
    let end = Double(times.max() ?? 0)
    return attribute(feature) { own in
      let own = own.map { times[$0] }
      let (first, last) = (Double(own.min() ?? 0), Double(own.max() ?? 0))
      switch feature {
      case .span: return (last - first) / day
      case .activeDays: return Double(Set(own.map { TimeField.day($0) }).count)
      case .activeHours: return Double(Set(own.map { TimeField.hour.place($0) }).count)
      default: return (end - last) / day
      }
    }
  }

  // MARK: Categories

  /// The categories of each event: those of its item, or else its own.
  private func categories(_ asked: String) throws(Problem) -> [[Int32]] {
    let name = category ?? Self.standardCategory
    if let feature = dataset.itemFeatures.first(where: { $0.name == name }) {
      return events.map { Array(feature.values[Int($0.item)]) }
    }
    let columns = columnsOfWords
    guard let column = columns.first(where: { $0.name == name }) else {
      let known = dataset.itemFeatures.map(\.name) + columns.map(\.name)
      throw .usage(
        "\(dataset.name): \"\(asked)\" needs an attribute of items or a column of words of the events,"
          + " and none is called \"\(name)\"" + suggestion(for: name, among: known))
    }
    return try values(of: column, asked).map { $0 < 0 ? [] : [$0] }
  }

  // MARK: Behaviours

  private typealias Words = (name: String, vocabulary: [String], values: [Int32])

  /// The columns of the data set that hold one word an event.
  private var columnsOfWords: [Words] {
    dataset.columns.compactMap { column in
      guard case .categories(let vocabulary, let values) = column.values else { return nil }
      return (column.name, vocabulary, values)
    }
  }

  /// What a column says of each training event.
  private func values(of column: Words, _ asked: String) throws(Problem) -> [Int32] {
    let found = dataset.places(of: events)
    let lost = found.count { $0 == nil }
    guard lost == 0 else {
      throw .data(
        "\(dataset.name): \"\(asked)\" needs the column of every training event, and \(lost) of"
          + " \(events.count) are no events of the data set")
    }
    return found.map { $0.map { column.values[$0] } ?? -1 }
  }

  private func behaviourColumn(_ asked: String) throws(Problem) -> Words {
    let name = behaviour ?? Self.standardBehaviour
    let columns = columnsOfWords
    if let found = columns.first(where: { $0.name == name }) { return found }
    throw .usage(
      "\(dataset.name): \"\(asked)\" needs a column of words of the events, and none is called"
        + " \"\(name)\"" + suggestion(for: name, among: columns.map(\.name)))
  }

  private func count(of behaviour: String, _ name: String) throws(Problem) -> UserTable.Attribute {
    let (vocabulary, counts) = try behaviourCounts(name)
    guard let place = vocabulary.firstIndex(of: behaviour) else {
      throw .usage(
        "\(dataset.name): no event has the behaviour \"\(behaviour)\""
          + suggestion(for: behaviour, among: vocabulary))
    }
    return UserTable.Attribute(
      name: name, formula: UserFeature.behaviours.formula,
      values: counts.map { Double($0[place]) })
  }

  /// How many events of each behaviour each user has.
  private func behaviourCounts(
    _ asked: String
  ) throws(Problem) -> (vocabulary: [String], counts: [[Int]]) {
    let column = try behaviourColumn(asked)
    let values = try values(of: column, asked)
    let counts = places.map { own in
      var row = [Int](repeating: 0, count: column.vocabulary.count)
      for place in own where values[place] >= 0 { row[Int(values[place])] += 1 }
      return row
    }
    return (column.vocabulary, counts)
  }
}

extension UserFeature {
  /// The end of a message about an unknown feature.
  package static func suggestion(for name: String) -> String {
    Basics.suggestion(for: name, among: allCases.map(\.rawValue) + [Self.name(ofCount: "…")])
  }
}
