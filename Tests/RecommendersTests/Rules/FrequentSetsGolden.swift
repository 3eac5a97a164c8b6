import Basics
import Datasets
import Foundation
import TestSupport
import Testing

@testable import Recommenders

/// What `Tests/Golden/frequent_sets.py` found with mlxtend.
struct FrequentSetsGolden {
  /// A rule of one consequent.
  struct Rule {
    let antecedent: [Int32]
    let consequent: Int32
    let count: Int
    let confidence: Double
    let lift: Double
  }

  let transactions: Interactions
  let search: FrequentSetSearch
  let confidence: Double
  let sets: [(items: [Int32], count: Int)]
  let rules: [Rule]
  let rulesOfAnyConsequent: Int

  private static func all() throws -> JSON {
    let path = Golden.path("frequent_sets.json.gz")
    return try JSON.parse(TextFile.read(path), file: path)
  }

  /// How many cases of random transactions there are.
  static let cases = 4

  /// A case of random transactions.
  init(_ number: Int) throws {
    let cases = try Self.all().member("cases").asArray()
    #expect(cases.count == Self.cases)
    let json = cases[number]
    let rows = try json.member("transactions").asArray().map { try Self.items($0) }
    try self.init(
      json,
      Interactions(
        users: rows.count, items: json.member("items").asInteger(),
        pairs: rows.enumerated().flatMap { row, items in items.map { (Int32(row), $0) } }))
  }

  private init(_ json: JSON, _ transactions: Interactions) throws {
    self.transactions = transactions
    search = FrequentSetSearch(
      minimumCount: try json.member("minimumCount").asInteger(),
      longest: try json.member("longest").asInteger(), most: 100_000, name: "golden")
    confidence = try json.member("confidence").asNumber()
    sets = try json.member("sets").asArray().map {
      let set = try $0.asArray()
      return (try Self.items(set[0]), try set[1].asInteger())
    }
    rules = try json.member("rules").asArray().map {
      let rule = try $0.asArray()
      return Rule(
        antecedent: try Self.items(rule[0]), consequent: Int32(try rule[1].asInteger()),
        count: try rule[2].asInteger(), confidence: try rule[3].asNumber(),
        lift: try rule[4].asNumber())
    }
    rulesOfAnyConsequent = try json.member("rulesOfAnyConsequent").asInteger()
  }

  private static func items(_ json: JSON) throws -> [Int32] {
    try json.asArray().map { Int32(try $0.asInteger()) }
  }

  private static let file = "groceries/baskets.csv"
  private static let path = DataFolders(option: nil).searched.map { "\($0)/\(file)" }
    .first { FileManager.default.fileExists(atPath: $0) }
  static var hasGroceries: Bool { path != nil }

  /// The baskets of Groceries, which are not committed.
  static func groceries() throws -> FrequentSetsGolden {
    let path = try #require(path)
    let rows = try CSV.parse(Files.read(path), header: ["basket", "item"], file: path)
    let names = Set(rows.map { $0.fields[1] })
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    let items = Dictionary(uniqueKeysWithValues: zip(names, Int32(0)...))
    var baskets: [String: Int32] = [:]
    let pairs = try rows.map { row in
      let next = Int32(baskets.count)
      let basket = baskets[row.fields[0], default: next]
      baskets[row.fields[0]] = basket
      return (basket, try #require(items[row.fields[1]]))
    }
    #expect(baskets.count == 9835 && names.count == 169 && pairs.count == 43_367)
    return try FrequentSetsGolden(
      all().member("groceries"),
      Interactions(users: baskets.count, items: names.count, pairs: pairs))
  }
}
