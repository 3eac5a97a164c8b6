import Basics
import Evaluation
import Foundation
import Testing

@testable import Results

/// Searches in numbers made up, in which the right reading is known.
@Suite struct ReadingSearchTests {
  private static let names = [
    "precision@5", "ndcg@5", "mrr@5", "precision@20", "ndcg@20", "mrr@20",
  ]

  private let columns: [Metric]
  private let definitions: Definitions
  private let readings: [MeasuredReading]

  /// Six readings of the data, every metric of which is drawn anew.
  init() throws {
    columns = try Self.names.map { try Metric($0) }
    let definitions = Definitions(of: columns)
    self.definitions = definitions
    var random = Random(seed: 2, stream: "values")
    readings = (0..<6).map { place in
      MeasuredReading(
        place == 0 ? [] : [ReadingChoice("split", "\(place)", among: 5)],
        values: [
          definitions.metrics.map { _ in
            let value = 0.05 + 0.9 * random.uniformDouble()
            return Spread([value - 0.002, value, value + 0.002])
          }
        ])
    }
  }

  private var search: ReadingSearch { ReadingSearch(columns, definitions, readings) }

  /// What a paper prints that measured these metrics under a reading.
  private func row(_ reading: Int, _ metrics: [String]) throws -> PrintedRow {
    try metrics.map { name in
      let place = try #require(definitions.metrics.firstIndex(of: Metric(name)))
      let value = try #require(readings[reading].values[0][place]).mean
      return PrintedNumber((value * 1e4).rounded() / 1e4, decimals: 4)
    }
  }

  /// Metrics and settings, in words.
  @Test func aMetricHasAllDefinitionsOfItsHeading() throws {
    // Ideals, averages and discounts.
    #expect(try Metric("ndcg@5").variants.count == 4 * 3 * 2)
    #expect(
      try Metric("precision@5").variants.map(\.metric.name) == [
        "precision@5", "precision@5(averaging=micro)", "precision@5(averaging=all-users)",
      ])
    #expect(try Metric("mrr@5").variants.contains { $0.metric.name == "mrr(hits=all)" })
    let first = try #require(try Metric("recall@9").variants.first)
    #expect(first.metric.name == "recall@9" && first.averaging == nil && first.others.isEmpty)
  }

  @Test func whatIsStatedCostsNoFreedom() throws {
    let match = try #require(search.nearest(to: [row(0, Self.names)]))
    #expect(match.choices.isEmpty && match.isReproduced)
    #expect(match.choices.text == "as stated")
    let stated = try #require(search.stated([row(0, Self.names)]))
    #expect(stated.cost == match.cost)
  }

  @Test func splitDefinitionAndOrderAreFoundTogether() throws {
    // The headings of MRR are exchanged.
    let printed = try row(
      4,
      [
        "precision@5(averaging=all-users)", "ndcg@5(ideal=uncut,averaging=all-users)",
        "mrr@20(averaging=all-users)", "precision@20(averaging=all-users)",
        "ndcg@20(ideal=uncut,averaging=all-users)", "mrr@5(averaging=all-users)",
      ])
    let match = try #require(search.nearest(to: [printed]))
    #expect(match.isReproduced)
    #expect(
      Set(match.choices.map(\.text)) == [
        "split 4", "averaging all-users", "ndcg ideal uncut", "columns mrr@5 and mrr@20 exchanged",
      ])
    #expect(match.rows[0][2]?.metric == "mrr@20(averaging=all-users)")
    let stated = try #require(search.stated([printed]))
    #expect(!stated.isReproduced && stated.cost > match.cost)
  }

  @Test func aColumnOfAnotherReadingIsFoundAsThat() throws {
    var printed = try row(3, Self.names)
    printed[4] = try row(3, ["ndcg@20(ideal=full)"])[0]
    let match = try #require(search.nearest(to: [printed]))
    #expect(match.choices.map(\.text) == ["split 3"])
    #expect(match.rows[0].map { $0?.isWithin } == [true, true, true, true, false, true])
    let alone = try #require(search.nearest(to: printed, column: 4))
    #expect(alone.rows[0][4]?.isWithin == true && alone.rows[0][0] == nil)
    #expect(Set(alone.choices.map(\.text)) == ["split 3", "ndcg ideal full"])
  }

  @Test func rowsAreExplainedTogether() throws {
    let two = readings.map {
      MeasuredReading($0.choices, values: [$0.values[0], $0.values[0].reversed()])
    }
    let search = ReadingSearch(columns, definitions, two)
    let first = try row(2, Self.names)
    let second = try Self.names.map { name in
      let place = try #require(definitions.metrics.firstIndex(of: Metric(name)))
      return PrintedNumber(try #require(two[2].values[1][place]).mean, decimals: 4)
    }
    let match = try #require(search.nearest(to: [first, second]))
    #expect(match.choices.map(\.text) == ["split 2"] && match.within == (12, 12))
  }

  @Test func columnsWithoutANumberDoNotCount() throws {
    var printed = try row(5, Self.names)
    (printed[0], printed[3]) = (nil, nil)
    let match = try #require(search.nearest(to: [printed]))
    #expect(match.choices.map(\.text) == ["split 5"] && match.within == (4, 4))
  }

  @Test func withinIsRoundingAndTwoDeviations() {
    let measured = Spread([0.49, 0.5, 0.51])!  // sd .01
    #expect(ReadingDistance(PrintedNumber(0.5204, decimals: 2)).isWithin(measured))
    #expect(!ReadingDistance(PrintedNumber(0.5204, decimals: 4)).isWithin(measured))
    #expect(ReadingDistance(PrintedNumber(0.52, decimals: 4)).isWithin(measured))
    let single = Spread([0.12345])!
    #expect(ReadingDistance(PrintedNumber(0.1235, decimals: 4)).isWithin(single))
    #expect(!ReadingDistance(PrintedNumber(0.1236, decimals: 4)).isWithin(single))
  }

  /// Rows drawn by the same law are found as near as chance says: their p-values are even.
  @Test func chanceIsAnEvenShare() throws {
    let chance = ReadingChance(search)
    let decimals = [Int?](repeating: 4, count: columns.count)
    var random = Random(seed: 1, stream: "drawn")
    let costs = chance.costs(199, decimals: decimals, &random)
    var others = Random(seed: 9, stream: "made up")
    var shares = (0..<200).map { _ in
      ReadingChance.share(
        of: search.nearest(to: [chance.row(decimals: decimals, &others)])?.cost ?? 0, among: costs)
    }
    shares.sort()
    let distance =
      shares.enumerated().map { place, share in
        max(abs(share - Double(place) / 200), abs(share - Double(place + 1) / 200))
      }.max() ?? 1
    // Kolmogorov and Smirnov's two samples of 200 at the level .05.
    #expect(distance < 1.36 * (2.0 / 200).squareRoot(), "\(distance)")
    // What was measured is not found so by chance.
    let match = try #require(search.nearest(to: [row(4, Self.names)]))
    #expect(ReadingChance.share(of: match.cost, among: costs) == 1.0 / 200)
  }

  @Test func drawnRowsArePossible() {
    var random = Random(seed: 4, stream: "rows")
    let chance = ReadingChance(search)
    for _ in 0..<100 {
      let row = chance.row(decimals: [Int?](repeating: 3, count: columns.count), &random)
      let values = row.compactMap { $0?.value }
      #expect(values.count == 6 && 5 * values[0] <= 20 * values[3] && values[2] <= values[5])
    }
  }
}
