/// What one field says of each record.
package struct Column: Sendable, Equatable {
  /// The values, a record each.
  package enum Values: Sendable, Equatable {
    /// One of the vocabulary, by its place there; −1 where the value is missing.
    case categories(vocabulary: [String], [Int32])
    /// A number; NaN where it is missing.
    case numbers([Double])
    /// Any number of the vocabulary. `sets` has a row a set; each record names the row of its own,
    /// as many records have the same.
    case sets(vocabulary: [String], sets: Interactions, [Int32])
  }

  /// The name by which specs call the field.
  package let name: String
  /// The values, a record each.
  package let values: Values

  package var count: Int {
    switch values {
    case .categories(_, let places), .sets(_, _, let places): places.count
    case .numbers(let numbers): numbers.count
    }
  }

  /// The values of some records, in the order given.
  package func taking(_ records: [Int]) -> Column {
    let values: Values =
      switch self.values {
      case .categories(let vocabulary, let places):
        .categories(vocabulary: vocabulary, records.map { places[$0] })
      case .numbers(let numbers): .numbers(records.map { numbers[$0] })
      case .sets(let vocabulary, let sets, let places):
        .sets(vocabulary: vocabulary, sets: sets, records.map { places[$0] })
      }
    return Column(name, values)
  }

  /// Below 0 where record `a` comes before `b` by this column, above where after; missing values
  /// first.
  func order(_ a: Int, _ b: Int) -> Int {
    switch values {
    case .categories(_, let places), .sets(_, _, let places):
      return Int(places[a]) - Int(places[b])
    case .numbers(let numbers):
      let (x, y) = (numbers[a], numbers[b])
      if x.isNaN || y.isNaN { return (x.isNaN ? 0 : 1) - (y.isNaN ? 0 : 1) }
      return x == y ? 0 : x < y ? -1 : 1
    }
  }

  /// A column of these values.
  package init(_ name: String, _ values: Values) { (self.name, self.values) = (name, values) }
}

extension Dataset {
  /// The columns that a model may learn from: all but the truth of a simulation.
  package var learnableColumns: [Column] { columns.filter { $0.name != Records.truthName } }

  /// The names of the fields that a record can have: its own columns, `user` and `item`, what is
  /// known of either, and, where times are known, what follows from the time.
  package var fieldNames: [String] {
    learnableColumns.map(\.name) + ["user", "item"]
      + (userFeatures + itemFeatures).map(\.name)
      + (hasTimes ? TimeField.allCases.map(\.rawValue) : [])
  }

  /// The field of that name, a record for each of the events; nil where there is none.
  package func column(named name: String) -> Column? {
    if let own = columns.first(where: { $0.name == name }) { return own }
    if name == "user" {
      return Column(name, .categories(vocabulary: userIDs, events.map(\.user)))
    }
    if name == "item" {
      return Column(name, .categories(vocabulary: itemIDs, events.map(\.item)))
    }
    if let feature = userFeatures.first(where: { $0.name == name }) {
      return Column(feature, of: events.map(\.user))
    }
    if let feature = itemFeatures.first(where: { $0.name == name }) {
      return Column(feature, of: events.map(\.item))
    }
    guard hasTimes, let field = TimeField(rawValue: name) else { return nil }
    return Column(
      name,
      .categories(vocabulary: field.vocabulary, events.map { field.place($0.time?.seconds ?? 0) }))
  }

  /// Whether the time of every event is known.
  var hasTimes: Bool { events.allSatisfy { $0.time != nil } }
}

extension Column {
  /// What is known of the entity that each record names.
  fileprivate init(_ feature: Feature, of entities: [Int32]) {
    let sets = feature.values
    if (0..<sets.users).allSatisfy({ sets[$0].count <= 1 }) {
      let places = (0..<sets.users).map { sets[$0].first ?? -1 }
      self.init(
        feature.name,
        .categories(vocabulary: feature.vocabulary, entities.map { places[Int($0)] }))
    } else {
      self.init(
        feature.name, .sets(vocabulary: feature.vocabulary, sets: sets, entities))
    }
  }
}

/// What follows from the time of a record, in UTC.
enum TimeField: String, CaseIterable {
  case hour, weekday

  var vocabulary: [String] {
    switch self {
    case .hour: (0..<24).map(String.init)
    case .weekday:
      ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    }
  }

  /// The place in the vocabulary, of seconds since 1970.
  func place(_ time: Int64) -> Int32 {
    let (day, second) = time.flooredDivision(by: 86_400)
    switch self {
    case .hour: return Int32(second / 3600)
    // 1 January 1970 was a Thursday.
    case .weekday: return Int32((day + 3).flooredDivision(by: 7).remainder)
    }
  }

  /// Days since 1970, of seconds since then.
  static func day(_ time: Int64) -> Int64 { time.flooredDivision(by: 86_400).quotient }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
