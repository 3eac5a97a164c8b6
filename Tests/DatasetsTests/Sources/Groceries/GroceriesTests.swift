import Basics
import TestSupport
import Testing

@testable import Datasets

@Suite struct GroceriesTests {
  private static let folders = DataFolders(option: nil)
  private static let isThere = ((try? Groceries.source.locate(folders)) ?? nil) != nil

  private func dataset(_ text: String) throws -> Dataset {
    try Groceries.dataset(Array(text.utf8), "d/baskets.csv")
  }

  /// Baskets ascend by number, goods by their bytes; what one cell quotes is one good.
  @Test func aBasketIsAUser() throws {
    let data = try dataset("basket,item\n10,\"ham, cooked\"\n2,milk\n2,Ale\n")
    #expect(data.userIDs == ["2", "10"] && data.itemIDs == ["Ale", "ham, cooked", "milk"])
    #expect(
      data.events == [
        Event(user: 1, item: 1), Event(user: 0, item: 2), Event(user: 0, item: 0),
      ])
  }

  @Test(arguments: [
    ("basket,goods\n1,milk\n", "1: has no column \"item\"; expected one of basket, goods"),
    ("basket,item\n1,\n", "2: the item is missing"),
    ("basket,item\n1,milk\n1,milk\n", "3: repeats basket 1, item milk"),
    ("basket,item\n1,milk,2\n", "2: expected 2 cells, found 3"),
  ])
  func refusesBadLines(text: String, message: String) {
    #expect(throws: Problem.data("d/baskets.csv:\(message)")) { try dataset(text) }
  }

  @Test func saysWhereTheFileBelongs() async throws {
    try await withTemporaryFolder { folder in
      let folders = DataFolders(option: folder.path)
      let absent = await #expect(throws: Problem.self) {
        try await DatasetList.named("groceries").load(from: folders)
      }
      #expect(
        absent
          == .data(
            "groceries is not there and cannot be fetched; put baskets.csv into"
              + " \(folder.path)/groceries"))
      try folder.write("basket,item\n1,milk\n", to: "groceries/baskets.csv")
      let altered = await #expect(throws: Problem.self) {
        try await DatasetList.named("groceries").load(from: folders)
      }
      #expect(altered?.message.contains("baskets.csv: differs from the expected file") == true)
    }
  }

  /// What a Python program counts, where the data are at hand.
  @Test(.enabled(if: foundOrRequired(isThere)))
  func isWhatAnotherProgramReads() async throws {
    let golden = try Golden.json("local_data").member("groceries")
    let data = try await DatasetList.named("groceries").load(from: Self.folders)
    #expect(try data.users == golden.member("baskets").asInteger())
    #expect(try data.items == golden.member("items").asInteger())
    #expect(try data.events.count == golden.member("pairs").asInteger())
    #expect(try data.itemIDs[0] == golden.member("first").asString())
    let pairs = Interactions(
      users: data.users, items: data.items, pairs: data.events.map { ($0.user, $0.item) })
    #expect(
      try (0..<pairs.users).map { pairs[$0].count }.max() == golden.member("largest").asInteger())
    let milk = data.itemIDs.firstIndex(of: "whole milk")
    #expect(
      try data.events.count { Int($0.item) == milk } == golden.member("wholeMilk").asInteger())
    // As a part of a split is hashed.
    var hash = SHA256()
    hash.update("\(pairs.users) \(pairs.items) \(pairs.count)\n")
    pairs.pairs.flatMap { [$0.0.littleEndian, $0.1.littleEndian] }.withUnsafeBytes {
      hash.update($0)
    }
    #expect(try hash.finish() == golden.member("pairsDigest").asString())
  }
}
