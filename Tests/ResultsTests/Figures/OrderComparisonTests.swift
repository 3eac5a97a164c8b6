import Basics
import Testing

@testable import Results

@Suite struct OrderComparisonTests {
  private func compare(_ values: [String: (Double, Double)]) -> OrderComparison {
    let records = values.keys.sorted().map { system in
      let own = values[system] ?? (0, 0)
      return record(system, ["hit-rate@5(among=9)": own.0, "hit-rate@5": own.1])
    }
    return OrderComparison(
      of: "hit-rate@5(among=9)", with: "hit-rate@5", systems: ["A", "B", "C", "D"],
      records: records)
  }

  @Test func namesThePairsThatTwoMetricsOrderDifferently() {
    let orders = compare(["A": (0.5, 0.1), "B": (0.4, 0.3), "C": (0.6, 0.2)])
    #expect(orders.compared == 3)
    #expect(orders.differing == [.init(better: "A", worse: "B"), .init(better: "C", worse: "B")])
    #expect(
      orders.footnote
        == "HR@5(among=9) and HR@5 order 2 of 3 pairs of systems differently; the former has A before B; C before B"
    )
  }

  @Test func equalAndUndefinedValuesOrderNothing() {
    let orders = compare(["A": (0.5, 0.1), "B": (0.5, 0.3), "C": (0.6, 0.3), "D": (.nan, 0.9)])
    #expect(orders.compared == 1 && orders.differing.isEmpty)
    #expect(orders.footnote == "HR@5(among=9) and HR@5 order all systems alike")
    #expect(compare(["A": (0.5, 0.1)]).footnote == nil)
  }

  @Test func meansOverSeedsAreCompared() {
    let metrics = ["mrr@5(among=9)", "mrr@5"]
    func values(_ first: Double, _ second: Double) -> [String: Double] {
      [metrics[0]: first, metrics[1]: second]
    }
    let orders = OrderComparison(
      of: metrics[0], with: metrics[1], systems: ["A", "B"],
      records: [
        record("A", seed: 1, values(0.9, 0.1)), record("A", seed: 2, values(0.1, 0.1)),
        record("B", seed: 1, values(0.4, 0.2)), record("B", seed: 2, values(0.4, 0.2)),
      ])
    #expect(orders.differing == [.init(better: "A", worse: "B")])
  }
}
