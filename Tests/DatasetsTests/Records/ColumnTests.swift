import Testing

@testable import Datasets

@Suite struct ColumnTests {
  private func categories(_ name: String) -> [String?]? {
    guard case .categories(let vocabulary, let places) = shop.column(named: name)?.values else {
      return nil
    }
    return places.map { $0 < 0 ? nil : vocabulary[Int($0)] }
  }

  @Test func aRecordHasItsUsersAndItsItemsFeatures() {
    #expect(categories("user") == ["u1", "u1", "u2", "u2", "u3", "u3"])
    #expect(categories("item") == ["i1", "i2", "i1", "i2", "i1", "i2"])
    #expect(categories("sex") == ["F", "F", "M", "M", nil, nil])
    #expect(categories("place") == ["home", "home", "cart", nil, "home", "cart"])
    guard case .sets(let vocabulary, let sets, let places) = shop.column(named: "genre")?.values
    else {
      Issue.record("an item of two genres needs sets")
      return
    }
    #expect(
      places.map { sets[Int($0)].map { vocabulary[Int($0)] } }.prefix(2) == [
        ["drama", "war"], ["war"],
      ])
  }

  @Test func hourAndWeekdayFollowFromTheTime() {
    #expect(categories("hour") == ["0", "23", "1", "0", "0", "13"])
    #expect(
      categories("weekday") == ["Thursday", "Thursday", "Friday", "Sunday", "Monday", "Thursday"])
  }

  @Test func thereIsNoTimeFieldWhereATimeIsUnknown() {
    let unknown = Dataset(
      name: "", events: [Event(user: 0, item: 0)], userIDs: ["u"], itemIDs: ["i"], digest: "")
    #expect(unknown.column(named: "hour") == nil)
    #expect(unknown.fieldNames == ["user", "item"])
    #expect(shop.column(named: "colour") == nil)
  }
}
