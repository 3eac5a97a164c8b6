import Foundation
import Schema

/// What the files of the Open Bandit Dataset say, impression by impression.
struct OpenBanditRecords {
  private static let userFeatures = 4
  /// Those of an item that are hashes; the first of its features is a number.
  private static let itemFeatures = 3
  /// What stands before the affinities in a line: number, time, item, position, click, propensity, user's features.
  private static let leading = 6 + userFeatures

  private var items: [String] = []
  private var times: [Int64] = []
  private var clicks: [Float] = []
  private var positions: [String] = []
  private var campaigns: [String] = []
  private var policies: [String] = []
  private var users = [[String]](repeating: [], count: userFeatures)
  private var hashes = [[String]](repeating: [], count: itemFeatures)
  private var numbers: [Float] = []
  private var affinities: [Float] = []
  private var days: [String: Int64] = [:]

  /// Adds the impressions of one campaign under one policy.
  ///
  /// Throws `Problem.data` naming file and line of anything that is not as published.
  mutating func add(
    _ part: OpenBandit.Part, _ bytes: [UInt8], items context: [UInt8]
  ) throws(Problem) {
    let known = try Self.items(context, file: part.file.replacing(".csv", with: "-items.csv"))
    var reader = LineReader(bytes, file: part.file)
    var cells: [Range<Int>] = []
    _ = reader.next()
    while let line = reader.next() {
      reader.cut(line, by: .byte(.comma), into: &cells)
      guard cells.count == Self.leading + known.count else {
        throw reader.problem(
          "expected \(Self.leading + known.count) cells, found \(cells.count)")
      }
      guard let item = reader.integer(cells[2]), known.indices.contains(item) else {
        throw reader.problem("unknown item \"\(reader.text(cells[2]))\"")
      }
      guard let click = reader.integer(cells[4]), click == 0 || click == 1,
        let affinity = reader.number(cells[Self.leading + item])
      else { throw reader.problem("click or affinity is not a number") }
      items.append("\(part.campaign)/\(item)")
      times.append(try time(reader.text(cells[1]), reader))
      clicks.append(Float(click))
      positions.append(reader.text(cells[3]))
      campaigns.append(part.campaign)
      policies.append(part.policy)
      for feature in 0..<Self.userFeatures {
        users[feature].append(reader.text(cells[6 + feature]))
      }
      for feature in 0..<Self.itemFeatures {
        hashes[feature].append(known[item].hashes[feature])
      }
      numbers.append(known[item].number)
      affinities.append(Float(affinity))
    }
  }

  /// The features of a campaign's items, by their numbers.
  private static func items(
    _ bytes: [UInt8], file: String
  ) throws(Problem) -> [(number: Float, hashes: [String])] {
    var reader = LineReader(bytes, file: file)
    var cells: [Range<Int>] = []
    var items: [(number: Float, hashes: [String])] = []
    _ = reader.next()
    while let line = reader.next() {
      reader.cut(line, by: .byte(.comma), into: &cells)
      guard cells.count == 3 + itemFeatures, reader.integer(cells[1]) == items.count,
        let number = reader.number(cells[2])
      else { throw reader.problem("expected item \(items.count) and its features") }
      items.append((Float(number), cells[3...].map { reader.text($0) }))
    }
    return items
  }

  /// Seconds since 1970 of `2019-11-24 00:00:34.762830+00:00`; the fraction is dropped.
  private mutating func time(_ text: String, _ reader: LineReader) throws(Problem) -> Int64 {
    let (day, clock) = (String(text.prefix(10)), text.dropFirst(11).prefix(8))
    if days[day] == nil, let date = try? Date("\(day)T00:00:00Z", strategy: .iso8601) {
      days[day] = Int64(date.timeIntervalSince1970)
    }
    let parts = clock.split(separator: ":").compactMap { Int64($0) }
    guard let start = days[day], parts.count == 3 else {
      throw reader.problem("the time \"\(text)\" is none")
    }
    return start + 3600 * parts[0] + 60 * parts[1] + parts[2]
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
