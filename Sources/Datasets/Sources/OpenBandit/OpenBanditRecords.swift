import Basics

/// What the files of the Open Bandit Dataset say, impression by impression.
struct OpenBanditRecords {
  private static let userFeatures = 4
  /// Those of an item that are hashes; the first of its features is a number.
  private static let itemFeatures = 3
  /// What stands before the affinities in a line: number, time, item, position, click, propensity,
  /// user's features.
  private static let leading = 6 + userFeatures

  private var items: [String] = []
  private var times: [Timestamp] = []
  private var clicks: [Double] = []
  private var positions: [String] = []
  private var campaigns: [String] = []
  private var policies: [String] = []
  private var users = [[String]](repeating: [], count: userFeatures)
  private var hashes = [[String]](repeating: [], count: itemFeatures)
  private var numbers: [Double] = []
  private var affinities: [Double] = []

  /// Adds the impressions of one campaign under one policy.
  ///
  /// Throws `Problem.data` naming file and line of anything that is not as published.
  mutating func add(
    _ part: OpenBandit.Part, _ bytes: [UInt8], items context: [UInt8]
  ) throws(Problem) {
    let known = try Self.items(context, file: part.file.replacing(".csv", with: "-items.csv"))
    var reader = TextReader(bytes, file: part.file, Dialect(","))
    _ = try reader.next()
    while try reader.next(width: Self.leading + known.count) {
      let cells = reader.cells
      guard let item = reader.integer(cells[2]), known.indices.contains(item) else {
        throw reader.problem("unknown item \"\(reader.shown(cells[2]))\"")
      }
      guard let click = reader.integer(cells[4]), click == 0 || click == 1,
        let affinity = reader.number(cells[Self.leading + item])
      else { throw reader.problem("click or affinity is not a number") }
      items.append("\(part.campaign)/\(item)")
      guard let time = TimeText.iso8601(reader[cells[1]]) else {
        throw reader.problem("the time \"\(reader.shown(cells[1]))\" is none")
      }
      times.append(time)
      clicks.append(Double(click))
      positions.append(try reader.text(cells[3]))
      campaigns.append(part.campaign)
      policies.append(part.policy)
      for feature in 0..<Self.userFeatures {
        users[feature].append(try reader.text(cells[6 + feature]))
      }
      for feature in 0..<Self.itemFeatures {
        hashes[feature].append(known[item].hashes[feature])
      }
      numbers.append(known[item].number)
      affinities.append(affinity)
    }
  }

  /// The features of a campaign's items, by their numbers.
  private static func items(
    _ bytes: [UInt8], file: String
  ) throws(Problem) -> [(number: Double, hashes: [String])] {
    var reader = TextReader(bytes, file: file, Dialect(","))
    var items: [(number: Double, hashes: [String])] = []
    _ = try reader.next()
    while try reader.next() {
      let cells = reader.cells
      guard cells.count == 3 + itemFeatures, reader.integer(cells[1]) == items.count,
        let number = reader.number(cells[2])
      else { throw reader.problem("expected item \(items.count) and its features") }
      var hashes: [String] = []
      for cell in cells[3...] { hashes.append(try reader.text(cell)) }
      items.append((number, hashes))
    }
    return items
  }

  /// The data set of all that was added.
  func dataset(digest: String) -> Dataset {
    func column(_ name: String, _ values: [String]) -> Column {
      let known = Words(values)
      return Column(name, .categories(vocabulary: known.words, known.places))
    }
    let known = Words(items)
    let events = times.indices.map { Event(user: 0, item: known.places[$0], time: times[$0]) }
    return Dataset(
      name: OpenBandit.name, events: events, userIDs: ["everybody"], itemIDs: known.words,
      columns: [
        column("campaign", campaigns), column("policy", policies), column("position", positions),
      ] + users.enumerated().map { column("user-feature-\($0)", $1) } + [
        Column("item-feature-0", .numbers(numbers))
      ] + hashes.enumerated().map { column("item-feature-\($0 + 1)", $1) } + [
        Column("affinity", .numbers(affinities)), Column("click", .numbers(clicks)),
      ], digest: digest)
  }
}
