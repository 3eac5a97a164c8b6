import Datasets
import TestSupport
import Testing

@Suite struct TasteGroupsTests {
  @Test func mostEventsAreInTheOwnGroup() {
    let data = tasteGroups()
    let own = data.events.filter { $0.user % 4 == $0.item % 4 }
    // 60 · 10 · 0.7 = 420 in the own group, 60 · 30 · 0.05 = 90 elsewhere.
    #expect(abs(own.count - 420) < 45)
    #expect(abs(data.events.count - own.count - 90) < 38)
    #expect(data == tasteGroups())
    #expect(data != tasteGroups(seed: 2))
  }
}
